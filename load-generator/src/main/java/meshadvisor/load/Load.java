package meshadvisor.load;

import java.util.List;
import meshadvisor.load.record.Quantile;
import meshadvisor.load.schedule.Arrivals.Spacing;
import meshadvisor.load.schedule.Segment;

/** How much load is asked for, and for how long. */
sealed interface Load {

    /** The words of the command line for it. */
    String words();

    /** Arrivals by a schedule that no answer slows down. */
    record Open(String words, List<Segment> segments, Spacing spacing) implements Load {
        public Open {
            segments = List.copyOf(segments);
        }

        /** The highest rate of the schedule, at which the warm-up runs, too. */
        double highest() {
            return segments.stream().mapToDouble(segment -> Math.max(segment.from(), segment.to())).max().orElseThrow();
        }
    }

    /** So many requests at a time, each followed by the next. */
    record Closed(String words, int concurrency, long nanos) implements Load {}

    /** The highest rate at which an objective holds, searched for. */
    record Search(String words, double from, Objective objective, long nanos, Spacing spacing) implements Load {}

    /** A quantile of latency that must stay below a time in nanoseconds. */
    record Objective(String words, Quantile quantile, long below) {}
}
