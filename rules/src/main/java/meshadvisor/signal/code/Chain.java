package meshadvisor.signal.code;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import meshadvisor.catalog.Marks;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/**
 * Calls behind one another of which at least one is retried. Layers multiply for failures that all of them retry: the number is the worst case.
 *
 * @param services in the order of the calls
 * @param factor calls of the last service for one call of the first
 * @param evidence who retries, in the order of the calls
 */
public record Chain(Coded first, List<String> services, double factor, List<Evidence> evidence) {

    /** Signals about it. */
    public static final Map<String, BiFunction<World, Chain, Reading>> TABLE = Map.of(
            "retry-factor", (w, c) -> Reading.amount(c.factor, c.evidence),
            "call-chain", (w, c) -> Reading.choice(String.join(" → ", c.services), List.of()));

    /** A chain as it would be with a mesh. */
    public record Adopting(String mesh, Chain chain) {

        /** Signals about it. */
        public static final Map<String, BiFunction<World, Adopting, Reading>> TABLE = Map.of(
                "retry-factor", (w, a) -> Reading.amount(a.chain.factor, a.chain.evidence),
                "call-chain", (w, a) -> Reading.choice(String.join(" → ", a.chain.services), List.of()),
                "adopted-mesh", (w, a) -> Reading.choice(a.mesh, List.of()));
    }

    public Chain {
        services = List.copyOf(services);
        evidence = List.copyOf(evidence);
    }

    /** The worst chain of each service that retries; chains that are the end of a worse one are left out. */
    public static List<Chain> of(World world) {
        return of(world, MeshRetries.of(world));
    }

    /** Likewise with what meshes that are advised or proposed would retry without being asked, where that is more than without them. */
    public static List<Adopting> ifAdopted(World world) {
        Map<ObjectKey, Double> now = new HashMap<>();
        List<Adopting> adopting = new ArrayList<>();
        for (Marks marks : world.advised().isEmpty() ? List.<Marks>of() : world.catalogue().marks()) {
            marks.usualRetries().stream().filter(u -> world.advised().contains(u.variant()) && u.attempts() > 0)
                    .filter(u -> world.runningMesh(marks.mesh()).isEmpty()).forEach(u -> {
                        if (now.isEmpty()) {
                            of(world).forEach(c -> now.put(c.object(), c.factor));
                        }
                        of(world, MeshRetries.ifAdopted(world, u.variant())).stream()
                                .filter(c -> c.factor > now.getOrDefault(c.object(), 1.0))
                                .forEach(c -> adopting.add(new Adopting(marks.name(), c)));
                    });
        }
        return adopting;
    }

    private static List<Chain> of(World world, MeshRetries mesh) {
        List<Coded> all = Coded.all(world);
        if (all.stream().allMatch(c -> c.guardsOfCalls().isEmpty())) {
            return List.of();
        }
        WorstWay search = new WorstWay(world, all, mesh);
        List<Chain> chains = all.stream().map(search::from).flatMap(Optional::stream)
                .sorted(Comparator.comparingDouble(Chain::factor).reversed().thenComparing(c -> c.first.name())).toList();
        return chains.stream().filter(c -> chains.stream().noneMatch(o -> o.endsLike(c))).toList();
    }

    private boolean endsLike(Chain other) {
        return services.size() > other.services.size() && services.subList(services.size() - other.services.size(), services.size())
                .equals(other.services);
    }

    /** The object that stands for the first service. */
    public ObjectKey object() {
        return first.object();
    }

    /** Where the first retry stands. */
    public Place place() {
        return evidence.isEmpty() ? first.place() : evidence.getFirst().place();
    }
}
