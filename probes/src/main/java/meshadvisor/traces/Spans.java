package meshadvisor.traces;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.model.Observed.Peer;

/** All spans that were read, by trace: the files of one collector may part a trace. */
final class Spans {

    private final int most;
    private final Map<String, Set<Span>> traces = new HashMap<>();
    private final Map<Peer, Peer> services = new HashMap<>();
    private int count;

    Spans(int most) {
        this.most = most;
    }

    /** How many more may come. */
    int room() {
        return most - count;
    }

    int count() {
        return count;
    }

    /** Takes one in; the same span in two files is one. False if there is no room. */
    boolean add(String trace, Span span) {
        if (count == most) {
            return false;
        }
        Peer service = services.computeIfAbsent(span.service(), s -> s);
        Span kept = new Span(span.id(), span.parent(), service, span.kind(), span.start(), span.duration());
        if (traces.computeIfAbsent(trace, t -> new HashSet<>()).add(kept)) {
            count++;
        }
        return true;
    }

    /** The spans of each trace, in an order that does not depend on that of the files. */
    List<List<Span>> all() {
        return traces.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(e -> e.getValue().stream().sorted(Span.ORDER).toList()).toList();
    }
}
