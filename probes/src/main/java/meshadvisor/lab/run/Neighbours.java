package meshadvisor.lab.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.tree.Node;

/** Others in the cluster: whether they suffer since the benchmark began. What was bad before is not our doing. */
final class Neighbours {

    private static final Set<String> PRESSURES = Set.of("MemoryPressure", "DiskPressure", "PIDPressure");

    /** What a scheduler says when others are in the way, and not the wishes of the pod itself. */
    private static final Pattern FULL = Pattern.compile("Insufficient|Too many pods");

    private final OwnedApi api;
    private final Set<String> before = new HashSet<>();
    private Set<String> last = Set.of();
    private boolean begun;
    private Optional<String> blind = Optional.empty();

    Neighbours(OwnedApi api) {
        this.api = api;
    }

    /** Why others cannot be looked after, if they cannot. */
    Optional<String> blind() {
        return blind;
    }

    /** Who suffers now and did not before, at two looks one after the other. The first look only learns. */
    List<String> suffering() throws ApiFailure {
        Set<String> now = new HashSet<>();
        try {
            api.list("/api/v1/nodes", "").forEach(node -> now.addAll(ofNode(node)));
            api.list("/api/v1/pods", "").forEach(pod -> ofPod(pod).ifPresent(now::add));
        } catch (ApiFailure failure) {
            if (failure.kind() != ApiFailure.Kind.FORBIDDEN) {
                throw failure;
            }
            blind = Optional.of(failure.what());
        }
        if (!begun) {
            before.addAll(now);
            begun = true;
        }
        now.removeAll(before);
        List<String> twice = now.stream().filter(last::contains).sorted().toList();
        last = now;
        return twice;
    }

    private static List<String> ofNode(Node node) {
        List<String> bad = new ArrayList<>();
        for (Node condition : node.at("status", "conditions").items()) {
            String type = condition.get("type").text();
            String status = condition.get("status").text();
            if (PRESSURES.contains(type) && status.equals("True") || type.equals("Ready") && !status.equals("True")) {
                bad.add("The node " + PodState.name(node) + " is under pressure: " + type + " is " + status + ".");
            }
        }
        return bad;
    }

    private static Optional<String> ofPod(Node pod) {
        String namespace = pod.at("metadata", "namespace").text();
        if (namespace.startsWith(OwnedApi.PREFIX)) {
            return Optional.empty();
        }
        String name = namespace + "/" + PodState.name(pod);
        if (pod.at("status", "reason").text().equals("Evicted")) {
            return Optional.of("The pod " + name + " was evicted.");
        }
        boolean waits = pod.at("status", "conditions").items().stream().anyMatch(condition -> condition.get("type").text()
                .equals("PodScheduled") && condition.get("reason").text().equals("Unschedulable")
                && FULL.matcher(condition.get("message").text()).find());
        return waits ? Optional.of("The pod " + name + " finds no node.") : Optional.empty();
    }
}
