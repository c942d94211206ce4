package meshadvisor.signal.code;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
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

    public Chain {
        services = List.copyOf(services);
        evidence = List.copyOf(evidence);
    }

    /** The worst chain of each service that retries; chains that are the end of a worse one are left out. */
    public static List<Chain> of(World world) {
        List<Coded> all = Coded.all(world);
        if (all.stream().allMatch(c -> c.guardsOfCalls().isEmpty())) {
            return List.of();
        }
        WorstWay search = new WorstWay(world, all);
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
