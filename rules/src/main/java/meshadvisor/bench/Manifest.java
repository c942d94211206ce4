package meshadvisor.bench;

import java.util.Map;

/** An object to be made in the cluster, as the tree that its YAML is. */
public record Manifest(Map<String, Object> object) {

    /** Such as {@code batch/v1}. */
    public String apiVersion() {
        return text(object, "apiVersion");
    }

    /** Such as {@code Job}. */
    public String kind() {
        return text(object, "kind");
    }

    /** Its name. */
    public String name() {
        return text(metadata(), "name");
    }

    /** Where it lives; empty for objects of the cluster. */
    public String namespace() {
        return text(metadata(), "namespace");
    }

    private Map<?, ?> metadata() {
        return object.get("metadata") instanceof Map<?, ?> metadata ? metadata : Map.of();
    }

    private static String text(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }
}
