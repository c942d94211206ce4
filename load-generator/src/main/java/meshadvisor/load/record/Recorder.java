package meshadvisor.load.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What is recorded of a run: for each phase, histograms and counters. Threads that send and receive write each to its own
 * {@link Tally}; one thread that reports calls {@link #drain} while they go on.
 */
public final class Recorder {

    /** The longest time that is recorded as it is: 60 s in nanoseconds. */
    public static final long LONGEST = 60_000_000_000L;

    /** Significant decimal digits of a recorded time. With a unit of 1 ns they hold from 1 µs on. */
    public static final int DIGITS = 3;

    /** The name of the phase that a run without steps is about. */
    public static final String MEASURED = "measured";

    /** The name of the phase that is left out of every result. */
    public static final String WARMUP = "warmup";

    /** How long before a phase begins its pages are made: longer than the second after which they are looked for again. */
    private static final long AHEAD = 2_000_000_000L;

    private final LongSupplier clock;
    private final Tally[] tallies;
    private final Deque<Page> spare = new ArrayDeque<>();
    private volatile Phase[] phases = {};

    /** A recorder for this many writing threads. */
    public Recorder(int threads) {
        this(threads, System::nanoTime);
    }

    /** A recorder with a clock of its own, in nanoseconds; only how much memory it holds depends on it. */
    Recorder(int threads, LongSupplier clock) {
        this.clock = clock;
        tallies = new Tally[threads];
        for (int i = 0; i < threads; i++) {
            tallies[i] = new Tally(this, i);
        }
    }

    /** The notes of one writing thread, counted from 0. */
    public Tally tally(int thread) {
        return tallies[thread];
    }

    /**
     * Begins a phase: what is intended from then on belongs to it. To be called before the first such request, by any one thread; the
     * first before any note at all (what was earlier counts in it).
     *
     * @param name small letters, digits and hyphens, each once: {@link #WARMUP}, {@link #MEASURED}, {@code step-2}
     * @param begin in the time of {@link System#nanoTime}, later than that of the phase before
     */
    public synchronized void begin(String name, long begin) {
        if (!name.matches("[a-z][a-z0-9-]*") || Arrays.stream(phases).anyMatch(phase -> phase.name().equals(name))) {
            throw new IllegalArgumentException("no name for one more phase: " + name);
        }
        Phase[] more = Arrays.copyOf(phases, phases.length + 1);
        more[phases.length] = new Phase(name, begin, tallies.length);
        if (begin - clock.getAsLong() < AHEAD) {
            more[phases.length].prepare(Page::new);
        }
        phases = more;
    }

    /** The phase in which a request intended at this time belongs. */
    Phase phaseAt(long time) {
        Phase[] all = phases;
        int at = all.length - 1;
        while (at > 0 && time - all[at].begin() < 0) {
            at--;
        }
        return all[at];
    }

    /**
     * Takes what was noted since the last time, and adds it to the totals; makes the pages of the phase that begins next, shortly before
     * it does, so that those who write need not. One thread at a time.
     *
     * @return by phase, those in which something was noted; in their order
     */
    public Map<String, Totals> drain() {
        Map<String, Totals> interval = new LinkedHashMap<>();
        Phase[] all = phases;
        long now = clock.getAsLong();
        for (int i = 0; i < all.length; i++) {
            Phase phase = all[i];
            boolean over = i < all.length - 1 && all[i + 1].begin() - now <= 0;
            boolean near = phase.begin() - now < AHEAD;
            if (!over && near) {
                phase.prepare(this::page);
            }
            if (phase.open()) {
                take(phase, near && !over, interval);
            } else if (over) {
                phase.totals().pack();
            }
        }
        return interval;
    }

    private void take(Phase phase, boolean current, Map<String, Totals> interval) {
        Totals noted = new Totals();
        if (take(phase, current, noted)) {
            phase.totals().add(noted);
            interval.put(phase.name(), noted);
        }
    }

    private boolean take(Phase phase, boolean current, Totals noted) {
        boolean any = false;
        for (int i = 0; i < phase.threads(); i++) {
            Desk desk = phase.desk(i);
            if (desk.open()) {
                Page taken = desk.take(instead(desk, current));
                if (taken.written()) {
                    noted.add(taken);
                    any = true;
                }
                taken.clear();
                keep(taken);
            }
        }
        return any;
    }

    /** As many as one round of taking needs; the others of phases that are over go. */
    private void keep(Page cleared) {
        if (spare.size() < tallies.length) {
            spare.push(cleared);
        }
    }

    /** Phases that are over give their pages back: a schedule of many steps shall not need more memory than one of two. */
    private Page instead(Desk desk, boolean current) {
        return !current && desk.idle() ? Page.NONE : page();
    }

    private Page page() {
        return spare.isEmpty() ? new Page() : spare.pop();
    }

    /** The names of the phases begun so far, in order. */
    public List<String> phases() {
        List<String> names = new ArrayList<>();
        for (Phase phase : phases) {
            names.add(phase.name());
        }
        return names;
    }

    /** All that was drained of a phase. Belongs to the thread that drains. */
    public Totals totals(String phase) {
        return Arrays.stream(phases).filter(each -> each.name().equals(phase)).findFirst().orElseThrow().totals();
    }
}
