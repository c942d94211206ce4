package meshadvisor.bench.planning;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How everything of a run is named and labelled.
 *
 * @param run {@code r} and six letters or digits
 */
public record Names(String run) {

    /** Whoever made an object of a benchmark, as the label of {@link #OWNER_LABEL} says it. */
    public static final String OWNER = "meshadvisor-bench";
    public static final String OWNER_LABEL = "app.kubernetes.io/managed-by";
    public static final String RUN_LABEL = "meshadvisor.io/run";

    /** With what the names of all namespaces of benchmarks begin, and those of what lies outside of namespaces. */
    public static final String PREFIX = OWNER + "-";

    private static final String CONTROL = "ctl";

    /** The namespace of the janitor and of whatever belongs to no variant. */
    public String control() {
        return namespace(CONTROL);
    }

    /** The namespace of a variant. */
    public String namespace(String variant) {
        return everywhere() + "-" + variant;
    }

    /** Objects outside of namespaces. */
    String everywhere() {
        return PREFIX + run;
    }

    /** A Service of a variant, as its callers name it. */
    String host(String variant, String service) {
        return service + "." + namespace(variant) + ".svc.cluster.local";
    }

    /** By which a run's objects are found. */
    public Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put(OWNER_LABEL, OWNER);
        labels.put(RUN_LABEL, run);
        return labels;
    }

    /** By which a variant's objects are found. */
    Map<String, String> labels(String variant) {
        Map<String, String> labels = labels();
        labels.put("meshadvisor.io/variant", variant);
        return labels;
    }
}
