package meshadvisor.bench.planning;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How everything of a run is named and labelled.
 *
 * @param run {@code r} and six letters or digits
 */
record Names(String run) {

    static final String PREFIX = "meshadvisor-bench-";

    /** The namespace of the janitor and of whatever belongs to no variant. */
    String control() {
        return namespace("ctl");
    }

    /** The namespace of a variant. */
    String namespace(String variant) {
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
    Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("app.kubernetes.io/managed-by", "meshadvisor-bench");
        labels.put("meshadvisor.io/run", run);
        return labels;
    }

    /** By which a variant's objects are found. */
    Map<String, String> labels(String variant) {
        Map<String, String> labels = labels();
        labels.put("meshadvisor.io/variant", variant);
        return labels;
    }
}
