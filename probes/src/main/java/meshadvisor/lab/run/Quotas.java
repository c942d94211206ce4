package meshadvisor.lab.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.lab.run.GeneratorRun.Span;

/**
 * For how long CPU quotas kept containers from running, in seconds of all their processors, as the kubelets' page {@code /metrics/cadvisor} counts it. Only
 * containers that have a quota stand there. The page is long and its figures are renewed every ten to fifteen seconds, so it is read seldom; it needs the
 * right to {@code get nodes/proxy}.
 */
final class Quotas {

    /** Without this share of the span the figure would say more about the time of looking than about the load. */
    private static final double LEAST_COVERED = 0.5;

    private static final String COUNTER = "container_cpu_cfs_throttled_seconds_total";

    private final OwnedApi api;
    private final List<String> nodes;
    private final Map<String, NavigableMap<Double, Double>> looks = new ConcurrentHashMap<>();
    private volatile String blind = "";

    Quotas(OwnedApi api, List<String> nodes) {
        this.api = api;
        this.nodes = nodes;
    }

    /**
     * What was seen in a span of time.
     *
     * @param seconds for which the container was kept from running in it
     */
    record Kept(Span in, double seconds) {}

    /** Why nothing can be seen, if nothing can. */
    Optional<String> blind() {
        return Optional.of(blind).filter(why -> !why.isEmpty());
    }

    /** All looks, by {@code namespace/pod/container} and time. */
    Map<String, NavigableMap<Double, Double>> looks() {
        return looks;
    }

    /** Looks again. */
    void look() throws ApiFailure {
        if (!blind.isEmpty()) {
            return;
        }
        try {
            for (String node : nodes) {
                read(api.page("/api/v1/nodes/" + node + "/proxy/metrics/cadvisor")).forEach((container, seen) -> looks
                        .computeIfAbsent(container, name -> new ConcurrentSkipListMap<>()).putAll(seen));
            }
        } catch (ApiFailure failure) {
            if (failure.kind() != ApiFailure.Kind.FORBIDDEN && failure.kind() != ApiFailure.Kind.NOT_FOUND) {
                throw failure;
            }
            blind = failure.what();
        }
    }

    /** Counters of a page, by container and time. */
    static Map<String, Map<Double, Double>> read(List<String> page) {
        Map<String, Map<Double, Double>> read = new HashMap<>();
        KubeletLine.of(page, List.of(COUNTER)).forEach(line -> read.computeIfAbsent(line.container(), name -> new HashMap<>())
                .put(line.atMillis(), line.value()));
        return read;
    }

    /** The newest look at any container, in milliseconds since the epoch; 0 before the first. */
    double newest() {
        return looks.values().stream().filter(each -> !each.isEmpty()).mapToDouble(NavigableMap::lastKey).max().orElse(0);
    }

    /**
     * What was seen of one container within a plateau. A counter is read at its ends by a straight line between the looks around them. What a container
     * needed to start is not charged: where it began with the cell, counting begins with the first look within the plateau. Nothing if too little of the
     * plateau was seen.
     *
     * @param sending when the generators sent, with their warm-up
     */
    static Optional<Kept> within(NavigableMap<Double, Double> looks, Span plateau, Span sending) {
        if (looks.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> begin = looks.firstKey() < sending.fromMillis() ? Optional.of(plateau.fromMillis())
                : Optional.ofNullable(looks.ceilingKey(plateau.fromMillis()));
        double end = Math.min(plateau.toMillis(), looks.lastKey());
        return begin.map(from -> new Span(from, end)).filter(seen -> seen.seconds() >= LEAST_COVERED * plateau.seconds())
                .map(seen -> new Kept(seen, at(looks, seen.toMillis()) - at(looks, seen.fromMillis())));
    }

    private static double at(NavigableMap<Double, Double> looks, double millis) {
        var before = looks.floorEntry(millis);
        var after = looks.ceilingEntry(millis);
        double share = after.getKey().equals(before.getKey()) ? 0 : (millis - before.getKey()) / (after.getKey() - before.getKey());
        return before.getValue() + (after.getValue() - before.getValue()) * share;
    }
}
