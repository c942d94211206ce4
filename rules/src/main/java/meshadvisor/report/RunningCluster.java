package meshadvisor.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import meshadvisor.advice.Advice;
import meshadvisor.catalog.Platform;
import meshadvisor.model.Gap;
import meshadvisor.model.Live;
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
        return Optional.of(new Report.Running(live.server().name(), live.server().version().value(), live.nodes().size(),
                (int) live.pods().stream().filter(p -> !p.finished()).count(), ProxyCount.of(world), NetworkSeen.of(world), platforms,
                traps(world, advice, platforms)));
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
