package meshadvisor.dialect.linkerd;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meshadvisor.dialect.Effects;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Quantities;
import meshadvisor.dialect.Times;
import meshadvisor.model.Conduct;
import meshadvisor.model.Conduct.Condition;
import meshadvisor.model.Conduct.How;
import meshadvisor.model.Conduct.On;
import meshadvisor.model.Conduct.Test;
import meshadvisor.model.Feature;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads all that a ServiceProfile says, so that it can be written again. Its first route that matches wins; requests without one pass. */
final class ProfileConducts {

    private ProfileConducts() {}

    static void read(Item item, Facts facts) {
        Node spec = item.spec();
        Text host = new Text(item.meta().name(), item.place(item.root().at("metadata", "name")));
        List<Conduct.Share> shares = shares(item, spec);
        List<Conduct.Rule> rules = new ArrayList<>();
        List<Node> routes = spec.get("routes").items();
        for (int i = 0; i < routes.size(); i++) {
            Node route = routes.get(i);
            String path = "routes[" + i + "]";
            Effects effects = new Effects(item, path);
            effects.note(Feature.TIMEOUT, route.get("timeout"), "timeout",
                    Map.of("request", List.of(Times.plain(route.get("timeout").text()))));
            if (Nodes.isTrue(route.get("isRetryable"))) {
                effects.note(Feature.RETRIES, route.get("isRetryable"), "isRetryable", Map.of("on", List.of("5xx")));
            }
            effects.note(Feature.RESPONSE_CLASSES, route.get("responseClasses"), "responseClasses");
            rules.add(new Conduct.Rule(item.place(route), path, conditions(item, route.get("condition"), path + ".condition"), shares,
                    effects.all()));
        }
        if (!shares.isEmpty()) {
            rules.add(new Conduct.Rule(item.place(spec.get("dstOverrides")), "dstOverrides", List.of(), shares, List.of()));
        }
        Effects besides = new Effects(item, "");
        besides.note(Feature.RETRY_BUDGET, spec.get("retryBudget"), "retryBudget",
                Effects.texts(spec.get("retryBudget"), "ratio", "retryRatio", "minimum", "minRetriesPerSecond", "window", "ttl"));
        facts.conducts.add(new Conduct(item.meta(), LinkerdDialect.ID, List.of(host), List.of(), true, List.of(), Order.FIRST_MATCH, true,
                rules, besides.all()));
    }

    private static List<Conduct.Share> shares(Item item, Node spec) {
        List<Conduct.Share> shares = new ArrayList<>();
        List<Node> overrides = spec.get("dstOverrides").items();
        for (int i = 0; i < overrides.size(); i++) {
            String authority = overrides.get(i).get("authority").text();
            int colon = authority.lastIndexOf(':');
            String host = colon < 0 ? authority : authority.substring(0, colon);
            int port =
                    colon < 0 || !authority.substring(colon + 1).matches("\\d{1,5}") ? 0 : Integer.parseInt(authority.substring(colon + 1));
            shares.add(new Conduct.Share(new Text(host, item.place(overrides.get(i))), port, "",
                    Quantities.read(overrides.get(i).get("weight").text()).orElse(0), List.of(), item.place(overrides.get(i)),
                    "dstOverrides[" + i + "]"));
        }
        return shares;
    }

    /** Alternatives under {@code any}; what is nested deeper or negated stands nowhere else. */
    private static List<Condition> conditions(Item item, Node condition, String path) {
        List<Node> any = condition.get("any").items();
        if (any.isEmpty()) {
            return List.of(condition(item, condition, path));
        }
        if (Nodes.filled(Nodes.either(condition, "method", "pathRegex", "all", "not"))) {
            Effects others = new Effects(item, path);
            others.note(Feature.MATCH_ELSEWHERE, condition.get("any"), "any");
            return List.of(new Condition(item.place(condition), path, List.of(), others.all(), List.of(), 0));
        }
        List<Condition> all = new ArrayList<>();
        for (int i = 0; i < any.size(); i++) {
            all.addAll(conditions(item, any.get(i), path + ".any[" + i + "]"));
        }
        return List.copyOf(all);
    }

    private static Condition condition(Item item, Node condition, String path) {
        List<Test> tests = new ArrayList<>();
        Effects others = new Effects(item, path);
        tests(item, condition, path, tests, others);
        List<Node> all = condition.get("all").items();
        for (int i = 0; i < all.size(); i++) {
            tests(item, all.get(i), path + ".all[" + i + "]", tests, others.in("all[" + i + "]"));
            others.in("all[" + i + "]").noteFirst(Feature.MATCH_ELSEWHERE, all.get(i), "any", "all");
        }
        boolean twice = tests.stream().map(Test::on).distinct().count() < tests.size();
        if (twice) {
            others.note(Feature.MATCH_ELSEWHERE, condition.get("all"), "all");
        }
        return new Condition(item.place(condition), path, tests, others.all(), List.of(), 0);
    }

    private static void tests(Item item, Node part, String path, List<Test> tests, Effects others) {
        Node regex = part.get("pathRegex");
        if (Nodes.filled(regex)) {
            tests.add(new Test(On.PATH, "", How.REGEX, regex.text(), item.place(regex), path + ".pathRegex"));
        }
        Node method = part.get("method");
        if (Nodes.filled(method)) {
            tests.add(new Test(On.METHOD, "", How.EXACT, method.text(), item.place(method), path + ".method"));
        }
        others.note(Feature.MATCH_ELSEWHERE, part.get("not"), "not");
    }
}
