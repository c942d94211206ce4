package meshadvisor.dialect.gateway;

import java.util.List;
import java.util.Set;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.References;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** What a route is attached to. */
final class Parents {

    /** Parents before which a route acts between services; Istio and Linkerd add kinds of their own. */
    private static final Set<String> INTERNAL = Set.of("Service", "ServiceEntry", "Server");

    private Parents() {}

    /** Internal where one parent is: what happens between services is the stronger statement. */
    static Hop hop(Item item) {
        List<String> kinds = refs(item).stream().map(Parents::kind).toList();
        if (kinds.stream().anyMatch(INTERNAL::contains)) {
            return Hop.INTERNAL;
        }
        return kinds.contains("Gateway") ? Hop.EDGE : Hop.UNKNOWN;
    }

    static List<Text> services(Item item) {
        return refs(item).stream().filter(ref -> kind(ref).equals("Service")).map(ref -> item.text(ref.get("name"))).filter(Text::given)
                .toList();
    }

    static void note(Item item, Facts facts) {
        References references = new References(item, facts);
        for (Node ref : refs(item)) {
            String namespace = ref.get("namespace").text();
            switch (kind(ref)) {
                case "Gateway" -> references.add(Kind.PARENT, namespace, ref.get("name"), ref.get("sectionName").text());
                case "Service" -> references.add(Kind.SERVICE, namespace, ref.get("name"), "");
                default -> {
                    // parents of other kinds are defined by their vendors
                }
            }
        }
    }

    private static List<Node> refs(Item item) {
        return item.spec().get("parentRefs").items();
    }

    private static String kind(Node ref) {
        String kind = ref.get("kind").text();
        return kind.isEmpty() ? "Gateway" : kind;
    }
}
