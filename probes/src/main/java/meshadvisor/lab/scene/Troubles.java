package meshadvisor.lab.scene;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.tree.Node;

/** What does not go well in a cluster already: load would make it worse, and it would spoil the measurement. */
final class Troubles {

    private static final int MOST_NAMES = 3;

    private Troubles() {}

    /** Whole sentences. */
    static List<String> of(Found found) {
        return Stream.of(pending(found), pressure(found), unready(found)).flatMap(List::stream).toList();
    }

    private static List<String> pending(Found found) {
        List<Node> waiting = found.of("v1/pods").stream().filter(pod -> pod.at("status", "phase").text().equals("Pending"))
                .filter(pod -> pod.at("status", "conditions").items().stream()
                        .anyMatch(c -> c.get("reason").text().equals("Unschedulable")))
                .toList();
        return waiting.isEmpty() ? List.of()
                : List.of(waiting.size() + " pods find no node: "
                        + names(waiting.stream().map(pod -> Found.namespace(pod) + "/" + Found.name(pod)).toList()) + ".");
    }

    private static List<String> pressure(Found found) {
        return found.of("v1/nodes").stream().flatMap(node -> Stream.of("MemoryPressure", "DiskPressure", "PIDPressure")
                .filter(type -> Room.condition(node, type).equals("True"))
                .map(type -> "The node " + Found.name(node) + " reports " + type + "."))
                .toList();
    }

    private static List<String> unready(Found found) {
        return found.of("v1/nodes").stream().filter(node -> !Room.condition(node, "Ready").equals("True"))
                .map(node -> "The node " + Found.name(node) + " is not ready.").toList();
    }

    private static String names(List<String> names) {
        return names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + (names.size() > MOST_NAMES ? ", …" : "");
    }
}
