package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.model.Evidence;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed;
import meshadvisor.model.Observed.Encryption;
import meshadvisor.model.Observed.Flow;
import meshadvisor.model.Observed.Peer;

/**
 * How much of the observed traffic is encrypted, and by whom callers are identified.
 *
 * @param requests per second, of flows whose requests are counted, by protection
 * @param edges number of pairs of caller and called, by the worst protection that any flow between them has
 * @param plaintext edges with traffic that everybody can read, the busiest first
 */
public record MtlsCoverage(Map<Encryption, Double> requests, Map<Encryption, Integer> edges, List<PlainEdge> plaintext) {

    /**
     * An edge with plaintext traffic.
     *
     * @param requests per second in plaintext
     */
    public record PlainEdge(Peer from, Peer to, Measured requests, Evidence evidence) {}

    private record Ends(Peer from, Peer to) {}

    public MtlsCoverage {
        plaintext = List.copyOf(plaintext);
    }

    /** Of everything observed. */
    public static MtlsCoverage of(Observed observed) {
        Map<Encryption, Double> requests = new EnumMap<>(Encryption.class);
        Map<Ends, List<Flow>> byEnds = new LinkedHashMap<>();
        for (Flow flow : observed.flows()) {
            if (flow.load().requests() instanceof Measured.Value(double perSecond)) {
                requests.merge(flow.encryption(), perSecond, Double::sum);
            }
            byEnds.computeIfAbsent(new Ends(flow.from(), flow.to()), e -> new ArrayList<>(1)).add(flow);
        }
        Map<Encryption, Integer> edges = new EnumMap<>(Encryption.class);
        List<PlainEdge> plaintext = new ArrayList<>();
        byEnds.forEach((ends, flows) -> {
            edges.merge(flows.stream().map(Flow::encryption).max(Comparator.naturalOrder()).orElseThrow(), 1, Integer::sum);
            List<Flow> plain = flows.stream().filter(f -> f.encryption() == Encryption.PLAINTEXT).toList();
            if (!plain.isEmpty()) {
                plaintext.add(new PlainEdge(ends.from(), ends.to(), sum(plain), ObservedCalls.evidence(observed, plain)));
            }
        });
        plaintext.sort(Comparator.comparingDouble((PlainEdge e) -> -e.requests().orNothing()).thenComparing(PlainEdge::from)
                .thenComparing(PlainEdge::to));
        return new MtlsCoverage(requests, edges, plaintext);
    }

    private static Measured sum(List<Flow> flows) {
        boolean known = flows.stream().anyMatch(f -> f.load().requests().known());
        return known ? new Measured.Value(flows.stream().mapToDouble(f -> f.load().requests().orNothing()).sum())
                : flows.getFirst().load().requests();
    }

    /** Requests per second of all flows whose requests are counted; no data where none are. */
    public Measured total() {
        return requests.isEmpty() ? new Measured.Missing("no source counts requests")
                : new Measured.Value(requests.values().stream().mapToDouble(Double::doubleValue).sum());
    }

    /** The share of requests with that protection, in [0, 1]; no data where no requests are counted, or none came. */
    public Measured share(Encryption encryption) {
        double all = total().orNothing();
        return all > 0 ? new Measured.Value(requests.getOrDefault(encryption, 0.0) / all)
                : new Measured.Missing("no requests were counted");
    }
}
