package meshadvisor.signal.code;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.catalog.Marks;
import meshadvisor.catalog.UsualRetries;
import meshadvisor.model.Evidence;
import meshadvisor.model.Place;
import meshadvisor.model.Route;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;
import meshadvisor.signal.Hosts;
import meshadvisor.signal.Protocols;
import meshadvisor.signal.RequestPaths;
import meshadvisor.signal.World;

/**
 * Retries of a mesh between services: those that its routes ask for, by the name of the Service that is called, and those that it makes when
 * nothing asks.
 *
 * @param adopted id of the variant that is thought to be there, empty for what is there
 * @param unasked names of Services to which a route leads that says nothing of retries
 */
record MeshRetries(World world, String adopted, Map<String, Retried> routed, Set<String> unasked) {

    /**
     * How often the mesh tries again.
     *
     * @param answers whether answers of the service that is called are retried; else only what never reached it
     */
    record Retried(int attempts, boolean answers, Evidence evidence) {}

    /** A call, as the mesh sees it. */
    record Called(List<Workload> callers, String service, List<Service> services) {}

    /** Those of the mesh that is there. */
    static MeshRetries of(World world) {
        return ifAdopted(world, "");
    }

    /** Those that there would be with a variant of a mesh. */
    static MeshRetries ifAdopted(World world, String variant) {
        MeshRetries retries = new MeshRetries(world, variant, new HashMap<>(), new HashSet<>());
        world.snapshot().traffic().routes().stream().filter(r -> r.hop() != Use.Hop.EDGE)
                .forEach(route -> route.rules().forEach(rule -> retries.add(route, rule)));
        return retries;
    }

    private void add(Route route, Route.Rule rule) {
        List<Text> backends = rule.backends().stream().map(Route.Backend::host).toList();
        Stream.of(route.hosts(), route.parents(), backends).flatMap(List::stream).map(t -> Hosts.parts(t.value()))
                .flatMap(Optional::stream).map(Hosts.Parts::name).distinct().forEach(name -> add(name, route, rule));
    }

    private void add(String name, Route route, Route.Rule rule) {
        int attempts = rule.retries().attempts();
        if (rule.retries().configured()) {
            Retried retried = new Retried(attempts, true, new Evidence(route.meta().key() + " retries " + attempts + " times",
                    rule.retries().place()));
            routed.merge(name, retried, (one, other) -> one.attempts >= other.attempts ? one : other);
        } else {
            unasked.add(name);
        }
    }

    /** What the mesh does with a call, asked or by itself: where both are possible, what makes more calls. */
    Optional<Retried> of(Called call) {
        Optional<Retried> asked = Optional.ofNullable(routed.get(call.service)).filter(r -> r.attempts > 0);
        boolean open = !routed.containsKey(call.service) || unasked.contains(call.service);
        Optional<Retried> usual = open ? usual(call) : Optional.empty();
        return usual.filter(u -> asked.isEmpty() || u.attempts > asked.get().attempts).or(() -> asked);
    }

    /** Nothing is retried on ports that a proxy takes for bytes. */
    private Optional<Retried> usual(Called call) {
        boolean closed = !call.services.isEmpty() && call.services.stream().flatMap(s -> s.ports().stream())
                .allMatch(p -> Protocols.isClosed(Protocols.of(p)));
        return closed ? Optional.empty()
                : world.catalogue().marks().stream().flatMap(m -> m.usualRetries().stream().filter(u -> holds(m, u, call))
                        .map(u -> retried(m, u))).filter(r -> r.attempts > 0).findFirst();
    }

    private boolean holds(Marks marks, UsualRetries usual, Called call) {
        return switch (usual.at()) {
            case CALLER -> takesPart(usual.variant(), call.callers);
            case WAYPOINT -> takesPart(usual.variant(), call.callers)
                    && call.services.stream().anyMatch(s -> RequestPaths.waypoint(world, s));
            case POLICY -> (usual.variant().equals(adopted) || world.runningMesh(marks.mesh()).isPresent())
                    && call.services.stream().anyMatch(s -> RequestPaths.policy(world, marks.mesh(), s));
        };
    }

    private boolean takesPart(String variant, List<Workload> workloads) {
        return adopted.isEmpty() ? workloads.stream().anyMatch(w -> world.variantOf(w).equals(variant)) : variant.equals(adopted);
    }

    /** The number that the values of the chart give goes before the mesh's own. */
    private Retried retried(Marks marks, UsualRetries usual) {
        Optional<Text> set = world.chartValues(marks.mesh(), marks.retriesValues()).stream().filter(v -> v.value().matches("\\d{1,2}"))
                .findFirst();
        int attempts = set.map(v -> Integer.parseInt(v.value())).orElse(usual.attempts());
        boolean all = world.runningMesh(marks.mesh()).filter(m -> m.olderThan(marks.unsafeRetriesBefore())).isPresent();
        String says = set.isPresent() ? "as the values of its chart say" : "without being asked (" + usual.source() + ", " + usual.date()
                + ")";
        String on = all ? "this version does so for every 503, too" : usual.on();
        String does = marks.name() + (adopted.isEmpty() ? " retries " : " would retry ") + attempts + " times, ";
        return new Retried(attempts, usual.answers() || all,
                new Evidence(does + says + "; " + on, set.map(Text::place).orElse(Place.NOWHERE)));
    }
}
