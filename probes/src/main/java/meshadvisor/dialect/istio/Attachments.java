package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Plain;
import meshadvisor.model.Attached;
import meshadvisor.model.Attached.Clause;
import meshadvisor.model.Text;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads what is attached to workloads, with all that it says. */
final class Attachments {

    /** Keys of conditions that are judged without HTTP. */
    private static final Set<String> PLAIN_KEYS =
            Set.of("source.ip", "source.namespace", "source.principal", "destination.ip", "destination.port");
    private static final Set<String> HTTP_SOURCES =
            Set.of("requestPrincipals", "notRequestPrincipals", "remoteIpBlocks", "notRemoteIpBlocks");
    private static final Set<String> HTTP_OPERATIONS = Set.of("hosts", "notHosts", "methods", "notMethods", "paths", "notPaths");
    private static final Set<String> CALLERS = Set.of("principals", "notPrincipals", "namespaces", "notNamespaces", "serviceAccounts",
            "notServiceAccounts", "source.namespace", "source.principal");

    private Attachments() {}

    static void read(Item item, Facts facts, List<String> lists) {
        List<Clause> clauses = new ArrayList<>();
        for (String list : lists) {
            List<Node> written = item.spec().get(list).items();
            for (int i = 0; i < written.size(); i++) {
                String path = list + "[" + i + "]";
                clauses.add(list.equals("rules") ? rule(item, written.get(i), path)
                        : new Clause(item.place(written.get(i)), path, List.of(new Text(path, item.place(written.get(i)))), false, false));
            }
        }
        Map<String, Object> spec = Plain.mapping(item.spec());
        facts.attached.add(new Attached(item.meta(), IstioDialect.ID, item.spec().get("action").text(), Attachment.selector(item),
                Attachment.targets(item), clauses, spec));
    }

    private static Clause rule(Item item, Node rule, String path) {
        List<Text> http = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        fields(item, rule.get("from").items(), "source", HTTP_SOURCES, path + ".from", http, plain);
        fields(item, rule.get("to").items(), "operation", HTTP_OPERATIONS, path + ".to", http, plain);
        List<Node> when = rule.get("when").items();
        for (int i = 0; i < when.size(); i++) {
            String key = when.get(i).get("key").text();
            if (PLAIN_KEYS.contains(key)) {
                plain.add(key);
            } else {
                http.add(new Text(path + ".when[" + i + "] (" + key + ")", item.place(when.get(i))));
            }
        }
        return new Clause(item.place(rule), path, http, !plain.isEmpty(), plain.stream().anyMatch(CALLERS::contains));
    }

    private static void fields(Item item, List<Node> nodes, String under, Set<String> http, String path, List<Text> found,
            List<String> plain) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).get(under) instanceof Mapping mapping) {
                for (var entry : mapping.entries()) {
                    String field = entry.key().text();
                    if (Nodes.filled(entry.value()) && http.contains(field)) {
                        found.add(new Text(path + "[" + i + "]." + under + "." + field, item.place(entry.key())));
                    } else if (Nodes.filled(entry.value())) {
                        plain.add(field);
                    }
                }
            }
        }
    }
}
