package meshadvisor.load.record;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    private final Tally[] tallies;
    private final Deque<Page> spare = new ArrayDeque<>();
    private volatile Phase[] phases = {};

    /** A recorder for this many writing threads. */
    public Recorder(int threads) {
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
     * Takes what was noted since the last time, and adds it to the totals. One thread at a time.
     *
     * @return by phase, those in which something was noted; in their order
     */
    public Map<String, Totals> drain() {
        Map<String, Totals> interval = new LinkedHashMap<>();
        Phase[] all = phases;
        for (Phase phase : all) {
            Totals noted = new Totals();
            if (take(phase, phase == all[all.length - 1], noted)) {
                phase.totals().add(noted);
                interval.put(phase.name(), noted);
            }
        }
        return interval;
    }

    private boolean take(Phase phase, boolean last, Totals noted) {
        boolean any = false;
        for (int i = 0; i < phase.threads(); i++) {
            Desk desk = phase.desk(i);
            if (desk.open()) {
                Page taken = desk.take(instead(desk, last));
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
    private Page instead(Desk desk, boolean last) {
        if (!last && desk.idle()) {
            return Page.NONE;
        }
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
