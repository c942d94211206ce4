package meshadvisor.traces;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Peer;
import meshadvisor.model.Observed.Source;

/** Metrics and traces of one system. */
public final class Joined {

    private record Names(String from, String to) {}

    private Joined() {}

    /** What metrics show, and of the traces what they add: edges that no metric has, and the chains. */
    public static Observed of(Observed metrics, Observed traces) {
        Map<Names, List<Flow>> known = new HashMap<>();
        metrics.flows().forEach(f -> known.computeIfAbsent(names(f), n -> new ArrayList<>(1)).add(f));
        List<Flow> added = traces.flows().stream()
                .filter(t -> known.getOrDefault(names(t), List.of()).stream().noneMatch(m -> same(m, t))).toList();
        List<Flow> flows = new ArrayList<>(metrics.flows());
        flows.addAll(added);
        List<Source> sources = new ArrayList<>(metrics.sources());
        traces.sources().forEach(s -> sources.add(new Source(s.id(), s.name(), s.series(), added.size(), s.noted())));
        return new Observed(metrics.window(), sources, flows, traces.chains());
    }

    private static Names names(Flow flow) {
        return new Names(flow.from().name(), flow.to().name());
    }

    private static boolean same(Flow one, Flow other) {
        return near(one.from(), other.from()) && near(one.to(), other.to());
    }

    /** A namespace that is not told may be any. */
    private static boolean near(Peer one, Peer other) {
        return one.namespace().isEmpty() || other.namespace().isEmpty() || one.namespace().equals(other.namespace());
    }
}
