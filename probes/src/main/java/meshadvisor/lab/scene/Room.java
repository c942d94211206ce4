package meshadvisor.lab.scene;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.bench.Scene;
import meshadvisor.model.Quantity;
import meshadvisor.tree.Node;

/**
 * The nodes that take pods, and what pods have left of them. A pod requests what its containers and its restartable init containers request
 * together, or what an init container before them needs, whichever is more, and its overhead (kubernetes.io: pods/sidecar-containers,
 * "Resource sharing within containers").
 */
final class Room {

    private static final String CPU = "cpu";
    private static final String MEMORY = "memory";
    private static final long MEBI = 1L << 20;
    private static final Set<String> OVER = Set.of("Succeeded", "Failed");
    private static final Set<String> KEEPS_OUT = Set.of("NoSchedule", "NoExecute");

    private Room() {}

    /** Nodes that take pods. */
    static List<Scene.Node> nodes(Found found) {
        return found.of("v1/nodes").stream().filter(Room::takesPods).map(node -> node(node, found)).toList();
    }

    /** Ready, not cordoned, not tainted, and no fake of a test. */
    static boolean takesPods(Node node) {
        boolean ready = condition(node, "Ready").equals("True");
        boolean open = !node.at("spec", "unschedulable").text().equals("true")
                && node.at("spec", "taints").items().stream().noneMatch(taint -> KEEPS_OUT.contains(taint.get("effect").text()));
        return ready && open && node.at("metadata", "annotations", "kwok.x-k8s.io/node").text().isEmpty();
    }

    /** Status of a condition of a node. */
    static String condition(Node node, String type) {
        return node.at("status", "conditions").items().stream().filter(c -> c.get("type").text().equals(type))
                .map(c -> c.get("status").text()).findFirst().orElse("");
    }

    private static Scene.Node node(Node node, Found found) {
        String name = Found.name(node);
        List<Node> pods = found.of("v1/pods").stream().filter(pod -> pod.at("spec", "nodeName").text().equals(name))
                .filter(pod -> !OVER.contains(pod.at("status", "phase").text())).toList();
        Node allocatable = node.at("status", "allocatable");
        long cpu = Quantity.thousandths(allocatable.get(CPU).text()).orElse(0);
        long memory = Quantity.whole(allocatable.get(MEMORY).text()).orElse(0) / MEBI;
        long freeCpu = Math.max(0, cpu - pods.stream().mapToLong(pod -> requested(pod, CPU)).sum());
        long freeMemory = Math.max(0, memory - pods.stream().mapToLong(pod -> requested(pod, MEMORY)).sum() / MEBI);
        return new Scene.Node(name, Found.label(node, "topology.kubernetes.io/zone"), Math.toIntExact(cpu), Math.toIntExact(freeCpu),
                memory,
                freeMemory, node.at("status", "nodeInfo", "kernelVersion").text(), shape(node));
    }

    /** Such as {@code m7i.large, amd64}, or only the architecture where nobody sells the node under a name. */
    private static String shape(Node node) {
        String type = Found.label(node, "node.kubernetes.io/instance-type");
        String architecture = node.at("status", "nodeInfo", "architecture").text();
        return type.isEmpty() ? architecture : type + ", " + architecture;
    }

    /** In millicores or bytes. */
    static long requested(Node pod, String resource) {
        Node spec = pod.get("spec");
        long before = 0;
        long most = 0;
        for (Node init : spec.get("initContainers").items()) {
            long mine = request(init, resource);
            if (init.get("restartPolicy").text().equals("Always")) {
                before += mine;
            }
            most = Math.max(most, init.get("restartPolicy").text().equals("Always") ? before : before + mine);
        }
        long together = before + spec.get("containers").items().stream().mapToLong(c -> request(c, resource)).sum();
        return Math.max(most, together) + amount(spec.at("overhead", resource), resource);
    }

    private static long request(Node container, String resource) {
        return Stream.of("requests", "limits").map(kind -> container.at("resources", kind, resource)).filter(Node::present).findFirst()
                .map(stated -> amount(stated, resource)).orElse(0L);
    }

    private static long amount(Node stated, String resource) {
        return (resource.equals(CPU) ? Quantity.thousandths(stated.text()) : Quantity.whole(stated.text())).orElse(0);
    }
}
