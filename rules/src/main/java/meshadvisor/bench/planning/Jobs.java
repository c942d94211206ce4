package meshadvisor.bench.planning;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import meshadvisor.bench.Manifest;

/** What is read back from a Job that {@link Pod} made. */
final class Jobs {

    private Jobs() {}

    /** How many pods it has at one time. */
    static int count(Manifest job) {
        return (int) at(at(job.object(), "spec"), "parallelism");
    }

    /** Where they stand, or begin to. */
    static String node(Manifest job) {
        Map<?, ?> affinity = (Map<?, ?>) at(at(pod(job), "affinity"), "nodeAffinity");
        Object wanted = affinity.get("requiredDuringSchedulingIgnoredDuringExecution");
        Object term = wanted == null ? at(first(at(affinity, "preferredDuringSchedulingIgnoredDuringExecution")), "preference")
                : first(at(wanted, "nodeSelectorTerms"));
        return (String) first(at(first(at(term, "matchFields")), "values"));
    }

    /** What each requests of a resource, in the unit in which it is written. */
    static int requested(Manifest job, String resource) {
        Object quantity = at(at(at(first(at(pod(job), "containers")), "resources"), "requests"), resource);
        return Integer.parseInt(((String) quantity).replaceAll("[a-zA-Z]", ""));
    }

    private static Object pod(Manifest job) {
        return at(at(at(job.object(), "spec"), "template"), "spec");
    }

    private static Object at(Object tree, String name) {
        return Objects.requireNonNull(((Map<?, ?>) tree).get(name), name);
    }

    private static Object first(Object items) {
        return Objects.requireNonNull(((List<?>) items).getFirst());
    }
}
