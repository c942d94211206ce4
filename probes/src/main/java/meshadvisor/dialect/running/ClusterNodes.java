package meshadvisor.dialect.running;

import java.util.List;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.ResourceLists;
import meshadvisor.dialect.Seen;
import meshadvisor.model.Amount;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.ClusterNode.Condition;
import meshadvisor.model.ClusterNode.Machine;
import meshadvisor.model.ClusterNode.Room;
import meshadvisor.model.ClusterNode.Software;
import meshadvisor.model.ClusterNode.Taint;
import meshadvisor.model.Quantity;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads nodes. */
final class ClusterNodes {

    private ClusterNodes() {}

    static ClusterNode read(Item item, Seen seen) {
        Node status = item.root().get("status");
        Node info = status.get("nodeInfo");
        Machine machine = new Machine(item.spec().get("providerID").text(),
                seen.one(label(item, "node.kubernetes.io/instance-type", "beta.kubernetes.io/instance-type")),
                seen.one(label(item, "topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region")),
                seen.one(label(item, "topology.kubernetes.io/zone", "failure-domain.beta.kubernetes.io/zone")));
        Software software = seen.one(new Software(info.get("operatingSystem").text(), info.get("architecture").text(),
                info.get("kubeletVersion").text(), info.get("kernelVersion").text(), info.get("containerRuntimeVersion").text()));
        return new ClusterNode(item.meta().key(), item.meta().place(), Texts.of(item.root().at("metadata", "labels")), machine, software,
                seen.one(room(status.get("capacity"))), seen.one(room(status.get("allocatable"))), condition(item, status));
    }

    private static String label(Item item, String name, String older) {
        Text label = item.meta().label(name);
        return label.given() ? label.value() : item.meta().label(older).value();
    }

    private static Room room(Node list) {
        return new Room(ResourceLists.read(list), Amount.of(Quantity.whole(list.get("pods").text())));
    }

    private static Condition condition(Item item, Node status) {
        boolean ready = status.get("conditions").items().stream()
                .anyMatch(c -> c.get("type").text().equals("Ready") && Nodes.isTrue(c.get("status")));
        List<Taint> taints = Nodes.mappings(item.spec().get("taints")).stream()
                .map(t -> new Taint(t.get("key").text(), t.get("value").text(), t.get("effect").text())).toList();
        return new Condition(ready, Nodes.isTrue(item.spec().get("unschedulable")), taints);
    }
}
