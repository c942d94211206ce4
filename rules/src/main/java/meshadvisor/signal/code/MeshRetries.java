package meshadvisor.signal.code;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.model.Evidence;
import meshadvisor.model.Route;
import meshadvisor.model.Text;
import meshadvisor.model.Use;
import meshadvisor.signal.Hosts;
import meshadvisor.signal.World;

/** Retries that routes of a mesh are told to make between services, by the name of the Service that is called. */
final class MeshRetries {

    /** How often the mesh tries again. */
    record Retried(int attempts, Evidence evidence) {}

    private final Map<String, Retried> byService = new HashMap<>();

    private MeshRetries() {}

    static MeshRetries of(World world) {
        MeshRetries retries = new MeshRetries();
        for (Route route : world.snapshot().traffic().routes().stream().filter(r -> r.hop() != Use.Hop.EDGE).toList()) {
            route.rules().stream().filter(r -> r.retries().configured() && r.retries().attempts() > 0)
                    .forEach(r -> retries.add(route, r));
        }
        return retries;
    }

    private void add(Route route, Route.Rule rule) {
        List<Text> backends = rule.backends().stream().map(Route.Backend::host).toList();
        Retried retried = new Retried(rule.retries().attempts(), new Evidence(
                route.meta().key() + " retries " + rule.retries().attempts() + " times", rule.retries().place()));
        Stream.of(route.hosts(), route.parents(), backends).flatMap(List::stream).map(t -> Hosts.parts(t.value()))
                .flatMap(Optional::stream).forEach(p -> byService.merge(p.name(), retried,
                        (one, other) -> one.attempts >= other.attempts ? one : other));
    }

    /** What the mesh does with calls of that Service. */
    Optional<Retried> of(String service) {
        return Optional.ofNullable(byService.get(service));
    }
}
