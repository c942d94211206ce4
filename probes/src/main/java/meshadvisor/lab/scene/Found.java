package meshadvisor.lab.scene;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.bench.Variant.Sign;
import meshadvisor.model.Gap;
import meshadvisor.tree.Node;

/**
 * What was read of a cluster.
 *
 * @param version of the API server, such as {@code v1.35.4}
 * @param lists all objects of kinds, such as {@code apps/v1/deployments}
 * @param single objects that were read alone, by kind, namespace and name
 */
record Found(String version, Map<String, List<Node>> lists, Map<String, List<Node>> single) {

    /** Kinds of which single objects are read, because there are many and much stands in them. */
    private static final String CONFIG_MAPS = "v1/configmaps";

    /** What kept objects of a kind from being seen, or some of them; none if all were. */
    static Stream<Gap> hiding(String kind, List<Gap> gaps) {
        String[] parts = kind.split("/", -1);
        String name = parts.length == 3 ? parts[2] + "." + parts[0] : parts[1];
        return gaps.stream().filter(gap -> gap.id().endsWith("-" + name));
    }

    /** All objects of a kind. */
    List<Node> of(String kind) {
        return lists.getOrDefault(kind, List.of());
    }

    /** Whether the object of a sign is read alone. */
    static boolean alone(Sign sign) {
        return sign.resource().equals(CONFIG_MAPS) && !sign.namespace().isEmpty() && !sign.name().isEmpty();
    }

    /** Under which name a single object is kept. */
    static String key(String kind, String namespace, String name) {
        return kind + " " + namespace + "/" + name;
    }

    /** A single object, or none. */
    Stream<Node> one(String kind, String namespace, String name) {
        return single.getOrDefault(key(kind, namespace, name), List.of()).stream();
    }

    /** The objects that a sign means, whatever stands in its field, in the order of their names. */
    List<Node> meant(Sign sign) {
        Stream<Node> objects = alone(sign) ? one(sign.resource(), sign.namespace(), sign.name()) : of(sign.resource()).stream();
        return objects.filter(object -> sign.namespace().isEmpty() || namespace(object).equals(sign.namespace()))
                .filter(object -> sign.name().isEmpty() || name(object).equals(sign.name()))
                .filter(object -> sign.labels().entrySet().stream()
                        .allMatch(label -> label(object, label.getKey()).equals(label.getValue())))
                .sorted((a, b) -> name(a).compareTo(name(b))).toList();
    }

    /** Those of them whose field has the value. */
    List<Node> showing(Sign sign) {
        return meant(sign).stream().filter(object -> shows(object, sign)).toList();
    }

    static boolean shows(Node object, Sign sign) {
        return sign.field().isEmpty() || FieldPath.text(object, sign.field()).matches(sign.value());
    }

    static String name(Node object) {
        return object.at("metadata", "name").text();
    }

    static String namespace(Node object) {
        return object.at("metadata", "namespace").text();
    }

    /** A reference with the fields namespace and name. */
    static String namespaced(Node reference) {
        return reference.get("namespace").text() + "/" + reference.get("name").text();
    }

    static String label(Node object, String label) {
        return object.at("metadata", "labels", label).text();
    }
}
