package meshadvisor.support;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Chains;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Load;
import meshadvisor.model.Observed.Path;
import meshadvisor.model.Observed.Peer;
import meshadvisor.model.Observed.Source;
import meshadvisor.model.Observed.Spread;
import meshadvisor.model.Observed.Window;

/** Observed traffic in one line a flow. */
public record Flows(List<Flow> flows) {

    private static final Measured MISSING = new Measured.Missing("nobody measured it");

    /** Nothing was seen. */
    public static final Flows NONE = new Flows(List.of());

    /** With requests from one to another, both {@code namespace/name}; an empty one is unknown. */
    public Flows with(String from, String to, Encryption encryption, double requests) {
        return with(from, to, encryption, new Measured.Value(requests));
    }

    /** With a flow whose requests nobody counts. */
    public Flows uncounted(String from, String to, Encryption encryption) {
        return with(from, to, encryption, MISSING);
    }

    private Flows with(String from, String to, Encryption encryption, Measured requests) {
        List<Flow> more = new ArrayList<>(flows);
        more.add(
                new Flow(peer(from), peer(to), "http", encryption, new Load(requests, MISSING, MISSING, MISSING, MISSING, MISSING), "istio",
                        "istio_requests_total"));
        return new Flows(more);
    }

    private static Peer peer(String text) {
        int slash = text.lastIndexOf('/');
        return new Peer(slash < 0 ? "" : text.substring(0, slash), text.substring(slash + 1));
    }

    /** As one Prometheus shows it. */
    public Observed observed() {
        return new Observed(new Window("1h", "2026-09-17T12:00:00Z"), List.of(new Source("istio", "Istio", 1, flows.size(), List.of())),
                flows,
                Chains.NONE);
    }

    /** The same with a critical path through services of these names. */
    public Observed observedWith(String... services) {
        Observed metrics = observed();
        Path path = new Path(List.of(services), 2, new Measured.Value(3), MISSING);
        return new Observed(metrics.window(), metrics.sources(), flows, new Chains(2, new Spread(1, 2), new Spread(1, 3), services[0],
                List.of(path)));
    }
}
