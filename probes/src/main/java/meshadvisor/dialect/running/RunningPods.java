package meshadvisor.dialect.running;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.ResourceLists;
import meshadvisor.dialect.Seen;
import meshadvisor.model.Amount;
import meshadvisor.model.Container.Role;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Quantity;
import meshadvisor.model.Resources;
import meshadvisor.model.RunningContainer;
import meshadvisor.model.RunningContainer.State;
import meshadvisor.model.RunningPod;
import meshadvisor.model.RunningPod.Owner;
import meshadvisor.model.RunningPod.Placement;
import meshadvisor.model.RunningPod.Status;
import meshadvisor.tree.Absent;
import meshadvisor.tree.Node;

/** Reads pods of a running cluster. There are many of them, and they say the same few things, so what is equal is kept once. */
public final class RunningPods {

    /** Annotations that tools keep for themselves, each pod another value. */
    private static final Set<String> OF_TOOLS =
            Set.of("kubectl.kubernetes.io", "cni.projectcalico.org", "k8s.v1.cni.cncf.io", "k8s.ovn.org",
                    "kubernetes.io", "checksum");
    private static final int LONG = 100;

    private RunningPods() {}

    /** Whether a pod says how it is; those of manifests do not. */
    public static boolean isRunning(Item item) {
        return item.root().at("status", "phase").present();
    }

    /** Reads a pod that is running, or was. */
    public static RunningPod read(Item item, Seen seen) {
        Node spec = item.spec();
        Node status = item.root().get("status");
        ObjectKey controller = Ownership.controller(item);
        Placement placement = new Placement(seen.one(spec.get("nodeName").text()), Nodes.isTrue(spec.get("hostNetwork")));
        Status how = new Status(seen.one(status.get("phase").text()), seen.one(status.get("reason").text()),
                seen.one(status.get("qosClass").text()), status.get("startTime").text(),
                item.root().at("metadata", "deletionTimestamp").text());
        return new RunningPod(item.meta().key(), item.meta().place(), seen.one(labels(item.root().at("metadata", "labels"), seen)),
                seen.one(annotations(item, seen)), new Owner(seen.one(controller), Owner.NONE), seen.one(placement), how,
                containers(spec, status, seen));
    }

    private static Map<String, String> labels(Node mapping, Seen seen) {
        Map<String, String> labels = new LinkedHashMap<>();
        Texts.of(mapping).forEach((name, value) -> labels.put(seen.one(name), seen.one(value)));
        return labels;
    }

    private static Map<String, String> annotations(Item item, Seen seen) {
        Map<String, String> kept = new LinkedHashMap<>();
        Texts.of(item.root().at("metadata", "annotations")).forEach((name, value) -> {
            int slash = name.indexOf('/');
            if (!OF_TOOLS.contains(slash < 0 ? name : name.substring(0, slash))) {
                kept.put(seen.one(name), seen.one(value.length() > LONG ? value.substring(0, LONG) : value));
            }
        });
        return kept;
    }

    private static List<RunningContainer> containers(Node spec, Node status, Seen seen) {
        Map<String, Node> states = new HashMap<>();
        for (String list : List.of("initContainerStatuses", "containerStatuses")) {
            status.get(list).items().forEach(s -> states.put(s.get("name").text(), s));
        }
        List<RunningContainer> all = new ArrayList<>();
        for (Node container : spec.get("initContainers").items()) {
            Role role = container.get("restartPolicy").text().equals("Always") ? Role.NATIVE_SIDECAR : Role.INIT;
            all.add(container(container, role, states, seen));
        }
        spec.get("containers").items().forEach(c -> all.add(container(c, Role.REGULAR, states, seen)));
        return all;
    }

    private static RunningContainer container(Node node, Role role, Map<String, Node> states, Seen seen) {
        String name = node.get("name").text();
        Resources requests = seen.one(ResourceLists.read(node.at("resources", "requests")));
        Resources limits = seen.one(ResourceLists.read(node.at("resources", "limits")));
        State state = seen.one(state(states.getOrDefault(name, Absent.HERE)));
        return seen.one(new RunningContainer(seen.one(name), seen.one(node.get("image").text()), role, requests, limits, state));
    }

    private static State state(Node status) {
        Node ended = status.at("lastState", "terminated", "reason");
        String lastEnd = Nodes.filled(ended) ? ended.text() : status.at("state", "terminated", "reason").text();
        return new State(Amount.of(Quantity.whole(status.get("restartCount").text())), Nodes.isTrue(status.get("ready")),
                status.at("state", "waiting", "reason").text(), lastEnd, status.at("state", "running", "startedAt").text());
    }
}
