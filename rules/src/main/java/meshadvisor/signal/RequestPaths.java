package meshadvisor.signal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Service;
import meshadvisor.model.Use;
import meshadvisor.model.Workload;

/** What stands before a Service and looks into its requests, beside the proxies of the pods. */
public final class RequestPaths {

    private RequestPaths() {}

    /** Whether a waypoint does: the Service or its namespace asks for one. */
    public static boolean waypoint(World world, Service service) {
        return world.marked().of(Proof.WAYPOINT).stream()
                .anyMatch(s -> !s.setting().value().isEmpty() && !s.setting().value().equals("none")
                        && (s.object().equals(service.meta().key())
                                || s.object().kind().equals("Namespace") && s.object().name().equals(service.meta().namespace())));
    }

    /** Whether policies of a mesh do: one that decides by requests selects a workload behind the Service. */
    public static boolean policy(World world, String mesh, Service service) {
        Set<Meta> deciding =
                world.snapshot().uses().stream().filter(u -> u.by().equals(mesh) && u.capability().equals("authorization-http"))
                        .map(Use::from).collect(Collectors.toSet());
        List<Workload> behind = behind(world, service);
        return !deciding.isEmpty() && world.snapshot().policies().segmentation().stream().filter(s -> deciding.contains(s.meta()))
                .anyMatch(s -> behind.stream().anyMatch(w -> World.near(s.meta().namespace(), w.meta().namespace())
                        && s.selector().entrySet().stream().allMatch(e -> w.pod().label(e.getKey()).value().equals(e.getValue()))));
    }

    /** The workloads that a Service selects. */
    static List<Workload> behind(World world, Service service) {
        Set<ObjectKey> keys = world.directory().selection().selected().getOrDefault(service.meta().key(), Set.of());
        return keys.stream().flatMap(k -> Optional.ofNullable(world.directory().selection().workloads().get(k)).stream()).toList();
    }
}
