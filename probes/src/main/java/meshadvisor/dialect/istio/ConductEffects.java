package meshadvisor.dialect.istio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.dialect.Effects;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Times;
import meshadvisor.model.Effect;
import meshadvisor.model.Feature;
import meshadvisor.tree.Node;

/** Reads what a rule of a VirtualService does besides choosing a destination. */
final class ConductEffects {

    private ConductEffects() {}

    static List<Effect> of(Item item, Node rule, String path) {
        Effects effects = new Effects(item, path);
        effects.note(Feature.TIMEOUT, rule.get("timeout"), "timeout", Map.of("request", List.of(Times.plain(rule.get("timeout").text()))));
        retries(effects, rule.get("retries"));
        headers(effects, rule.get("headers"));
        rewrite(effects.in("rewrite"), rule.get("rewrite"));
        redirect(effects, rule.get("redirect"));
        mirrors(effects, rule);
        effects.in("fault").note(Feature.FAULT_DELAY, rule.at("fault", "delay"), "delay");
        effects.in("fault").note(Feature.FAULT_ABORT, rule.at("fault", "abort"), "abort");
        cors(effects, rule.get("corsPolicy"));
        effects.note(Feature.DELEGATE, rule.get("delegate"), "delegate", Effects.texts(rule.get("delegate"), "name", "name"));
        effects.note(Feature.DIRECT_RESPONSE, rule.get("directResponse"), "directResponse");
        return effects.all();
    }

    /** Numbers among the conditions are statuses. */
    private static void retries(Effects effects, Node retries) {
        Map<String, List<String>> said = Effects.texts(retries, "attempts", "attempts");
        said.put("each", List.of(Times.plain(retries.get("perTryTimeout").text())));
        List<String> on = Arrays.stream(retries.get("retryOn").text().split(",", -1)).map(String::strip).filter(t -> !t.isEmpty()).toList();
        said.put("on", on.stream().filter(t -> !t.matches("\\d{3}")).toList());
        said.put("codes", on.stream().filter(t -> t.matches("\\d{3}")).toList());
        effects.note(Feature.RETRIES, retries, "retries", said);
    }

    static void headers(Effects effects, Node headers) {
        one(effects, Feature.REQUEST_HEADERS, headers.get("request"), "headers.request");
        one(effects, Feature.RESPONSE_HEADERS, headers.get("response"), "headers.response");
    }

    private static void one(Effects effects, Feature feature, Node operations, String field) {
        Map<String, List<String>> said = new LinkedHashMap<>();
        Effects.headers("set", operations.get("set"), said);
        Effects.headers("add", operations.get("add"), said);
        said.put("remove", operations.get("remove").items().stream().map(Node::text).toList());
        effects.note(feature, operations, field, said);
    }

    private static void rewrite(Effects effects, Node rewrite) {
        effects.note(Feature.REWRITE_PATH, rewrite.get("uri"), "uri", Effects.texts(rewrite, "path", "uri"));
        effects.note(Feature.REWRITE_HOST, rewrite.get("authority"), "authority", Effects.texts(rewrite, "host", "authority"));
        effects.note(Feature.REWRITE_REGEX, rewrite.get("uriRegexRewrite"), "uriRegexRewrite");
    }

    private static void redirect(Effects effects, Node redirect) {
        effects.note(Feature.REDIRECT, redirect, "redirect", Effects.texts(redirect, "path", "uri", "prefix", "prefixRewrite", "host",
                "authority", "scheme", "scheme", "port", "port", "code", "redirectCode"));
        effects.in("redirect").note(Feature.REDIRECT_PORT, redirect.get("derivePort"), "derivePort");
    }

    private static void mirrors(Effects effects, Node rule) {
        Node percent = Nodes.either(rule, "mirrorPercentage", "mirrorPercent");
        Node single = rule.get("mirror");
        mirror(effects, single, "mirror", percent.text().isEmpty() ? percent.get("value").text() : percent.text());
        List<Node> several = rule.get("mirrors").items();
        for (int i = 0; i < several.size(); i++) {
            mirror(effects, several.get(i).get("destination"), "mirrors[" + i + "]", several.get(i).at("percentage", "value").text());
        }
    }

    private static void mirror(Effects effects, Node destination, String field, String percent) {
        Map<String, List<String>> said =
                Effects.texts(destination, "host", "host", "subset", "subset", "port", "port/number");
        said.put("percent", List.of(percent));
        effects.note(Feature.MIRROR, destination, field, said);
    }

    private static void cors(Effects effects, Node cors) {
        List<String> origins = new ArrayList<>(texts(cors.get("allowOrigin")));
        boolean patterns = false;
        for (Node origin : cors.get("allowOrigins").items()) {
            patterns |= origin.get("exact").text().isEmpty();
            origins.add(origin.get("exact").text());
        }
        Map<String, List<String>> said = Effects.texts(cors, "credentials", "allowCredentials");
        long age = Math.round(Times.millis(cors.get("maxAge").text()) / 1_000);
        said.put("age", List.of(age > 0 ? Long.toString(age) : ""));
        said.put("origins", origins);
        said.put("methods", texts(cors.get("allowMethods")));
        said.put("headers", texts(cors.get("allowHeaders")));
        said.put("exposed", texts(cors.get("exposeHeaders")));
        effects.note(patterns ? Feature.CORS_PATTERN : Feature.CORS, cors, "corsPolicy", said);
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).toList();
    }
}
