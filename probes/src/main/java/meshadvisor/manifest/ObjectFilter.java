package meshadvisor.manifest;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import meshadvisor.dialect.Item;
import meshadvisor.model.Apart;
import meshadvisor.model.Meta;
import meshadvisor.model.Patch;
import meshadvisor.tree.Node;

/**
 * Which objects are wanted, as kubectl's flags say it.
 *
 * @param namespaces empty for all; an object without a namespace is wanted in any, as it would be applied there
 * @param labels what an object must carry; a Namespace need not, since its labels tell what holds for the objects in it
 * @param seen namespaces that were met, wanted or not
 */
public record ObjectFilter(Set<String> namespaces, LabelSelector labels, Set<String> seen) {

    /** Everything is wanted. */
    public static final ObjectFilter ALL = new ObjectFilter(Set.of(), LabelSelector.ALL, ConcurrentHashMap.newKeySet());

    /** Objects of these namespaces with these labels. */
    public static ObjectFilter of(Set<String> namespaces, Map<String, String> labels) {
        return of(namespaces, LabelSelector.of(labels));
    }

    /** Objects of these namespaces with labels that a selector asks for. */
    public static ObjectFilter of(Set<String> namespaces, LabelSelector labels) {
        return new ObjectFilter(Set.copyOf(namespaces), labels, ConcurrentHashMap.newKeySet());
    }

    boolean wants(Meta meta) {
        boolean isNamespace = meta.key().kind().equals("Namespace") && meta.key().group().isEmpty();
        String namespace = Apart.plain(isNamespace ? meta.name() : meta.namespace());
        if (!namespaces.isEmpty()) {
            seen.add(namespace);
        }
        return inside(namespace) && (isNamespace || labels.matches(meta.labels()));
    }

    /**
     * Whether an object of a running cluster is wanted. Pods are asked for by their labels, and with them comes what makes them and what leads to them,
     * whose own labels may be others: else pods would seem to be without a workload, and Services without pods.
     */
    boolean wants(Item item) {
        return wants(item.meta()) || inside(Apart.plain(item.meta().namespace())) && belongs(item);
    }

    private boolean belongs(Item item) {
        Node spec = item.spec();
        return switch (item.kind()) {
            case "EndpointSlice" -> true; // with the labels of its Service, which tell nothing of the pods
            case "Service" -> item.meta().key().group().isEmpty() && labels.names(item.texts(spec.get("selector")));
            default ->
                    Stream.of(spec.at("template", "metadata", "labels"), spec.at("jobTemplate", "spec", "template", "metadata", "labels"))
                            .anyMatch(template -> template.present() && labels.matches(item.texts(template)));
        };
    }

    /** Whether a patch may change objects that are wanted; it does not carry their labels itself. */
    boolean mayWant(Patch patch) {
        return inside(patch.namespace());
    }

    private boolean inside(String namespace) {
        return namespaces.isEmpty() || namespace.isEmpty() || namespaces.contains(namespace);
    }
}
