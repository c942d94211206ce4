package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.catalog.Mark;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/**
 * How many things there are that a mesh has to do with.
 *
 * @param pods of the user's own workloads that stay and have a network of their own: those that a mesh could take in
 * @param members those of them that run; empty where none were read, and the pods are those that manifests declare
 * @param daemons workloads with a pod on every node, which are not among the pods where nodes are not known
 * @param unbounded workloads whose autoscaler does not tell its maximum
 * @param nodes empty where they were not read
 * @param meshed pods of them that have part in a mesh already
 * @param gateways number of Gateways by their class
 */
public record Population(Pods pods, Set<ObjectKey> members, int daemons, int unbounded, OptionalInt nodes, int meshed,
        Map<String, Integer> gateways) {

    /**
     * A number of pods.
     *
     * @param least if every autoscaler runs its minimum
     * @param now that run, or that are written down
     * @param most if every autoscaler runs its maximum; of one that does not tell it, what there is now
     */
    public record Pods(int least, int now, int most) {
        static final Pods NONE = new Pods(0, 0, 0);

        Pods plus(Pods other) {
            return new Pods(least + other.least, now + other.now, most + other.most);
        }
    }

    public Population {
        members = Set.copyOf(members);
        gateways = Map.copyOf(gateways);
    }

    /** Counts. */
    public static Population of(World world) {
        boolean live = !world.snapshot().live().pods().isEmpty();
        int known = world.snapshot().live().nodes().size();
        Set<ObjectKey> members = new HashSet<>();
        Pods pods = Pods.NONE;
        int daemons = 0;
        int unbounded = 0;
        int meshed = 0;
        for (List<Workload> definitions : candidates(world).values()) {
            Workload workload = definitions.getFirst();
            List<ObjectKey> running = running(world, workload.meta().key());
            members.addAll(running);
            boolean everywhere = workload.kind().equals("DaemonSet");
            Pods mine = everywhere ? daemon(live ? running.size() : known) : replicas(world, definitions, live ? running.size() : -1);
            pods = pods.plus(mine);
            meshed += world.meshed(workload) ? mine.now : 0;
            daemons += everywhere && !live && known == 0 ? 1 : 0;
            unbounded += !everywhere && Reserved.replicas(world, workload).high().isEmpty() ? 1 : 0;
        }
        return new Population(pods, members, daemons, unbounded, known == 0 ? OptionalInt.empty() : OptionalInt.of(known), meshed,
                gateways(world));
    }

    private static Map<String, Integer> gateways(World world) {
        Map<String, Integer> gateways = new HashMap<>();
        world.snapshot().installed().gatewayClasses().values().stream().map(Text::value).forEach(c -> gateways.merge(c, 1, Integer::sum));
        return gateways;
    }

    /** What stays, has a network of its own and is the user's, by its key. */
    private static Map<ObjectKey, List<Workload>> candidates(World world) {
        Map<ObjectKey, List<Workload>> workloads = new LinkedHashMap<>();
        world.snapshot().running().workloads().stream()
                .filter(w -> world.candidate(w.meta().namespace()) && !w.ends() && !w.pod().hostNetwork().value().equals("true"))
                .forEach(w -> workloads.computeIfAbsent(w.meta().key(), k -> new ArrayList<>(1)).add(w));
        return workloads;
    }

    private static Pods daemon(int number) {
        return new Pods(number, number, number);
    }

    /**
     * Of a workload whose number of pods somebody or an autoscaler decides. An autoscaler brings a number that is written down into its bounds.
     *
     * @param definitions of one workload, of which nobody knows which holds where there are several; the first is taken for now
     * @param running -1 where no pods were read
     */
    private static Pods replicas(World world, List<Workload> definitions, int running) {
        List<Reserved.Span> spans = definitions.stream().map(w -> Reserved.replicas(world, w)).toList();
        Reserved.Span first = spans.getFirst();
        long written = Math.max(first.low(), definitions.getFirst().replicas());
        int now = running >= 0 ? running : (int) Math.min(written, first.high().orElse(written));
        Reserved.Span all = spans.stream().reduce(Reserved.Span::or).orElse(first);
        boolean fixed = running >= 0 && !Reserved.scaled(world, definitions.getFirst());
        return fixed ? daemon(now) : new Pods((int) Math.min(now, all.low()), now, (int) Math.max(now, all.high().orElse(now)));
    }

    private static List<ObjectKey> running(World world, ObjectKey workload) {
        return world.fleet().of(workload).stream().filter(p -> !p.placement().hostNetwork()).map(RunningPod::key).toList();
    }

    /** Number of Gateways whose class belongs to that mesh and that are no waypoints. */
    public int gatewaysOf(List<Mark> marks) {
        Set<String> classes = marks.stream().filter(Mark.GatewayClassMark.class::isInstance).map(Mark.GatewayClassMark.class::cast)
                .filter(m -> m.is() != Mark.Proof.WAYPOINT).map(Mark.GatewayClassMark::gatewayClass).collect(Collectors.toSet());
        return gateways.entrySet().stream().filter(e -> classes.contains(e.getKey())).mapToInt(Map.Entry::getValue).sum();
    }
}
