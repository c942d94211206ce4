package meshadvisor.load.record;

import java.util.concurrent.atomic.AtomicReference;
import org.HdrHistogram.WriterReaderPhaser;

/**
 * Where one thread notes what belongs to one phase: a page that a reader can take away while the writer goes on, the writer never
 * waiting. The protocol is that of HdrHistogram's single-writer recorder, around a whole page instead of one histogram, so that an
 * event costs two atomic additions whatever it touches, and its counters and histograms belong to the same interval.
 */
final class Desk {

    private final WriterReaderPhaser phaser = new WriterReaderPhaser();
    private final AtomicReference<Page> page = new AtomicReference<>(Page.NONE);
    private boolean idle;

    /** The writer: begins an event. */
    long enter() {
        return phaser.writerCriticalSectionEnter();
    }

    /** The writer, between enter and exit: the page of now. A phase that was thought to be over, or not to begin yet, gets one here. */
    Page page() {
        Page open = page.get();
        if (open == Page.NONE) {
            prepare(new Page());
            open = page.get();
        }
        return open;
    }

    /** Writer or reader: lays a page there if there is none. Whether it did. The reader alone takes pages away, so one is there then. */
    boolean prepare(Page fresh) {
        return page.compareAndSet(Page.NONE, fresh);
    }

    /** The writer: ends an event. */
    void exit(long entered) {
        phaser.writerCriticalSectionExit(entered);
    }

    /** The reader: whether there may be something to take. */
    boolean open() {
        return page.get() != Page.NONE;
    }

    /** The reader: whether nothing was noted the last time. */
    boolean idle() {
        return idle;
    }

    /** The reader: takes the page away and leaves another, or none. Returns once the writer has let go of it, within an event's time. */
    Page take(Page instead) {
        phaser.readerLock();
        try {
            Page taken = page.getAndSet(instead);
            phaser.flipPhase();
            idle = !taken.written();
            return taken;
        } finally {
            phaser.readerUnlock();
        }
    }
}
