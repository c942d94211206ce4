package meshadvisor.signal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import meshadvisor.model.Amount;
import meshadvisor.model.Bounds.Autoscaler;
import meshadvisor.model.Container;
import meshadvisor.model.Container.Role;
import meshadvisor.model.LimitRange;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Workload;

/**
 * What the scheduler sets aside for the pods of one workload: of the pods that run where a cluster was read, else of those that manifests declare. What
 * is meant to end counts only while it runs. Proxies that an injector puts into pods count only where pods were read.
 *
 * @param mesh id of the vendor whose proxy pods have or get; empty for none
 * @param proxies pods that have or get one
 * @param cpuMillis of all pods together, in thousandths of a processor
 * @param memoryBytes of all pods together
 * @param open why a number is not known exactly, a whole sentence; empty if all are
 */
public record Reserved(ObjectKey workload, String mesh, Span pods, Span proxies, Span cpuMillis, Span memoryBytes, String open) {

    /**
     * A number that may not be known exactly.
     *
     * @param high empty where there is no bound
     */
    public record Span(long low, OptionalLong high) {

        static Span exactly(long value) {
            return new Span(value, OptionalLong.of(value));
        }

        Span times(long factor) {
            return factor == 0 ? exactly(0)
                    : new Span(low * factor, high.isPresent() ? OptionalLong.of(high.getAsLong() * factor) : high);
        }

        Span or(Span other) {
            OptionalLong most = high.isPresent() && other.high.isPresent()
                    ? OptionalLong.of(Math.max(high.getAsLong(), other.high.getAsLong()))
                    : OptionalLong.empty();
            return new Span(Math.min(low, other.low), most);
        }
    }

    /** Of every workload, in the order of their keys. */
    public static List<Reserved> of(World world) {
        return List.copyOf((world.snapshot().live().pods().isEmpty() ? declared(world) : running(world)).values());
    }

    private static Map<ObjectKey, Reserved> running(World world) {
        Map<ObjectKey, Reserved> all = new TreeMap<>();
        world.fleet().pods().forEach((workload, pods) -> {
            ObjectKey key = workload.equals(RunningPod.Owner.NONE) ? pods.getFirst().key() : workload;
            Room.Sum sum = pods.stream().map(Room::requests).reduce(Room.Sum.NOTHING, Room.Sum::plus);
            List<RunningProxy> proxies = world.fleet().proxies().getOrDefault(workload, List.of()).stream()
                    .filter(p -> p.container().role() != Role.INIT).toList();
            String mesh = proxies.isEmpty() ? "" : proxies.getFirst().sighting().mesh();
            long meshed = Math.min(pods.size(), proxies.stream().mapToLong(p -> p.pods().part()).sum());
            all.merge(key, new Reserved(key, mesh, Span.exactly(pods.size()), Span.exactly(meshed), Span.exactly(sum.cpuMillis()),
                    Span.exactly(sum.memoryBytes()), ""), Reserved::and);
        });
        return all;
    }

    /** Two groups of pods of one key, which run beside each other. */
    private Reserved and(Reserved other) {
        return new Reserved(workload, mesh.isEmpty() ? other.mesh : mesh, Span.exactly(pods.low + other.pods.low),
                Span.exactly(proxies.low + other.proxies.low), Span.exactly(cpuMillis.low + other.cpuMillis.low),
                Span.exactly(memoryBytes.low + other.memoryBytes.low), "");
    }

    private static Map<ObjectKey, Reserved> declared(World world) {
        Map<ObjectKey, List<Reserved>> definitions = new LinkedHashMap<>();
        world.snapshot().running().workloads().stream().filter(w -> !w.ends())
                .forEach(w -> definitions.computeIfAbsent(w.meta().key(), k -> new ArrayList<>()).add(declared(world, w)));
        Map<ObjectKey, Reserved> all = new TreeMap<>();
        definitions.forEach((key, these) -> all.put(key, these.stream().distinct().reduce(Reserved::or).orElseThrow()));
        return all;
    }

    /** One of two definitions, of which nobody knows which holds. */
    private Reserved or(Reserved other) {
        String first = mesh.compareTo(other.mesh) > 0 ? mesh : other.mesh;
        return new Reserved(workload, first, pods.or(other.pods), proxies.or(other.proxies), cpuMillis.or(other.cpuMillis),
                memoryBytes.or(other.memoryBytes), "It is defined more than once, and which definition holds is not known.");
    }

    private static Reserved declared(World world, Workload workload) {
        Membership member = world.member(workload);
        Span pods = pods(world, workload);
        Room.Sum each = Room.together(workload.pod().containers().stream()
                .map(c -> new Room.Asked(c.role(), Room.Sum.of(requests(world, workload, c)))).toList());
        String open = pods.equals(Span.exactly(pods.low)) ? ""
                : workload.kind().equals("DaemonSet") ? "A DaemonSet runs on nodes, and how many there are is not known."
                        : "An autoscaler decides how many pods there are.";
        return new Reserved(workload.meta().key(), member.sidecar() ? member.mesh() : "", pods,
                member.sidecar() ? pods : Span.exactly(0), pods.times(each.cpuMillis()), pods.times(each.memoryBytes()), open);
    }

    private static Span pods(World world, Workload workload) {
        if (workload.kind().equals("DaemonSet")) {
            return new Span(0, OptionalLong.empty());
        }
        return replicas(world, workload);
    }

    /** The bounds of the autoscalers of a workload that is no DaemonSet; without any, what it declares. */
    static Span replicas(World world, Workload workload) {
        return world.snapshot().live().bounds().autoscalers().stream().filter(a -> scales(a, workload)).map(Reserved::span)
                .reduce(Span::or).orElse(Span.exactly(workload.replicas()));
    }

    /** Whether an autoscaler decides how many pods a workload has. */
    static boolean scaled(World world, Workload workload) {
        return world.snapshot().live().bounds().autoscalers().stream().anyMatch(a -> scales(a, workload));
    }

    private static boolean scales(Autoscaler autoscaler, Workload workload) {
        ObjectKey target = autoscaler.target();
        return target.kind().equals(workload.kind()) && target.name().equals(workload.meta().name())
                && World.near(autoscaler.key().namespace(), workload.meta().namespace());
    }

    private static Span span(Autoscaler autoscaler) {
        long least = autoscaler.min().stated() ? autoscaler.min().value() : 1;
        return new Span(least,
                autoscaler.max().stated() ? OptionalLong.of(Math.max(least, autoscaler.max().value())) : OptionalLong.empty());
    }

    /** With the defaults of a LimitRange of the namespace, where one was read. */
    private static Resources requests(World world, Workload workload, Container container) {
        Resources own = container.requests();
        return world.snapshot().running().limitRanges().stream()
                .filter(r -> r.meta().namespace().equals(workload.meta().namespace())).flatMap(r -> r.limits().stream())
                .filter(l -> l.type().equals("Container")).findFirst()
                .map(l -> new Resources(first(own.cpuMillis(), usual(l, Resources::cpuMillis)),
                        first(own.memoryBytes(), usual(l, Resources::memoryBytes))))
                .orElse(own);
    }

    private interface Part {
        Amount of(Resources resources);
    }

    private static Amount usual(LimitRange.Limit limit, Part part) {
        return first(part.of(limit.request()), part.of(limit.limit()));
    }

    private static Amount first(Amount amount, Amount otherwise) {
        return amount.stated() ? amount : otherwise;
    }
}
