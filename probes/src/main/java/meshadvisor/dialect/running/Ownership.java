package meshadvisor.dialect.running;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.RunningPod.Owner;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads which object made another one and looks after it. */
public final class Ownership {

    private static final String KNATIVE = "serving.knative.dev";

    private Ownership() {}

    /** The controller of an object, {@link Owner#NONE} where it states none. Between a Knative Service and its pods stand objects of no interest. */
    public static ObjectKey controller(Item item) {
        Node reference = reference(item);
        if (reference.get("kind").text().isEmpty()) {
            return Owner.NONE;
        }
        String apiVersion = reference.get("apiVersion").text();
        int slash = apiVersion.indexOf('/');
        String group = slash < 0 ? "" : apiVersion.substring(0, slash);
        String kind = reference.get("kind").text();
        String namespace = kind.equals("Node") ? "" : item.meta().namespace();
        Text service = item.meta().label(KNATIVE + "/service");
        if (group.equals(KNATIVE) && service.given()) {
            return new ObjectKey(KNATIVE, "Service", namespace, service.value());
        }
        return new ObjectKey(group, kind, namespace, reference.get("name").text());
    }

    /** The API version of the controller without its group. */
    public static String version(Item item) {
        String apiVersion = reference(item).get("apiVersion").text();
        return apiVersion.substring(apiVersion.indexOf('/') + 1);
    }

    private static Node reference(Item item) {
        return item.root().at("metadata", "ownerReferences").items().stream().filter(r -> Nodes.isTrue(r.get("controller"))).findFirst()
                .orElse(meshadvisor.tree.Absent.HERE);
    }
}
