package meshadvisor.manifest;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import meshadvisor.model.Apart;
import meshadvisor.model.Meta;
import meshadvisor.model.Patch;

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

    /** Whether a patch may change objects that are wanted; it does not carry their labels itself. */
    boolean mayWant(Patch patch) {
        return inside(patch.namespace());
    }

    private boolean inside(String namespace) {
        return namespaces.isEmpty() || namespace.isEmpty() || namespaces.contains(namespace);
    }
}
