package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.kubernetes.Pods;
import meshadvisor.model.Container;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Patch;
import meshadvisor.model.Place;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads JSON6902 operations, and strategic patches, as far as they change pods. */
final class JsonPatch {

    private static final String POD = "/spec/template";

    private final Item item;
    private final List<Container> containers = new ArrayList<>();
    private final Map<String, Text> labels = new LinkedHashMap<>();
    private final Map<String, Text> annotations = new LinkedHashMap<>();

    private JsonPatch(Item item) {
        this.item = item;
    }

    /** Reads a patch of the object that it names itself; a list of operations names none. */
    static Patch read(Item item) {
        JsonPatch patch = new JsonPatch(item);
        if (item.root() instanceof Mapping) {
            patch.template(item.root().at("spec", "template"));
        }
        item.root().items().forEach(patch::operation);
        Place place = item.where().apply(item.root());
        Node metadata = item.root().get("metadata");
        return new Patch(place, item.root().get("kind").text(), metadata.get("namespace").text(), metadata.get("name").text(),
                patch.containers, given(patch.labels), given(patch.annotations));
    }

    /** The same of a workload that turned out to be a patch. */
    static Patch of(Workload workload) {
        return new Patch(workload.meta().place(), workload.kind(), workload.meta().namespace(), workload.meta().name(),
                workload.pod().containers(), given(workload.pod().labels()), given(workload.pod().annotations()));
    }

    /** Without what is taken away, which is written as null. */
    private static Map<String, Text> given(Map<String, Text> marks) {
        Map<String, Text> given = new LinkedHashMap<>(marks);
        given.values().removeIf(text -> !text.given());
        return given;
    }

    private void operation(Node operation) {
        String op = operation.get("op").text();
        String path = operation.get("path").text();
        Node value = operation.get("value");
        if (!op.equals("add") && !op.equals("replace") || !path.startsWith(POD)) {
            return;
        }
        String rest = path.substring(POD.length());
        if (rest.isEmpty()) {
            template(value);
        } else if (rest.startsWith("/metadata/labels")) {
            marks(rest.substring("/metadata/labels".length()), value, labels);
        } else if (rest.startsWith("/metadata/annotations")) {
            marks(rest.substring("/metadata/annotations".length()), value, annotations);
        } else if (rest.startsWith("/spec/initContainers")) {
            containers(value, Role.INIT);
        } else if (rest.startsWith("/spec/containers")) {
            containers(value, Role.REGULAR);
        }
    }

    private void template(Node template) {
        labels.putAll(item.texts(template.at("metadata", "labels")));
        annotations.putAll(item.texts(template.at("metadata", "annotations")));
        containers(template.at("spec", "initContainers"), Role.INIT);
        containers(template.at("spec", "containers"), Role.REGULAR);
    }

    private void marks(String rest, Node value, Map<String, Text> into) {
        if (rest.isEmpty()) {
            into.putAll(item.texts(value));
        } else {
            into.put(rest.substring(1).replace("~1", "/").replace("~0", "~"), new Text(value.text(), item.place(value)));
        }
    }

    /** A list of containers or one of them; a value that is neither changes a field of a container and adds none. */
    private void containers(Node value, Role role) {
        if (value instanceof Mapping && value.get("image").present()) {
            container(value, role);
        }
        value.items().stream().filter(c -> c.get("name").present() && !c.get("$patch").text().equals("delete"))
                .forEach(c -> container(c, role));
    }

    private void container(Node container, Role role) {
        boolean stays = role == Role.INIT && container.get("restartPolicy").text().equals("Always");
        containers.add(Pods.container(item, container, stays ? Role.NATIVE_SIDECAR : role, Text.NONE));
    }
}
