package meshadvisor.cost.overhead;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import meshadvisor.bench.Variants;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Makeup;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Said;
import meshadvisor.cost.overhead.Following.Follow;
import meshadvisor.cost.overhead.Profile.Measurement;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.HttpNeeds;
import meshadvisor.signal.Population;
import meshadvisor.signal.World;

/** Predicts what each way through a mesh would add to a system. The same system and seed give the same numbers. */
public final class Estimating {

    /** The seed that commands use. */
    public static final long SEED = 20_260_917;

    /** Chains that are shown of each way. */
    private static final int SHOWN = 5;

    /** Calls in a row that stand for a chain where no call is known: a request to a service that calls one that calls another. */
    private static final int USUAL_DEPTH = 3;

    /** Calls that are followed; no system that was seen has a tenth of that. */
    private static final int FOLLOWED = 2_000;

    private final World world;
    private final Profile profile;
    private final long seed;
    private final Lottery lottery;
    private final Scale scale;
    private final Population population;
    private final CallGraph graph;

    private Estimating(World world, Scale scale, Profile profile, long seed) {
        this.world = world;
        this.profile = profile;
        this.scale = scale;
        this.seed = seed;
        this.lottery = new Lottery(seed, Lottery.EXPERIMENTS);
        this.population = Population.of(world);
        this.graph = CallGraph.of(world);
    }

    /** What every way of the catalogue would add, for traffic of which nothing is said and with published figures. */
    public static List<Overhead> overheads(World world) {
        return of(world, Scale.of(world, Scale.Stated.NOTHING), Profile.NONE).overheads();
    }

    /** What every way of the catalogue would add. */
    public static Estimate of(World world, Scale scale, Profile profile) {
        return of(world, scale, profile, way -> true);
    }

    /** What the ways would add that are wanted, by their ids. */
    public static Estimate of(World world, Scale scale, Profile profile, Predicate<String> wanted) {
        return of(world, scale, profile, wanted, SEED);
    }

    /** The same from another seed: how much it differs is what drawing costs. */
    static Estimate of(World world, Scale scale, Profile profile, Predicate<String> wanted, long seed) {
        return new Estimating(world, scale, profile, seed).estimate(wanted);
    }

    private Estimate estimate(Predicate<String> wanted) {
        Map<String, String> names = new HashMap<>();
        Variants.of(world.catalogue().library()).forEach(v -> names.put(v.id(), v.name()));
        List<Forecast> forecasts = world.catalogue().vendors().stream()
                .flatMap(mesh -> world.catalogue().makeups(mesh).stream().filter(m -> wanted.test(m.variant()))
                        .map(m -> forecast(mesh, m, names.getOrDefault(m.variant(), m.variant()))))
                .toList();
        return new Estimate(scale, forecasts, Transfers.of(world.catalogue(), profile));
    }

    private Forecast forecast(String mesh, Makeup makeup, String name) {
        Catalogue catalogue = world.catalogue();
        int gateways = catalogue.marks(mesh).map(m -> population.gatewaysOf(m.marks())).orElse(0);
        Figures figures = new Figures(catalogue, mesh, profile, lottery);
        Way way = new Way(makeup, figures, scale, lottery, new Way.Charts(catalogue.requests(mesh), gateways));
        List<Way.Drawn> parts = way.parts();
        Sources resources = new Sources();
        parts.forEach(p -> resources.add(p.sources()));
        Sampled cpu = parts.stream().map(Way.Drawn::cpu).reduce(Sampled.exactly(0, lottery.experiments()), Sampled::plus);
        Sampled memory = parts.stream().map(Way.Drawn::memory).reduce(Sampled.exactly(0, lottery.experiments()), Sampled::plus);
        Sources ofHop = new Sources();
        Latency latency = Latency.of(makeup, figures, ofHop);
        Sources all = new Sources();
        all.add(resources);
        all.add(ofHop);
        List<Chain> chains = makeup.hop().isEmpty() ? List.of() : chains(latency, ofHop);
        List<Influence> influences = new ArrayList<>(Influence.on("CPU", cpu, lottery.inputs()));
        influences.addAll(Influence.on("memory", memory, lottery.inputs()));
        influences.addAll(Influence.on("latency of a call", latency.hop().factor(), lottery.inputs()));
        Said none = new Said(Basis.PREDICTED, "nothing stands in the way of a call", "", "", List.of());
        Said said = makeup.hop().isEmpty() ? none : ofHop.said("");
        Overhead overhead = new Overhead(mesh, makeup.variant(), name, parts.stream().map(Way.Drawn::part).toList(),
                new Amount(latency.quantile(0.50).range(), "ms", said), new Amount(latency.quantile(0.99).range(), "ms", said),
                unseen(makeup, all));
        return new Forecast(overhead, new Amount(cpu.range(), "millicores", resources.said("no part is added")),
                new Amount(memory.range(), "MiB", resources.said("no part is added")), chains, influences,
                all.measured().stream().map(Measurement::words).toList(),
                parts.stream().map(p -> new Forecast.Taken(p.part().name(), p.cpu(), p.memory())).toList());
    }

    private List<String> unseen(Makeup makeup, Sources sources) {
        List<String> unseen = new ArrayList<>(makeup.unseen());
        sources.measured().stream().filter(m -> !m.stock()).map(Measurement::way).distinct()
                .forEach(w -> unseen
                        .add("Measured with " + w + ", which is not as its project ships it: nothing is said of the shipped one."));
        if (graph.calls().isEmpty()) {
            unseen.add("No call between services is known, so no chain of yours is predicted; three calls in a row stand for one.");
        }
        if (graph.calls().size() > FOLLOWED) {
            unseen.add("Of " + graph.calls().size() + " calls between services the first " + FOLLOWED + " were followed.");
        }
        if (!makeup.hopElsewhere().isEmpty() && !HttpNeeds.of(world).known()) {
            unseen.add(
                    "Nothing tells which services need HTTP features, so every call of a chain is taken as one that does; --need says it.");
        }
        if (population.meshed() > 0) {
            unseen.add(population.meshed() + " of the " + scale.likelyPods()
                    + " pods have part in a mesh already; what that takes today is counted as if"
                    + " it were added.");
        }
        if (population.daemons() > 0) {
            unseen.add(
                    (population.daemons() == 1
                            ? "1 workload runs a pod on every node, and the nodes are not known; one pod of it is counted."
                            : population.daemons()
                                    + " workloads run a pod on every node, and the nodes are not known; one pod of each is counted."));
        }
        if (population.unbounded() > 0) {
            unseen.add(population.unbounded()
                    + " autoscalers do not tell their maximum; their pods are counted as they are now, and may be more.");
        }
        return List.copyOf(unseen);
    }

    private List<Chain> chains(Latency latency, Sources sources) {
        boolean known = !graph.calls().isEmpty();
        List<CallGraph.Call> calls = known ? graph.calls().stream().limit(FOLLOWED).toList()
                : IntStream.range(0, USUAL_DEPTH).mapToObj(i -> new CallGraph.Call(i, i + 1)).toList();
        boolean told = known && HttpNeeds.of(world).known();
        Following following = new Following(calls, latency.tables(i -> !told || graph.nodes().get(i).http()), seed);
        Map<Integer, Double> slowest = new HashMap<>();
        following.entrances().forEach(e -> slowest.put(e, following.from(e).atOnce().quantile(0.99)));
        Sampled factor = latency.hop().factor().ordered(); // all that is made of it is in order, too
        return slowest.entrySet().stream()
                .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN).map(e -> chain(following.from(e.getKey()), factor, sources, known)).toList();
    }

    private Chain chain(Follow follow, Sampled factor, Sources sources, boolean known) {
        Said said = sources.said("nothing stands in the way of a call");
        Sampled p99 = factor.times(follow.atOnce().quantile(0.99));
        List<String> services = known ? follow.longest().stream().map(i -> graph.nodes().get(i).label()).toList() : List.of();
        return new Chain(services, (int) Math.min(Integer.MAX_VALUE, follow.calls()), known,
                new Amount(factor.times(follow.atOnce().quantile(0.50)).range(), "ms", said), new Amount(p99.range(), "ms", said),
                new Amount(factor.times(follow.inTurn().quantile(0.99)).range(), "ms", said), p99.ascending());
    }
}
