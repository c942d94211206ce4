package meshadvisor.plan;

import java.util.LinkedHashMap;
import java.util.Map;

/** Trees of maps, lists, texts and numbers, as manifests are. */
final class Trees {

    private Trees() {}

    /** A map of alternating names and values, in their order. */
    static Map<String, Object> of(Object... namesAndValues) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.put((String) namesAndValues[at], namesAndValues[at + 1]);
        }
        return fields;
    }
}
