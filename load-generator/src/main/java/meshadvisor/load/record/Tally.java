package meshadvisor.load.record;

import meshadvisor.load.wire.Failure;

/**
 * One thread's notes: each thread has its own, and only that thread calls it. Allocates nothing and takes no lock. Times are those of
 * {@link System#nanoTime}. A note belongs to the phase of its first argument, so a request that was intended in the warm-up counts
 * there whenever it ends.
 */
public final class Tally {

    private final Recorder recorder;
    private final int thread;

    Tally(Recorder recorder, int thread) {
        this.recorder = recorder;
        this.thread = thread;
    }

    /** A request fell due at {@code intended} and was taken up at {@code dispatched}. Once for each, before anything else of it. */
    public void intended(long intended, long dispatched) {
        Desk desk = desk(intended);
        long entered = desk.enter();
        Page page = desk.page();
        page.add(Counter.INTENDED, 1);
        page.note(Kind.SCHEDULE, dispatched - intended);
        desk.exit(entered);
    }

    /** It will not be sent: as many as allowed are in flight. */
    public void dropped(long intended) {
        count(intended, Counter.DROPPED, 1);
    }

    /** It was written to a connection, after a wait for a free one since it was dispatched. */
    public void sent(long intended, long dispatched, long sent) {
        Desk desk = desk(intended);
        long entered = desk.enter();
        Page page = desk.page();
        page.add(Counter.SENT, 1);
        page.note(Kind.WAIT, sent - dispatched);
        desk.exit(entered);
    }

    /**
     * Its answer is complete. A status that says error makes it a failure of kind {@link Failure#STATUS}.
     *
     * @param status as {@link meshadvisor.load.wire.Answers#answered} tells it
     * @param bytes of the answer's body
     */
    public void answered(long intended, long sent, long completed, int status, long bytes) {
        Phase phase = recorder.phaseAt(intended);
        Desk desk = phase.desk(thread);
        long entered = desk.enter();
        Page page = desk.page();
        page.ended(completed - phase.begin());
        StatusClass told = StatusClass.of(status);
        page.status(told);
        page.add(Counter.ANSWER_BYTES, bytes);
        if (told.bad()) {
            page.fail(Failure.STATUS);
            page.note(Kind.FAILED, completed - intended);
        } else {
            page.add(Counter.COMPLETED, 1);
            page.note(Kind.LATENCY, completed - intended);
            page.note(Kind.SERVICE, completed - sent);
        }
        desk.exit(entered);
    }

    /** There will be no answer, whether it was sent or not. */
    public void failed(long intended, long at, Failure why) {
        Phase phase = recorder.phaseAt(intended);
        Desk desk = phase.desk(thread);
        long entered = desk.enter();
        Page page = desk.page();
        page.ended(at - phase.begin());
        page.fail(why);
        page.note(Kind.FAILED, at - intended);
        desk.exit(entered);
    }

    /** A connection was opened. */
    public void connected(long at) {
        count(at, Counter.CONNECTIONS, 1);
    }

    /** A connection could not be opened. */
    public void connectFailed(long at, Failure why) {
        Desk desk = desk(at);
        long entered = desk.enter();
        desk.page().failConnect(why);
        desk.exit(entered);
    }

    /** A handshake of TLS was completed. */
    public void handshaken(long at) {
        count(at, Counter.HANDSHAKES, 1);
    }

    /** Bytes were written to a socket. */
    public void wrote(long at, long bytes) {
        count(at, Counter.BYTES_SENT, bytes);
    }

    /** Bytes were read from a socket. */
    public void read(long at, long bytes) {
        count(at, Counter.BYTES_RECEIVED, bytes);
    }

    private void count(long at, Counter counter, long amount) {
        Desk desk = desk(at);
        long entered = desk.enter();
        desk.page().add(counter, amount);
        desk.exit(entered);
    }

    private Desk desk(long time) {
        return recorder.phaseAt(time).desk(thread);
    }
}
