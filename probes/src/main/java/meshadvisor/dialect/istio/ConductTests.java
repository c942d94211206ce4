package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.dialect.Effects;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Conduct.Condition;
import meshadvisor.model.Conduct.How;
import meshadvisor.model.Conduct.On;
import meshadvisor.model.Conduct.Test;
import meshadvisor.model.Feature;
import meshadvisor.model.Text;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Reads every test of a condition of a VirtualService. */
final class ConductTests {

    /** Fields that no request is tested by. */
    private static final Set<String> NO_TESTS = Set.of("name", "statPrefix", "uri", "method", "headers", "queryParams", "port", "gateways");
    private static final Map<String, Feature> OTHERS = Map.of("withoutHeaders", Feature.MATCH_HEADER_ABSENT, "authority",
            Feature.MATCH_AUTHORITY, "scheme", Feature.MATCH_SCHEME, "sourceLabels", Feature.MATCH_SOURCE, "sourceNamespace",
            Feature.MATCH_SOURCE, "ignoreUriCase", Feature.MATCH_PATH_CASE);

    private ConductTests() {}

    static Condition condition(Item item, Node match, String path) {
        Effects others = new Effects(item, path);
        List<Test> tests = new ArrayList<>();
        one(item, On.PATH, "", match.get("uri"), path + ".uri", tests, others);
        one(item, On.METHOD, "", match.get("method"), path + ".method", tests, others);
        each(item, On.HEADER, match.get("headers"), path + ".headers", tests, others);
        each(item, On.QUERY, match.get("queryParams"), path + ".queryParams", tests, others);
        if (match instanceof Mapping mapping) {
            mapping.entries().stream().filter(e -> !NO_TESTS.contains(e.key().text())).forEach(e -> other(e, match, others));
        }
        return new Condition(item.place(match), path, tests, others.all(),
                item.list(match.get("gateways")).stream().map(Text::value).toList(),
                Item.number(match.get("port")).orElse(0));
    }

    private static void other(Entry entry, Node match, Effects others) {
        String field = entry.key().text();
        boolean idle = field.equals("ignoreUriCase") && (!Nodes.isTrue(entry.value()) || !Nodes.filled(match.get("uri")));
        if (!idle) {
            others.note(OTHERS.getOrDefault(field, Feature.MATCH_ELSEWHERE), entry.value(), field);
        }
    }

    private static void each(Item item, On on, Node named, String path, List<Test> tests, Effects others) {
        if (named instanceof Mapping mapping) {
            mapping.entries().forEach(e -> one(item, on, e.key().text(), e.value(), path + "[" + e.key().text() + "]", tests, others));
        }
    }

    /** A header or parameter with nothing to compare must only be there. */
    private static void one(Item item, On on, String name, Node text, String path, List<Test> tests, Effects others) {
        for (How how : List.of(How.EXACT, How.PREFIX, How.REGEX)) {
            Node value = text.get(how.name().toLowerCase(java.util.Locale.ROOT));
            if (value.present()) {
                tests.add(new Test(on, name, how, value.text(), item.place(value), path));
                return;
            }
        }
        if (!name.isEmpty() && !Nodes.filled(text)) {
            tests.add(new Test(on, name, How.PRESENT, "", item.place(text), path));
        } else if (Nodes.filled(text)) {
            new Effects(item, "", others.all()).note(Feature.MATCH_ELSEWHERE, text, path);
        }
    }
}
