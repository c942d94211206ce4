package meshadvisor.cluster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Sequence;

/**
 * Definitions of custom kinds are asked for by their metadata only, for their schemas are megabytes that nobody looks at. What else is of interest, the name
 * tells ({@code plural.group}), and discovery: which versions are served.
 */
final class CustomKinds {

    private CustomKinds() {}

    /** The definition with group, kind and served versions where they would stand. */
    static JsonObject described(JsonObject definition, Discovery discovery) {
        String name = definition.root().at("metadata", "name").text();
        int dot = name.indexOf('.');
        if (dot < 0 || !(definition.root() instanceof Mapping)) {
            return definition;
        }
        String plural = name.substring(0, dot);
        Optional<Resource> served = discovery.find(name.substring(dot + 1), plural);
        List<Node> versions = served.map(Resource::name).map(discovery.versions()::get).orElse(List.of()).stream()
                .<Node>map(v -> mapping("name", JsonObject.text(v), "served", JsonObject.text("true"))).toList();
        Mapping names = mapping("plural", JsonObject.text(plural), "kind", JsonObject.text(served.map(Resource::kind).orElse("")));
        Map<String, Node> spec = new LinkedHashMap<>();
        spec.put("group", JsonObject.text(name.substring(dot + 1)));
        spec.put("names", names);
        spec.put("versions", new Sequence(versions, 1, 0));
        return definition.changed(root -> root instanceof Mapping all ? all.with("spec", JsonObject.mapping(spec)) : root);
    }

    private static Mapping mapping(String key, Node value, String other, Node otherValue) {
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put(key, value);
        entries.put(other, otherValue);
        return JsonObject.mapping(entries);
    }
}
