package meshadvisor.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.model.Gap;

/**
 * The cluster before anything is done to it, as far as a plan depends on it.
 *
 * @param server address of the API server, for the eye
 * @param presences by the id of each variant of the catalogue
 * @param signsOfProduction why it looks like a cluster that people depend on, whole sentences; none: it looks throw-away
 * @param fingerprint what a result is only true of: versions, kernel, CNI, kube-proxy mode, runtime, by stable names
 * @param refused what an API server would refuse of a plan, whole sentences with what to do
 * @param troubles what does not go well already, whole sentences: pods that wait for a node, nodes under pressure
 * @param gaps what could not be seen
 */
public record Scene(String context, String server, List<Node> nodes, Map<String, Presence> presences, List<String> signsOfProduction,
        Map<String, String> fingerprint, List<String> refused, List<String> troubles, List<Gap> gaps) {

    /**
     * A node that takes pods.
     *
     * @param cpu allocatable millicores
     * @param freeCpu what no pod has requested
     * @param memoryMebibytes allocatable
     * @param freeMebibytes what no pod has requested
     */
    public record Node(String name, String zone, int cpu, int freeCpu, long memoryMebibytes, long freeMebibytes, String kernel,
            String shape) {}

    /** Whether a variant can be run here. */
    public sealed interface Presence {

        /**
         * It can.
         *
         * @param version as its image says; empty if nothing has to be installed or the image does not say
         * @param revision of the control plane, where there are several
         * @param flavour what differs from a stock installation, such as {@code upstream-envoy}; empty if nothing does
         */
        record There(String version, String revision, String flavour) implements Presence {}

        /**
         * It cannot.
         *
         * @param because a clause
         * @param toRun what would make it run, a clause
         */
        record NotThere(String because, String toRun) implements Presence {}
    }

    /** What is known of a variant. */
    public Optional<Presence> presence(String variant) {
        return Optional.ofNullable(presences.get(variant));
    }
}
