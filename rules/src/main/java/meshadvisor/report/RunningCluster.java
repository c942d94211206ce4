package meshadvisor.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

import meshadvisor.advice.Advice;
import meshadvisor.catalog.Platform;
import meshadvisor.model.Gap;
import meshadvisor.model.Live;
import meshadvisor.model.Live.Scope;
import meshadvisor.signal.ClusterState;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.NetworkSeen;
import meshadvisor.signal.PlatformSeen;
import meshadvisor.signal.ProxyCount;
import meshadvisor.signal.Reading;
import meshadvisor.signal.World;

/** What a report says of a cluster that was read. */
final class RunningCluster {

    /** Without signs: its traps hold everywhere. */
    private static final String EVERYWHERE = "generic";

    private RunningCluster() {}

    static Optional<Report.Running> of(World world, Advice advice) {
        Live live = world.snapshot().live();
        if (!live.seen()) {
            return Optional.empty();
        }
        List<PlatformSeen> platforms = PlatformSeen.of(world);
        return Optional.of(new Report.Running(live.server().name(), live.server().version().value(), live.server().readAt(), nodes(world),
                pods(world), ProxyCount.of(world), NetworkSeen.of(world), platforms, traps(world, advice, platforms),
                ClusterState.of(world), number(world, live.bounds().disruptionBudgets().size(), "read-poddisruptionbudgets.policy"),
                number(world, live.bounds().autoscalers().size(), "read-horizontalpodautoscalers.autoscaling")));
    }

    private static OptionalInt number(World world, int number, String gap) {
        boolean unread = number == 0 && (closed(world, gap) || world.snapshot().live().server().scope() == Scope.UNKNOWN);
        return unread ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** None is a number only where the whole list was read; a cluster where pods are placed has some. */
    private static OptionalInt nodes(World world) {
        Live live = world.snapshot().live();
        boolean placed = live.pods().stream().anyMatch(p -> !p.placement().node().isEmpty());
        boolean unread = live.nodes().isEmpty() && (placed || closed(world, "read-nodes") || live.server().scope() != Scope.ALL);
        return unread ? OptionalInt.empty() : OptionalInt.of(live.nodes().size());
    }

    private static OptionalInt pods(World world) {
        Live live = world.snapshot().live();
        OptionalInt unfinished = OptionalInt.of((int) live.pods().stream().filter(p -> !p.finished()).count());
        return live.pods().isEmpty() ? number(world, 0, "read-pods") : unfinished;
    }

    private static boolean closed(World world, String gap) {
        return world.snapshot().inputs().gaps().stream().anyMatch(g -> g.id().equals(gap));
    }

    /** That the platform is not known, where a cluster was read and it might be. */
    static Stream<Gap> gaps(World world) {
        boolean nodes = !world.snapshot().live().nodes().isEmpty();
        return nodes && PlatformSeen.reading(world) instanceof Reading.Unknown unknown ? Stream.of(unknown.gap()) : Stream.of();
    }

    /** Traps of one mesh matter where it is there or advised. Where several platforms were seen, nobody knows whose traps hold. */
    private static List<Platform.Trap> traps(World world, Advice advice, List<PlatformSeen> platforms) {
        Set<String> concerned = new HashSet<>();
        world.running().stream().map(MeshSeen::variant).forEach(concerned::add);
        world.running().stream().map(m -> m.marks().mesh()).forEach(concerned::add);
        if (!advice.verdict().mesh().isEmpty()) {
            concerned.add(advice.verdict().mesh());
        }
        advice.considered().forEach(c -> concerned.add(c.variant().variant().id()));
        if (concerned.isEmpty()) {
            return List.of();
        }
        Stream<Platform> own = platforms.size() == 1 ? Stream.of(platforms.getFirst().platform()) : Stream.of();
        Stream<Platform> every = world.catalogue().platforms().stream().filter(p -> p.id().equals(EVERYWHERE));
        return Stream.concat(own, every).flatMap(p -> p.traps().stream())
                .filter(t -> t.concerns().isEmpty() || t.concerns().stream().anyMatch(concerned::contains)).toList();
    }
}
