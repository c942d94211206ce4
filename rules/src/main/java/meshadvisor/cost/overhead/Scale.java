package meshadvisor.cost.overhead;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.model.Observed;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.HttpNeeds;
import meshadvisor.signal.Population;
import meshadvisor.signal.World;

/**
 * For how much an estimate is made. What nobody knows is a range with what it is assumed from.
 *
 * @param requests per second from service to service, all together
 * @param entering requests per second that come from outside
 * @param kibibytes of a request and its answer together
 * @param connections open at each proxy of a pod
 * @param httpShare of the requests between services, those that need a proxy which understands HTTP; in [0, 1]
 * @param nodes of the cluster
 * @param pods that a mesh would take in: the middle is what runs or is written down, the ends are what autoscalers may run
 * @param waypoints namespaces with something that needs HTTP features
 */
public record Scale(Amount requests, Amount entering, Amount kibibytes, Amount connections, Amount httpShare, Amount nodes, Amount pods,
        int waypoints) {

    private static final String UNSTATED = "nobody counted it";

    /**
     * What a user says of the traffic.
     *
     * @param requests per second, none where it is not said
     */
    public record Stated(List<Range> requests, List<Range> kibibytes, List<Range> connections) {
        /** Nothing. */
        public static final Stated NOTHING = new Stated(List.of(), List.of(), List.of());

        public Stated {
            requests = List.copyOf(requests);
            kibibytes = List.copyOf(kibibytes);
            connections = List.copyOf(connections);
        }
    }

    /** The scale of a system: what was said, else what was observed, else what is assumed. */
    public static Scale of(World world, Stated stated) {
        CallGraph graph = CallGraph.of(world);
        Population population = Population.of(world);
        HttpNeeds needs = HttpNeeds.of(world);
        int callees = Math.max(1, graph.calls().isEmpty() ? world.count() : graph.calls().size());
        Amount requests = said(stated.requests, "requests/s").orElseGet(() -> requests(world, graph, callees));
        int waypoints = needs.known() ? graph.httpNamespaces().size() : namespaces(graph);
        return new Scale(requests, entering(world, graph, requests), said(stated.kibibytes, "KiB").orElseGet(() -> size(world)),
                said(stated.connections, "connections").orElseGet(() -> assumed(new Range(2, 10, 100), "connections",
                        "from 2 to 100 at each proxy")),
                share(graph, needs), nodes(population), pods(population), waypoints);
    }

    private static Optional<Amount> said(List<Range> ranges, String unit) {
        return ranges.stream().findFirst()
                .map(r -> new Amount(r, unit, new Said(Basis.ASSUMED, "stated on the command line", "", "", List.of())));
    }

    private static Amount requests(World world, CallGraph graph, int callees) {
        if (graph.requests() > 0) {
            return observed(world, graph.requests(), "requests/s", "between services of the scan; what no source counts is not in it");
        }
        return assumed(new Range(callees, 10.0 * callees, 100.0 * callees), "requests/s", String.format(Locale.ROOT,
                "1 to 100 requests/s, most likely 10, for each of %d %s", callees,
                graph.calls().isEmpty() ? "services, because no call between services is known" : "calls that are known"));
    }

    private static Amount entering(World world, CallGraph graph, Amount requests) {
        Range all = requests.range();
        return graph.entering() > 0 ? observed(world, graph.entering(), "requests/s", "whose caller no source names")
                : assumed(new Range(all.low() / 10, all.likely() / 3, all.high()), "requests/s",
                        "a tenth of the requests between services to as many as those");
    }

    private static Amount observed(World world, double value, String unit, String conditions) {
        Observed.Window window = world.snapshot().observed().window();
        return new Amount(Range.exactly(value), unit,
                new Said(Basis.MEASURED, "metrics of the " + window.length() + " before " + window.end(),
                        window.end().isEmpty() ? "" : window.end().substring(0, 10), conditions, List.of()));
    }

    private static Amount size(World world) {
        List<Observed.Flow> flows = world.snapshot().observed().flows().stream()
                .filter(f -> f.load().bytes().known() && f.load().requests().orNothing() > 0).toList();
        double requests = flows.stream().mapToDouble(f -> f.load().requests().orNothing()).sum();
        double bytes = flows.stream().mapToDouble(f -> f.load().bytes().orNothing()).sum();
        return bytes > 0 ? observed(world, bytes / requests / 1024, "KiB", "of a request and its answer together, on average")
                : assumed(new Range(0.5, 2, 16), "KiB", "half a KiB to 16 KiB, most likely 2, for a request and its answer");
    }

    private static Amount share(CallGraph graph, HttpNeeds needs) {
        if (!needs.stated().isEmpty()) {
            return new Amount(Range.exactly(1), "of the requests", new Said(Basis.ASSUMED, "the needs that were stated: "
                    + String.join(", ", needs.stated()), "", "a stated need holds for all services", List.of()));
        }
        long http = graph.nodes().stream().filter(CallGraph.Node::http).count();
        double most = graph.nodes().isEmpty() ? 0 : (double) http / graph.nodes().size();
        return needs.known() ? new Amount(new Range(most / 2, most, Math.min(1, 2 * most)), "of the requests",
                new Said(Basis.ASSUMED, "routes of the manifests", "", http + " of " + graph.nodes().size()
                        + " services; half to twice as many of the requests", List.of("which requests go to those services")))
                : assumed(new Range(0.1, 0.5, 1), "of the requests",
                        "a tenth to all requests, because nothing tells which services need HTTP features");
    }

    /** The middle of the number of pods. */
    public int likelyPods() {
        return (int) Math.round(pods.range().likely());
    }

    /** By how much there may be fewer or more of a part than is likely: the likely number is 1. */
    public Range spread(Part.Where where) {
        return switch (where) {
            case POD -> relative(pods.range());
            case NODE -> relative(nodes.range());
            case OWN -> Range.exactly(1);
        };
    }

    private static Range relative(Range range) {
        return range.likely() == 0 ? Range.exactly(1) : new Range(range.low() / range.likely(), 1, range.high() / range.likely());
    }

    private static Amount nodes(Population population) {
        if (population.nodes().isPresent()) {
            return new Amount(Range.exactly(population.nodes().getAsInt()), "nodes",
                    new Said(Basis.MEASURED, "the cluster", "", "", List.of()));
        }
        double pods = Math.max(1, population.pods().now());
        return assumed(new Range(Math.max(1, Math.ceil(pods / 30)), Math.max(2, Math.ceil(pods / 12)), Math.max(3, Math.ceil(pods / 5))),
                "nodes", "5 to 30 pods on each node, most likely 12, because no cluster was read");
    }

    private static Amount pods(Population population) {
        Population.Pods pods = population.pods();
        int one = population.daemons();
        boolean running = !population.members().isEmpty();
        String source = running ? "pods of the cluster that a mesh would take in" : "pods that manifests declare";
        if (pods.least() == pods.most()) {
            return new Amount(Range.exactly(pods.now() + one), "pods", new Said(Basis.MEASURED, source, "", "", List.of()));
        }
        return new Amount(new Range(pods.least() + one, pods.now() + one, pods.most() + one), "pods",
                new Said(Basis.PREDICTED, source, "", "from every autoscaler at its minimum to every one at its maximum;"
                        + " of what is defined twice, either definition", List.of("how many pods there are")));
    }

    private static int namespaces(CallGraph graph) {
        return (int) graph.nodes().stream().map(CallGraph.Node::namespace).distinct().count();
    }

    private static Amount assumed(Range range, String unit, String prior) {
        return new Amount(range, unit, new Said(Basis.ASSUMED, UNSTATED, "", prior, List.of()));
    }
}
