package meshadvisor.manifest;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import meshadvisor.model.Meta;

/**
 * Which objects are wanted, as kubectl's flags say it.
 *
 * @param namespaces empty for all; an object without a namespace is wanted in any, as it would be applied there
 * @param labels that an object must carry
 * @param seen namespaces that were met, wanted or not
 */
public record ObjectFilter(Set<String> namespaces, Map<String, String> labels, Set<String> seen) {

    /** Everything is wanted. */
    public static final ObjectFilter ALL = new ObjectFilter(Set.of(), Map.of(), ConcurrentHashMap.newKeySet());

    /** Objects of these namespaces with these labels. */
    public static ObjectFilter of(Set<String> namespaces, Map<String, String> labels) {
        return new ObjectFilter(Set.copyOf(namespaces), Map.copyOf(labels), ConcurrentHashMap.newKeySet());
    }

    boolean wants(Meta meta) {
        String namespace = meta.key().kind().equals("Namespace") ? meta.name() : meta.namespace();
        if (!namespaces.isEmpty()) {
            seen.add(namespace);
        }
        boolean inside = namespaces.isEmpty() || namespace.isEmpty() || namespaces.contains(namespace);
        return inside && labels.entrySet().stream().allMatch(e -> meta.label(e.getKey()).value().equals(e.getValue()));
    }
}
