package meshadvisor.dialect.cilium;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.tree.Node;

/** How Envoy configuration is spelt. */
final class Envoy {

    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private Envoy() {}

    /** A field by its snake_case name; JSON of protocol buffers allows camelCase as well. */
    static Node field(Node node, String name) {
        return Nodes.either(node, name, camelCase(name));
    }

    private static String camelCase(String name) {
        return UNDERSCORE.matcher(name).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }

    /** The resources of a type such as {@code Cluster}. */
    static List<Node> resources(Item item, String type) {
        return item.spec().get("resources").items().stream().filter(resource -> resource.get("@type").text().endsWith("." + type)).toList();
    }

    /** The virtual hosts of route configurations, those inside of listeners included. */
    static List<Node> virtualHosts(Item item) {
        List<Node> configurations = new ArrayList<>(resources(item, "RouteConfiguration"));
        for (Node listener : resources(item, "Listener")) {
            for (Node chain : field(listener, "filter_chains").items()) {
                chain.get("filters").items().forEach(filter -> configurations.add(field(field(filter, "typed_config"), "route_config")));
            }
        }
        return configurations.stream().flatMap(configuration -> field(configuration, "virtual_hosts").items().stream()).toList();
    }
}
