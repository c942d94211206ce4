package meshadvisor.lab.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.model.Quantity;
import meshadvisor.tree.Node;

/**
 * What containers use, as kubelets see it. A kubelet tells counters with the times at which it looked; that needs the right to {@code get nodes/proxy}. The
 * metrics API tells rates over windows, which are added up to a counter: good enough where windows follow each other.
 */
final class Containers {

    private static final String METRICS = "/apis/metrics.k8s.io/v1beta1/pods";

    private final OwnedApi api;
    private final List<String> nodes;
    private final Set<String> others = ConcurrentHashMap.newKeySet();
    private final Map<String, NavigableMap<Double, ContainerSample>> looks = new ConcurrentHashMap<>();
    private final Map<String, Double> sums = new HashMap<>();
    private final Map<String, String> nodeOf = new ConcurrentHashMap<>();
    private volatile boolean kubelets = true;
    private volatile String blind = "";

    Containers(OwnedApi api, List<String> nodes) {
        this.api = api;
        this.nodes = nodes;
    }

    /** Why nothing can be seen, if nothing can. */
    Optional<String> blind() {
        return Optional.of(blind).filter(why -> !why.isEmpty());
    }

    /** All looks, by container and time. */
    Map<String, NavigableMap<Double, ContainerSample>> looks() {
        return looks;
    }

    /** On which node a container is; the metrics API does not say it, and then it is only known where there is but one. */
    Optional<String> node(String container) {
        return kubelets ? Optional.ofNullable(nodeOf.get(container)) : nodes.size() == 1 ? Optional.of(nodes.getFirst()) : Optional.empty();
    }

    /** Looks at the containers of one more node from now on, such as that of a control plane. */
    void also(String node) {
        if (!node.isEmpty() && !nodes.contains(node)) {
            others.add(node);
        }
    }

    /** Looks again. */
    void look() throws ApiFailure {
        if (!blind.isEmpty()) {
            return;
        }
        try {
            if (kubelets) {
                for (String node : nodes) {
                    kubelet(node);
                }
                for (String node : others) {
                    other(node);
                }
            } else {
                windows(api.list(METRICS, "")).forEach(this::keep);
            }
        } catch (ApiFailure failure) {
            switch (failure.kind()) {
                case FORBIDDEN, NOT_FOUND -> lower(failure);
                case UNAUTHORIZED, GONE, NOT_ACCEPTABLE, BUSY, SERVER, TIMEOUT, UNREACHABLE, TLS, BROKEN, FOREIGN -> throw failure;
            }
        }
    }

    private void kubelet(String node) throws ApiFailure {
        ContainerSample.of(api.page("/api/v1/nodes/" + node + "/proxy/metrics/resource")).forEach(sample -> {
            nodeOf.put(sample.container(), node);
            keep(sample);
        });
    }

    /** A node without pods of ours may go. */
    private void other(String node) throws ApiFailure {
        try {
            kubelet(node);
        } catch (ApiFailure failure) {
            if (failure.kind() != ApiFailure.Kind.NOT_FOUND) {
                throw failure;
            }
            others.remove(node);
        }
    }

    private void lower(ApiFailure failure) {
        if (kubelets) {
            kubelets = false;
        } else {
            blind = failure.what();
        }
    }

    private void keep(ContainerSample sample) {
        looks.computeIfAbsent(sample.container(), name -> new ConcurrentSkipListMap<>()).put(sample.atMillis(), sample);
    }

    /** The rate of a window stands for the time since the one before. */
    private List<ContainerSample> windows(List<Node> pods) {
        List<ContainerSample> samples = new ArrayList<>();
        for (Node pod : pods) {
            double at = Instant.parse(pod.get("timestamp").text()).toEpochMilli();
            for (Node container : pod.get("containers").items()) {
                String name = pod.at("metadata", "namespace").text() + "/" + PodState.name(pod) + "/" + container.get("name").text();
                NavigableMap<Double, ContainerSample> mine = looks.getOrDefault(name, new ConcurrentSkipListMap<>());
                if (mine.isEmpty() || at > mine.lastKey()) {
                    double seconds = mine.isEmpty() ? 0 : (at - mine.lastKey()) / 1000;
                    double sum = sums.merge(name, seconds * cores(container), Double::sum);
                    samples.add(new ContainerSample(name, at, sum, memory(container)));
                }
            }
        }
        return samples;
    }

    /** Not a number where nobody says. */
    private static double cores(Node container) {
        OptionalLong billionths = Quantity.billionths(container.at("usage", "cpu").text());
        return billionths.isPresent() ? billionths.getAsLong() / 1e9 : Double.NaN;
    }

    /** In bytes; not a number where nobody says. */
    private static double memory(Node container) {
        OptionalLong bytes = Quantity.whole(container.at("usage", "memory").text());
        return bytes.isPresent() ? bytes.getAsLong() : Double.NaN;
    }
}
