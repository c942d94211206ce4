package meshadvisor.bench;

import java.util.List;

/**
 * What somebody wants measured.
 *
 * @param variants ids; baseline and baseline again are always among them
 * @param loads one cell each, in every block
 * @param scenarios what happens meanwhile, instead of steady load; empty for steady load
 * @param target a Service that is not the run's own and is loaded instead of its servers; none for these
 */
public record Order(List<String> variants, List<Load> loads, List<Scenario> scenarios, Design design, Pods pods, List<Target> target) {

    /** Of the run's own servers. */
    public Order(List<String> variants, List<Load> loads, List<Scenario> scenarios, Design design, Pods pods) {
        this(variants, loads, scenarios, design, pods, List.of());
    }

    /**
     * A Service of the same cluster that somebody else uses, too.
     *
     * @param path with which a request begins, and a query if there is one, such as {@code /items?limit=10}
     */
    public record Target(String namespace, String service, int port, String path, Method method) {

        /** Such as {@code shop/web}, by which its owner consents. */
        public String name() {
            return namespace + "/" + service;
        }

        /** As callers name it. */
        public String host() {
            return service + "." + namespace + ".svc.cluster.local";
        }

        /** Such as {@code http://web.shop.svc.cluster.local:80/items}. */
        public String url() {
            return "http://" + host() + ":" + port + path;
        }
    }

    /** Methods that only read (RFC 9110, section 9.2.1). */
    public enum Method {
        GET, HEAD
    }

    /** Something that goes on while load is driven. */
    public enum Scenario {
        CHURN, ROLLOUT, PROXY_DEATH, CERTIFICATE_ROTATION
    }

    /**
     * How the experiment is laid out.
     *
     * @param looks after how many blocks it is looked whether to go on, ascending; the first is 10 or more for a result
     * @param precision half the width of the interval that is narrow enough, as a share of the baseline's quantile
     * @param margin within which a difference counts as none
     * @param warmUpSeconds of each cell, at most
     * @param plateauSeconds of each cell, measured
     * @param budgetSeconds after which nothing new is begun
     * @param session which one this is, 1 or more: variants that change the cluster are compared within one, and repeated in others
     * @param knownDelays delays that the server adds, each in a variant of its own, to test the method; as {@code serve --service-time} wants them
     */
    public record Design(long seed, List<Integer> looks, double precision, Margin margin, int warmUpSeconds, int plateauSeconds,
            int budgetSeconds, int session, List<String> knownDelays) {

        /** What is done if nobody says otherwise; why, and what it costs: docs/decisions/0017-statistics-of-a-benchmark.md. */
        public static final Design USUAL =
                new Design(1, List.of(10, 24, 36), 0.1, new Margin.Share(0.1), 10, 20, 3 * 60 * 60, 1, List.of());
    }

    /**
     * How pods are made.
     *
     * @param program where the load generator comes from
     * @param cpu requested of each pod, in millicores
     * @param cpuLimit of each pod, in millicores; more than requested where a node is too small for all to have as much at once
     * @param memoryMebibytes requested and limit
     * @param generators pods that drive together
     * @param servers pods behind the Service
     */
    public record Pods(String image, Program program, int cpu, int cpuLimit, int memoryMebibytes, Placement placement, int generators,
            int servers,
            Style style) {}

    /** Where the program in the pods comes from. */
    public enum Program {
        /** ConfigMaps with the jars; the image is any with Java 21 or newer. */
        CONFIG_MAPS,
        /** The image has it. */
        IMAGE
    }

    /** Where generator and server stand. */
    public enum Placement {
        SAME_NODE, CROSS_NODE, CROSS_ZONE
    }

    /** Whether proxies run with their own defaults, or made comparable. */
    public enum Style {
        AS_SHIPPED, NORMALISED
    }
}
