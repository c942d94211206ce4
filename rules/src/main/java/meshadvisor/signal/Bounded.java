package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import meshadvisor.model.Amount;
import meshadvisor.model.Bounds.Quota;
import meshadvisor.model.Bounds.Reach;
import meshadvisor.model.Evidence;
import meshadvisor.model.LimitRange;
import meshadvisor.model.LimitRange.Limit;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningContainer;

/** Which quotas and maxima of a namespace the proxies of its pods would not pass. */
record Bounded(List<PredictedProxy> proxies, List<LimitRange> ranges) {

    /** What a quota counts of a proxy, by the name that the quota has for it. */
    private static final Map<String, Function<PredictedProxy, Amount>> COUNTED = Map.of(
            "requests.cpu", p -> p.requests().cpuMillis(), "cpu", p -> p.requests().cpuMillis(),
            "requests.memory", p -> p.requests().memoryBytes(), "memory", p -> p.requests().memoryBytes(),
            "limits.cpu", p -> p.limits().cpuMillis(), "limits.memory", p -> p.limits().memoryBytes());

    /** A quota that holds for some pods only is passed over: which pods these are is not computed here, see {@link #open}. */
    List<Evidence> by(Quota quota) {
        List<Evidence> evidence = new ArrayList<>();
        quota.hard().forEach((resource, hard) -> {
            Function<PredictedProxy, Amount> counted = COUNTED.get(resource);
            if (quota.reach() == Reach.EVERY && counted != null) {
                against(quota, resource, hard, counted).map(s -> new Evidence(quota.key() + " " + s, quota.place())).forEach(evidence::add);
            }
        });
        return evidence;
    }

    /** Whether the quota may count proxies, and nobody here can tell which. */
    static boolean open(Quota quota) {
        return quota.reach() == Reach.SOME && quota.hard().keySet().stream().anyMatch(COUNTED::containsKey);
    }

    private Stream<String> against(Quota quota, String resource, long hard, Function<PredictedProxy, Amount> counted) {
        long needed = proxies.stream().map(counted).mapToLong(Amount::orNothing).sum();
        long left = hard - quota.used().getOrDefault(resource, 0L);
        if (needed > left) {
            return Stream.of("leaves " + words(resource, Math.max(0, left)) + " of " + resource + ", and the proxies of "
                    + proxies.size() + " pods need " + words(resource, needed));
        }
        boolean unstated = proxies.stream().map(counted).anyMatch(a -> !a.stated()) && !defaulted(resource);
        return unstated ? Stream.of("admits no container without " + resource + ", and the proxy states none") : Stream.of();
    }

    /** Whether a LimitRange gives a container what it does not state. */
    private boolean defaulted(String resource) {
        return ranges.stream().flatMap(r -> r.limits().stream()).filter(l -> l.type().equals("Container")).anyMatch(l -> {
            boolean limit = resource.startsWith("limits.");
            Stream<Resources> given = limit ? Stream.of(l.limit(), l.max()) : Stream.of(l.request(), l.limit(), l.max());
            return given.map(g -> resource.endsWith("cpu") ? g.cpuMillis() : g.memoryBytes()).anyMatch(Amount::stated);
        });
    }

    /** Maxima for a container, and for a pod with all its containers. */
    List<Evidence> byRanges() {
        return ranges.stream().flatMap(r -> r.limits().stream().flatMap(l -> over(r, l))).toList();
    }

    private Stream<Evidence> over(LimitRange range, Limit limit) {
        boolean pod = limit.type().equals("Pod");
        if (!pod && !limit.type().equals("Container")) {
            return Stream.of();
        }
        return Stream.of("cpu", "memory").flatMap(resource -> proxies.stream().filter(p -> exceeds(p, limit, resource)).limit(1)
                .map(p -> new Evidence(range.meta().key() + " admits at most " + words(resource, of(limit.max(), resource).value()) + " of "
                        + resource + " for a " + (pod ? "pod, and " + p.pod().key().name() + " would be limited to more"
                                : "container, and the proxy is limited to " + words(resource, of(p.limits(), resource).value())),
                        limit.place())));
    }

    private static boolean exceeds(PredictedProxy proxy, Limit limit, String resource) {
        Amount max = of(limit.max(), resource);
        Amount own = of(proxy.limits(), resource);
        if (!max.stated() || !own.stated()) {
            return false;
        }
        long others = limit.type().equals("Pod")
                ? proxy.pod().containers().stream().map(RunningContainer::limits).mapToLong(l -> of(l, resource).orNothing()).sum() : 0;
        return others + own.value() > max.value();
    }

    private static Amount of(Resources resources, String resource) {
        return resource.endsWith("cpu") ? resources.cpuMillis() : resources.memoryBytes();
    }

    private static String words(String resource, long amount) {
        return resource.endsWith("cpu") ? amount + "m" : (amount >> 20) + "Mi";
    }
}
