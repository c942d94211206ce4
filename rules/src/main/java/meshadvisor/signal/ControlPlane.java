package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

import meshadvisor.catalog.Mark.Proof;
import meshadvisor.model.Container.Role;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Workload;

/**
 * A workload that runs the control plane of a mesh, or a part of it.
 *
 * @param mesh id of the vendor
 * @param version empty where the image does not tell
 * @param wanted replicas as declared; empty where their number is not declared but follows from the nodes
 * @param ready pods of it that are ready; empty where no pod of the cluster was read
 */
public record ControlPlane(String mesh, ObjectKey workload, String version, OptionalInt wanted, OptionalInt ready) {

    /** Sorted by their workloads. */
    static List<ControlPlane> of(World world) {
        Map<ObjectKey, Sighting> sightings = new TreeMap<>();
        world.marked().of(Proof.CONTROL_PLANE)
                .forEach(s -> sightings.merge(s.object(), s, (one, other) -> one.version().given() ? one : other));
        Map<ObjectKey, Workload> workloads = world.marked().directory().selection().workloads();
        return sightings.values().stream()
                .flatMap(s -> Optional.ofNullable(workloads.get(s.object())).map(w -> of(world, s, w)).stream()).toList();
    }

    private static ControlPlane of(World world, Sighting sighting, Workload workload) {
        ObjectKey key = workload.meta().key();
        boolean counted = !world.snapshot().live().pods().isEmpty();
        int ready = (int) world.fleet().of(key).stream().filter(ControlPlane::ready).count();
        return new ControlPlane(sighting.mesh(), key, sighting.version().value(),
                workload.kind().equals("DaemonSet") ? OptionalInt.empty() : OptionalInt.of(workload.replicas()),
                counted ? OptionalInt.of(ready) : OptionalInt.empty());
    }

    private static boolean ready(RunningPod pod) {
        return pod.status().phase().equals("Running")
                && pod.containers().stream().filter(c -> c.role() != Role.INIT).allMatch(c -> c.state().ready());
    }
}
