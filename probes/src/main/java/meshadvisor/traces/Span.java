package meshadvisor.traces;

import java.util.Comparator;
import meshadvisor.model.Observed.Peer;

/**
 * A part of a trace.
 *
 * @param parent 0 if it has none
 * @param start in microseconds since 1970
 * @param duration in microseconds
 */
record Span(long id, long parent, Peer service, Kind kind, long start, long duration) {

    /** Any order that does not depend on that of the files. */
    static final Comparator<Span> ORDER = Comparator.comparingLong(Span::start).thenComparingLong(Span::id)
            .thenComparing(Span::service).thenComparing(Span::kind).thenComparingLong(Span::duration).thenComparingLong(Span::parent);

    /** Which side of a call it is. */
    enum Kind {
        CLIENT, SERVER, OTHER
    }

    long end() {
        return start + duration;
    }
}
