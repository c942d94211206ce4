package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/**
 * Reads every test of a condition of a VirtualService.
 *
 * @param tests those that were found
 * @param others what else must hold
 */
record ConductTests(Item item, List<Test> tests, Effects others) {

    /** Fields that no request is tested by. */
    private static final Set<String> NO_TESTS = Set.of("name", "statPrefix", "uri", "method", "headers", "queryParams", "port", "gateways");
    private static final Map<String, Feature> OTHERS = Map.of("withoutHeaders", Feature.MATCH_HEADER_ABSENT, "authority",
            Feature.MATCH_AUTHORITY, "scheme", Feature.MATCH_SCHEME, "sourceLabels", Feature.MATCH_SOURCE, "sourceNamespace",
            Feature.MATCH_SOURCE, "ignoreUriCase", Feature.MATCH_PATH_CASE);

    static Condition condition(Item item, Node match, String path) {
        ConductTests found = new ConductTests(item, new ArrayList<>(), new Effects(item, path));
        found.one(On.PATH, "", match.get("uri"), path + ".uri");
        found.one(On.METHOD, "", match.get("method"), path + ".method");
        found.each(On.HEADER, match.get("headers"), path + ".headers");
        found.each(On.QUERY, match.get("queryParams"), path + ".queryParams");
        if (match instanceof Mapping mapping) {
            mapping.entries().stream().filter(e -> !NO_TESTS.contains(e.key().text())).forEach(e -> found.other(e, match));
        }
        return new Condition(item.place(match), path, found.tests, found.others.all(),
                item.list(match.get("gateways")).stream().map(Text::value).toList(), Item.number(match.get("port")).orElse(0));
    }

    private void other(Entry entry, Node match) {
        String field = entry.key().text();
        boolean idle = field.equals("ignoreUriCase") && (!Nodes.isTrue(entry.value()) || !Nodes.filled(match.get("uri")));
        if (!idle) {
            others.note(OTHERS.getOrDefault(field, Feature.MATCH_ELSEWHERE), entry.value(), field);
        }
    }

    private void each(On on, Node named, String path) {
        if (named instanceof Mapping mapping) {
            mapping.entries().forEach(e -> one(on, e.key().text(), e.value(), path + "[" + e.key().text() + "]"));
        }
    }

    /** A header or parameter with nothing to compare must only be there. */
    private void one(On on, String name, Node text, String path) {
        for (How how : List.of(How.EXACT, How.PREFIX, How.REGEX)) {
            Node value = text.get(how.name().toLowerCase(Locale.ROOT));
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
