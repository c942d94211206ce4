package meshadvisor.plan.convert;

import java.util.LinkedHashMap;
import java.util.Map;

/** Trees of maps, lists, texts and numbers, as manifests are. */
public final class Tree {

    private Tree() {}

    /** A map of alternating names and values, in their order. */
    public static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }

    /** An object. */
    static Map<String, Object> object(String apiVersion, String kind, String namespace, String name) {
        return of("apiVersion", apiVersion, "kind", kind, "metadata", of("name", name, "namespace", namespace));
    }
}
