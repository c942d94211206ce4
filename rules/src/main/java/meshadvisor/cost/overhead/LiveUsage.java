package meshadvisor.cost.overhead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Figure;
import meshadvisor.catalog.Makeup;
import meshadvisor.catalog.Makeup.Piece;
import meshadvisor.cost.overhead.Profile.Measurement;
import meshadvisor.cost.overhead.Profile.Value;
import meshadvisor.model.Usage;
import meshadvisor.signal.CallGraph;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.World;

/** Makes a profile of what the proxies of a running mesh use, as the metrics API told it when a cluster was read. */
public final class LiveUsage {

    private static final double MEBIBYTE = 1 << 20;

    private final World world;
    private final List<Measurement> measurements = new ArrayList<>();

    private LiveUsage(World world) {
        this.world = world;
    }

    /** What was metered of the parts of the meshes that run; without measurements where no usage was read or no mesh runs. */
    public static Profile of(World world) {
        LiveUsage usage = new LiveUsage(world);
        Catalogue catalogue = world.catalogue();
        for (MeshSeen mesh : world.running()) {
            catalogue.makeups(mesh.marks().mesh()).stream().filter(m -> m.variant().equals(mesh.variant()))
                    .forEach(m -> m.parts().forEach(p -> usage.part(mesh, m, p)));
        }
        var server = world.snapshot().live().server();
        return new Profile(server.name(), server.readAt(), "usage of the cluster " + server.name(), usage.measurements);
    }

    private void part(MeshSeen mesh, Makeup makeup, Piece piece) {
        Set<String> own = Set.copyOf(mesh.marks().namespaces());
        List<Usage.OfContainer> metered = world.snapshot().live().usage().containers().stream()
                .filter(c -> c.container().equals(piece.part()))
                .filter(c -> own.contains(c.pod().namespace()) == (piece.per() != Makeup.Per.POD)).toList();
        if (metered.isEmpty()) {
            return;
        }
        double memory = sum(metered, c -> c.used().memoryBytes().orNothing()) / MEBIBYTE / metered.size();
        double requests = CallGraph.of(world).requests() / 1000 * piece.passes();
        double cpu = requests == 0 ? 0 : sum(metered, c -> c.used().cpuMillis().orNothing()) / requests;
        put(mesh, makeup, figure(mesh, piece.memory(), Figure.Of.MEMORY), memory, metered);
        put(mesh, makeup, piece.carries() == Makeup.Carries.ALL ? figure(mesh, piece.cpu(), Figure.Of.CPU_PER_1000) : Optional.empty(), cpu,
                metered);
    }

    private static double sum(List<Usage.OfContainer> metered, ToDoubleFunction<Usage.OfContainer> of) {
        return metered.stream().mapToDouble(of).sum();
    }

    private Optional<Figure> figure(MeshSeen mesh, List<String> ids, Figure.Of of) {
        return world.catalogue().figures(mesh.marks().mesh()).stream().filter(f -> f.of() == of && ids.contains(f.id())).findFirst();
    }

    private void put(MeshSeen mesh, Makeup makeup, Optional<Figure> figure, double value, List<Usage.OfContainer> metered) {
        if (value > 0) {
            figure.ifPresent(
                    f -> measurements.add(new Measurement(mesh.marks().mesh(), f.id(), makeup.variant(), true, true, f.of(), f.unit(), "",
                            List.of(new Value(value, 0, "as it was when the cluster was read")), metered.size() + " containers, over "
                                    + metered.getFirst().window().window() + " to " + metered.getFirst().window().end())));
        }
    }
}
