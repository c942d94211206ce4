package meshadvisor.signal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.catalog.Mark;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/**
 * How many things there are that a mesh has to do with.
 *
 * @param pods of the user's own workloads that stay and have a network of their own: those that a mesh could take in
 * @param running whether the pods were counted where they run, not as manifests declare them
 * @param daemons workloads with a pod on every node, which are not among the pods where nodes are not known
 * @param nodes empty where they were not read
 * @param meshed pods of them that have part in a mesh already
 * @param gateways number of Gateways by their class
 */
public record Population(int pods, boolean running, int daemons, OptionalInt nodes, int meshed, Map<String, Integer> gateways) {

    public Population {
        gateways = Map.copyOf(gateways);
    }

    /** Counts. */
    public static Population of(World world) {
        Map<ObjectKey, Workload> workloads = new LinkedHashMap<>();
        world.snapshot().running().workloads().stream()
                .filter(w -> world.candidate(w.meta().namespace()) && !w.ends() && !w.pod().hostNetwork().value().equals("true"))
                .forEach(w -> workloads.putIfAbsent(w.meta().key(), w));
        boolean live = !world.snapshot().live().pods().isEmpty();
        int known = world.snapshot().live().nodes().size();
        int daemons = 0;
        int pods = 0;
        int meshed = 0;
        for (Workload workload : workloads.values()) {
            boolean everywhere = workload.kind().equals("DaemonSet");
            int mine = live ? running(world, workload.meta().key()) : everywhere ? known : workload.replicas();
            pods += mine;
            meshed += world.meshed(workload) ? mine : 0;
            daemons += everywhere && !live && known == 0 ? 1 : 0;
        }
        Map<String, Integer> gateways = new HashMap<>();
        world.snapshot().installed().gatewayClasses().values().stream().map(Text::value).forEach(c -> gateways.merge(c, 1, Integer::sum));
        return new Population(pods, live, daemons, known == 0 ? OptionalInt.empty() : OptionalInt.of(known), meshed, gateways);
    }

    private static int running(World world, ObjectKey workload) {
        return (int) world.fleet().of(workload).stream().filter(p -> !p.placement().hostNetwork()).count();
    }

    /** Number of Gateways whose class belongs to that mesh and that are no waypoints. */
    public int gatewaysOf(List<Mark> marks) {
        Set<String> classes = marks.stream().filter(Mark.GatewayClassMark.class::isInstance).map(Mark.GatewayClassMark.class::cast)
                .filter(m -> m.is() != Mark.Proof.WAYPOINT).map(Mark.GatewayClassMark::gatewayClass).collect(Collectors.toSet());
        return gateways.entrySet().stream().filter(e -> classes.contains(e.getKey())).mapToInt(Map.Entry::getValue).sum();
    }
}
