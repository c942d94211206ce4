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
import meshadvisor.tree.Entry;
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
        Fields fields = new Fields(item, new ArrayList<>(), new ArrayList<>());
        fields.of(rule.get("from").items(), "source", HTTP_SOURCES, path + ".from");
        fields.of(rule.get("to").items(), "operation", HTTP_OPERATIONS, path + ".to");
        List<Node> when = rule.get("when").items();
        for (int i = 0; i < when.size(); i++) {
            String key = when.get(i).get("key").text();
            if (PLAIN_KEYS.contains(key)) {
                fields.plain.add(key);
            } else {
                fields.http.add(new Text(path + ".when[" + i + "] (" + key + ")", item.place(when.get(i))));
            }
        }
        return new Clause(item.place(rule), path, fields.http, !fields.plain.isEmpty(), fields.plain.stream().anyMatch(CALLERS::contains));
    }

    /** Fields that only something that understands HTTP can judge, and others. */
    private record Fields(Item item, List<Text> http, List<String> plain) {

        void of(List<Node> nodes, String under, Set<String> judged, String path) {
            for (int i = 0; i < nodes.size(); i++) {
                if (nodes.get(i).get(under) instanceof Mapping mapping) {
                    String here = path + "[" + i + "]." + under + ".";
                    mapping.entries().stream().filter(e -> Nodes.filled(e.value())).forEach(e -> add(e, judged, here));
                }
            }
        }

        private void add(Entry entry, Set<String> judged, String path) {
            if (judged.contains(entry.key().text())) {
                http.add(new Text(path + entry.key().text(), item.place(entry.key())));
            } else {
                plain.add(entry.key().text());
            }
        }
    }
}
