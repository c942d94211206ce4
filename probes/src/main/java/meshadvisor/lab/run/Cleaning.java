package meshadvisor.lab.run;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import meshadvisor.bench.planning.Names;
import meshadvisor.cluster.ApiFailure;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.tree.Node;

/** Finds what runs have left or still use, by their labels, and removes it. Doing it twice does no harm. */
public final class Cleaning {

    private static final String ROLES = "/apis/rbac.authorization.k8s.io/v1/clusterroles";
    private static final String BINDINGS = "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings";
    private static final String NAMESPACES = "/api/v1/namespaces";

    private final OwnedApi api;

    public Cleaning(OwnedApi api) {
        this.api = api;
    }

    /**
     * A run that has something in the cluster.
     *
     * @param age since its first namespace was made
     * @param left until its janitor removes everything; nothing if there is no janitor any more; negative if that is overdue
     * @param pods that run now
     * @param stuck what holds namespaces that should be gone, whole sentences
     */
    public record Found(String run, Duration age, Optional<Duration> left, List<String> namespaces, int pods, List<String> stuck,
            List<String> elsewhere) {}

    /** All runs, by name. */
    public List<Found> runs(Instant now) throws ApiFailure {
        Map<String, List<Node>> namespaces = new TreeMap<>();
        owned(NAMESPACES, "").forEach(each -> namespaces.computeIfAbsent(run(each), run -> new ArrayList<>()).add(each));
        Map<String, List<String>> elsewhere = new LinkedHashMap<>();
        for (String path : List.of(BINDINGS, ROLES)) {
            for (Node object : readable(path)) {
                elsewhere.computeIfAbsent(run(object), run -> new ArrayList<>()).add(path + "/" + PodState.name(object));
                namespaces.computeIfAbsent(run(object), run -> new ArrayList<>());
            }
        }
        List<Found> found = new ArrayList<>();
        for (Map.Entry<String, List<Node>> each : namespaces.entrySet()) {
            found.add(found(each.getKey(), each.getValue(), elsewhere.getOrDefault(each.getKey(), List.of()), now));
        }
        return found;
    }

    /** What runs have made. What only carries their labels, under another name, belongs to somebody else and is left alone. */
    private List<Node> owned(String path, String more) throws ApiFailure {
        return api.list(path, Site.OWNER + more).stream().filter(object -> PodState.name(object).startsWith(OwnedApi.PREFIX)).toList();
    }

    private List<Node> readable(String path) throws ApiFailure {
        try {
            return owned(path, "");
        } catch (ApiFailure failure) {
            if (failure.kind() == ApiFailure.Kind.FORBIDDEN) {
                return List.of(); // they belong to their namespace, and go with it
            }
            throw failure;
        }
    }

    private static String run(Node object) {
        return object.at("metadata", "labels", Site.RUN).text();
    }

    private Found found(String run, List<Node> namespaces, List<String> elsewhere, Instant now) throws ApiFailure {
        Instant first =
                namespaces.stream().map(each -> Instant.parse(each.at("metadata", "creationTimestamp").text())).min(Instant::compareTo)
                        .orElse(now);
        int pods = 0;
        List<String> stuck = new ArrayList<>();
        for (Node namespace : namespaces) {
            pods += (int) api.list(NAMESPACES + "/" + PodState.name(namespace) + "/pods", "").stream().filter(pod -> !PodState.ended(pod))
                    .count();
            stuck.addAll(holding(namespace));
        }
        return new Found(run, Duration.between(first, now), left(new Site(api, run), now), namespaces.stream().map(PodState::name).toList(),
                pods, stuck, elsewhere);
    }

    private static Optional<Duration> left(Site site, Instant now) throws ApiFailure {
        Optional<Node> janitor = site.job(site.control(), "janitor");
        if (janitor.isEmpty() || janitor.get().at("status", "conditions").items().stream()
                .anyMatch(condition -> condition.get("type").text().equals("Failed") && condition.get("status").text().equals("True"))) {
            return Optional.empty();
        }
        List<String> arguments = janitor.get().at("spec", "template", "spec").get("containers").items().stream()
                .flatMap(container -> container.get("args").items().stream()).map(Node::text).toList();
        int at = arguments.indexOf("--at");
        try {
            return at < 0 || at + 1 >= arguments.size() ? Optional.empty()
                    : Optional.of(Duration.between(now, Instant.parse(arguments.get(at + 1))));
        } catch (DateTimeParseException e) { // of another version of this program
            return Optional.empty();
        }
    }

    /** What holds a namespace that is to be removed: the API server says it in its conditions. */
    static List<String> holding(Node namespace) {
        if (!PodState.leaving(namespace)) {
            return List.of();
        }
        return namespace.at("status", "conditions").items().stream().filter(condition -> condition.get("status").text().equals("True"))
                .map(condition -> "The namespace " + PodState.name(namespace) + " is being removed, and held: "
                        + condition.get("message").text().strip().replaceAll("\\.$", "") + ".")
                .toList();
    }

    /**
     * Removes a run and waits until it is gone.
     *
     * @param atMostSeconds to wait; the cluster goes on removing after that
     * @return what is still there, and what holds it, whole sentences; none if all is gone
     * @throws Stopped if it is interrupted
     */
    public List<String> remove(String run, int atMostSeconds) throws ApiFailure, Stopped {
        List<Node> namespaces = owned(NAMESPACES, "," + Site.RUN + "=" + run);
        List<Node> last = namespaces.stream().filter(each -> PodState.name(each).equals(new Names(run).control())).toList();
        for (Node namespace : namespaces) { // the janitor stays until all others are told to go
            if (!last.contains(namespace)) {
                api.delete(NAMESPACES + "/" + PodState.name(namespace));
            }
        }
        for (Node namespace : last) {
            api.delete(NAMESPACES + "/" + PodState.name(namespace));
        }
        for (String path : List.of(BINDINGS, ROLES)) {
            for (Node object : readable(path)) {
                if (run(object).equals(run)) {
                    api.delete(path + "/" + PodState.name(object));
                }
            }
        }
        return gone(run, atMostSeconds);
    }

    private List<String> gone(String run, int atMostSeconds) throws ApiFailure, Stopped {
        try {
            return Waiting.until(atMostSeconds, "", waited -> owned(NAMESPACES, "," + Site.RUN + "=" + run).isEmpty()
                    ? Optional.of(List.<String>of()) : Optional.empty());
        } catch (Stopped late) {
            if (late.why() == Stopped.Why.INTERRUPTED) {
                throw late;
            }
            List<String> left = new ArrayList<>();
            for (Node namespace : owned(NAMESPACES, "," + Site.RUN + "=" + run)) {
                List<String> held = holding(namespace);
                left.addAll(held.isEmpty() ? List.of("The namespace " + PodState.name(namespace) + " is still being removed after "
                        + atMostSeconds + " s.") : held);
            }
            return left;
        }
    }
}
