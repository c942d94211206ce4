package meshadvisor.lab.run;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.bench.Variant;
import meshadvisor.tree.Node;

/** Reads the state of a pod. */
final class PodState {

    private PodState() {}

    /** Its name. */
    static String name(Node pod) {
        return pod.at("metadata", "name").text();
    }

    /** Whether it serves. */
    static boolean ready(Node pod) {
        return pod.at("status", "conditions").items().stream().anyMatch(
                condition -> condition.get("type").text().equals("Ready") && condition.get("status").text().equals("True"));
    }

    /** Whether it came to its end. */
    static boolean ended(Node pod) {
        String phase = pod.at("status", "phase").text();
        return phase.equals("Succeeded") || phase.equals("Failed");
    }

    /** Whether it is on its way out. */
    static boolean leaving(Node pod) {
        return pod.at("metadata", "deletionTimestamp").present();
    }

    /** How often each of its containers was started again. */
    static Map<String, Integer> restarts(Node pod) {
        Map<String, Integer> restarts = new TreeMap<>();
        statuses(pod).forEach(status -> restarts.put(name(pod) + "/" + status.get("name").text(),
                Integer.parseInt("0" + status.get("restartCount").text())));
        return restarts;
    }

    /** Whether the variant's proxy or mark is there. */
    static boolean enrolled(Node pod, Variant variant) {
        String container = variant.enrol().container();
        String annotation = variant.enrol().annotation();
        int equals = annotation.indexOf('=');
        boolean has = container.isEmpty() || Stream.of("initContainers", "containers")
                .flatMap(list -> pod.at("spec", list).items().stream()).anyMatch(each -> each.get("name").text().equals(container));
        return has && (equals < 0
                || pod.at("metadata", "annotations", annotation.substring(0, equals)).text().equals(annotation.substring(equals + 1)));
    }

    private static Stream<Node> statuses(Node pod) {
        return Stream.concat(pod.at("status", "initContainerStatuses").items().stream(),
                pod.at("status", "containerStatuses").items().stream());
    }
}
