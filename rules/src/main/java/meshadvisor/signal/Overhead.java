package meshadvisor.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.catalog.ProxyRequests;
import meshadvisor.catalog.ProxyRequests.Per;
import meshadvisor.model.Bounds.Quota;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.LimitRange;
import meshadvisor.model.Live;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Quantity;
import meshadvisor.model.Workload;
import meshadvisor.signal.Membership.State;

/**
 * What one way to run a mesh would additionally reserve in a running cluster: proxies for the pods that would get one, agents for the nodes.
 *
 * @param parts of the variant, with what they request
 * @param proxies predicted, by namespace
 */
record Overhead(String variant, List<ProxyRequests> parts, Map<String, List<PredictedProxy>> proxies) {

    static final Map<String, BiFunction<World, Overhead, Reading>> TABLE = new TreeMap<>(Map.of(
            "variant", (w, o) -> Reading.choice(o.variant, List.of()),
            "overhead", (w, o) -> Reading.choice(o.words(), List.of()),
            "overhead-stated", (w, o) -> new Reading.Flag(!o.perNode().plus(o.ofPods()).equals(Room.Sum.NOTHING), List.of()),
            "overhead-fits", (w, o) -> o.fits(w)));

    /** For the variant of the mesh that runs, as far as pods lack what they should have; for every variant where none runs. */
    static List<Overhead> of(World world) {
        if (!world.snapshot().live().seen()) {
            return List.of();
        }
        Optional<MeshSeen> mesh = world.running().stream().filter(m -> !m.marks().cni() && !m.marks().generic()).findFirst();
        Stream<String> vendors = mesh.map(m -> Stream.of(m.marks().mesh())).orElseGet(() -> world.catalogue().vendors().stream());
        Map<String, List<ProxyRequests>> variants = vendors.flatMap(v -> world.catalogue().requests(v).stream())
                .filter(r -> mesh.map(m -> m.variant().equals(r.variant()) && r.per() == Per.POD).orElse(true))
                .collect(Collectors.groupingBy(ProxyRequests::variant, TreeMap::new, Collectors.toList()));
        List<Overhead> all = new ArrayList<>();
        variants.forEach((variant, parts) -> all.add(new Overhead(variant, parts, predicted(world, parts, mesh))));
        return all;
    }

    ObjectKey object() {
        return new ObjectKey("", "Variant", "", variant);
    }

    private static Map<String, List<PredictedProxy>> predicted(World world, List<ProxyRequests> parts, Optional<MeshSeen> mesh) {
        Map<String, List<PredictedProxy>> proxies = new LinkedHashMap<>();
        Map<ObjectKey, Workload> workloads = new LinkedHashMap<>();
        world.snapshot().running().workloads().forEach(w -> workloads.putIfAbsent(w.meta().key(), w));
        List<ProxyRequests> sidecars = parts.stream().filter(p -> p.per() == Per.POD).toList();
        workloads.values().stream().filter(w -> wouldGetOne(world, w, mesh)).forEach(w -> world.fleet().of(w.meta().key()).stream()
                .filter(p -> !p.placement().hostNetwork()).forEach(p -> sidecars.forEach(s -> proxies
                        .computeIfAbsent(p.key().namespace(), k -> new ArrayList<>()).add(PredictedProxy.in(p, s)))));
        return proxies;
    }

    private static boolean wouldGetOne(World world, Workload workload, Optional<MeshSeen> mesh) {
        if (!world.candidate(workload.meta().namespace()) || workload.ends()
                || !world.fleet().proxies().getOrDefault(workload.meta().key(), List.of()).isEmpty()) {
            return false;
        }
        State wanted = world.marked().memberships().wanted(workload).state();
        return mesh.isPresent() ? wanted == State.INJECTED : wanted != State.OPTED_OUT && wanted != State.ENROLLED;
    }

    private Room.Sum perNode() {
        return parts.stream().filter(p -> p.per() == Per.NODE).map(Overhead::sum).reduce(Room.Sum.NOTHING,
                Room.Sum::plus);
    }

    private static Room.Sum sum(ProxyRequests part) {
        return new Room.Sum(Quantity.thousandths(part.cpu()).orElse(0),
                Quantity.whole(part.memory()).orElse(0));
    }

    private Room.Sum ofPods() {
        return proxies.values().stream().flatMap(List::stream).map(PredictedProxy::reserved).reduce(Room.Sum.NOTHING, Room.Sum::plus);
    }

    /** What would be reserved, in words. */
    private String words() {
        long pods = proxies.values().stream().mapToLong(List::size).sum();
        String agents = perNode().equals(Room.Sum.NOTHING) ? "" : perNode().words() + " on every node";
        String sidecars = pods == 0 ? "" : ofPods().words() + " for the proxies of " + pods + (pods == 1 ? " pod" : " pods");
        return agents.isEmpty() || sidecars.isEmpty() ? agents + sidecars : sidecars + ", and " + agents;
    }

    private boolean nothing() {
        return proxies.isEmpty() && perNode().equals(Room.Sum.NOTHING);
    }

    private Reading fits(World world) {
        if (nothing()) {
            return new Reading.Flag(true, List.of());
        }
        if (Clusters.several(world)) {
            return Clusters.apart("what the nodes of each cluster have left for proxies");
        }
        Live live = world.snapshot().live();
        List<Evidence> against = new ArrayList<>();
        proxies.forEach((namespace, mine) -> {
            List<LimitRange> ranges = world.snapshot().running().limitRanges().stream()
                    .filter(r -> r.meta().namespace().equals(namespace)).toList();
            Bounded bounded = new Bounded(mine, ranges);
            against.addAll(bounded.byRanges());
            live.bounds().quotas().stream().filter(q -> q.key().namespace().equals(namespace)).forEach(q -> against.addAll(bounded.by(q)));
        });
        Optional<Room> room = Room.of(live);
        room.ifPresent(r -> against.addAll(onNodes(r)));
        if (!against.isEmpty()) {
            return new Reading.Flag(false, against);
        }
        Optional<Quota> open = live.bounds().quotas().stream().filter(q -> proxies.containsKey(q.key().namespace()) && Bounded.open(q))
                .findFirst();
        if (open.isPresent()) {
            return new Reading.Unknown(new Gap("quota-scope", "whether the proxies pass " + open.get().key(),
                    "it holds for some pods only, and which these are is not computed here",
                    "kubectl describe resourcequota " + open.get().key().name() + " -n " + open.get().key().namespace(),
                    open.get().place()));
        }
        return room.isPresent() ? new Reading.Flag(true, List.of())
                : new Reading.Unknown(Gap.of("free-room", "what the nodes have left for proxies",
                        live.nodes().isEmpty() ? "no nodes were read" : "not all pods, or not what the nodes can take, were read",
                        "read the whole cluster: kubectl get nodes; kubectl get pods -A"));
    }

    private List<Evidence> onNodes(Room room) {
        List<Evidence> against = new ArrayList<>();
        if (!room.total().holds(ofPods())) {
            against.add(Evidence.of("the nodes that take any pod have " + room.total().words() + " left in all"));
        }
        List<String> crowded = room.crowded(proxies.values().stream().flatMap(List::stream).toList());
        if (!crowded.isEmpty()) {
            against.add(Evidence
                    .of("on " + crowded.size() + " of " + room.everywhere().size() + (room.everywhere().size() == 1 ? " node" : " nodes")
                            + ", such as " + crowded.getFirst()
                            + ", the proxies of the pods there do not fit, and not all of these pods find another node"));
        }
        List<String> full = perNode().equals(Room.Sum.NOTHING) ? List.of() : room.without(perNode());
        if (!full.isEmpty()) {
            against.add(Evidence.of(full.size() + (full.size() == 1 ? " node has" : " nodes have") + " less than that left, such as "
                    + full.getFirst()));
        }
        return against;
    }
}
