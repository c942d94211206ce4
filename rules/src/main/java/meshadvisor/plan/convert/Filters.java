package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import meshadvisor.model.Conduct;
import meshadvisor.model.Effect;
import meshadvisor.model.Feature;
import meshadvisor.plan.book.ConversionPattern.How;
import meshadvisor.plan.convert.Condition.Kind;
import meshadvisor.plan.convert.Remark.Fate;

/** Makes filters, times and annotations of what a rule does besides choosing a destination. */
record Filters(Draft draft, Backends backends) {

    /** Hosts that an HTTPRoute takes. */
    static final Pattern HOST = Pattern.compile("[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,5}(h|m|s|ms)){1,4}");
    private static final Set<String> CODES = Set.of("301", "302", "303", "307", "308");

    /** Whether requests of the rule are answered with a redirect. */
    static boolean redirects(Conduct.Rule rule) {
        return rule.effects().stream().anyMatch(e -> e.feature() == Feature.REDIRECT);
    }

    /** Whether the filters depend on how the path was matched. */
    boolean byPath(Conduct.Rule rule) {
        return rule.effects().stream().anyMatch(e -> draft.how(e.feature()) == How.FIELD
                && (e.feature() == Feature.REWRITE_PATH || e.feature() == Feature.REDIRECT && !e.first("prefix").isEmpty()));
    }

    /** Tells everything that is not carried over of a rule. */
    void tell(Conduct.Rule rule) {
        for (Effect effect : rule.effects()) {
            draft.tell(effect);
            boolean annotated = draft.how(effect.feature()) == How.ANNOTATION;
            if (annotated && draft.fields(effect).isEmpty()) {
                draft.tell(Fate.LOST, effect.field(), effect.place(),
                        "It names no condition that is known there, so nothing was written of it.");
            }
            if (annotated && !draft.unknown(effect).isEmpty()) {
                draft.tell(Fate.LOST, effect.field(), effect.place(), "These conditions are not known there: "
                        + String.join(", ", draft.unknown(effect)) + ".");
            }
        }
    }

    /** What stands beside conditions and backends of a rule for requests that came by one of its conditions, which was made of another. */
    Map<String, Object> of(Conduct.Rule rule, Condition came, Condition original) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Object> filters = new ArrayList<>();
        for (Effect effect : rule.effects()) {
            if (draft.how(effect.feature()) == How.FIELD) {
                switch (effect.feature()) {
                    case REQUEST_HEADERS, RESPONSE_HEADERS -> new Headers(draft).filter(effect).ifPresent(filters::add);
                    case REDIRECT -> redirect(effect, came, original).ifPresent(filters::add);
                    case MIRROR -> mirror(effect).ifPresent(filters::add);
                    case CORS -> filters.add(Tree.of("type", "CORS", "cors", cors(effect)));
                    case TIMEOUT -> timeout(effect, tree);
                    default -> {
                        // rewriting makes one filter of two effects; others make none
                    }
                }
            }
        }
        Map<String, Object> rewrite = rewrite(rule, came, original);
        if (!rewrite.isEmpty()) {
            filters.add(Tree.of("type", "URLRewrite", "urlRewrite", rewrite));
        }
        if (!filters.isEmpty()) {
            tree.put("filters", filters);
        }
        return tree;
    }

    /** Annotations of a route whose rules do that. */
    Map<String, String> annotations(Conduct.Rule rule) {
        Map<String, String> all = new LinkedHashMap<>();
        rule.effects().stream().filter(e -> draft.how(e.feature()) == How.ANNOTATION).forEach(e -> all.putAll(draft.fields(e)));
        return all;
    }

    private void timeout(Effect effect, Map<String, Object> tree) {
        String request = effect.first("request");
        if (DURATION.matcher(request).matches()) {
            tree.put("timeouts", Tree.of("request", request));
        } else {
            draft.tell(Fate.LOST, effect.field(), effect.place(),
                    "\"" + request + "\" is no time that an HTTPRoute takes; it has no timeout.");
        }
    }

    private Map<String, Object> rewrite(Conduct.Rule rule, Condition came, Condition original) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Effect effect : rule.effects()) {
            if (draft.how(effect.feature()) == How.FIELD && effect.feature() == Feature.REWRITE_HOST
                    && host(effect, effect.first("host"))) {
                tree.put("hostname", effect.first("host"));
            } else if (draft.how(effect.feature()) == How.FIELD && effect.feature() == Feature.REWRITE_PATH) {
                tree.put("path", path(effect, effect.first("path"), came, original));
            }
        }
        return tree;
    }

    private boolean host(Effect effect, String host) {
        boolean takes = HOST.matcher(host).matches() && host.length() <= 253;
        if (!takes) {
            draft.tell(Fate.LOST, effect.field(), effect.place(),
                    "\"" + host + "\" is no host that an HTTPRoute takes (no port, no address); it is not in it.");
        }
        return takes;
    }

    /** Another path in the place of the prefix that matched; what a narrower condition has matched beyond it stays. */
    private Map<String, Object> path(Effect effect, String to, Condition came, Condition original) {
        if (original.kind() != Kind.PREFIX) {
            return Tree.of("type", "ReplaceFullPath", "replaceFullPath", to);
        }
        String from = original.path();
        String rest = came.path().substring(from.equals("/") ? 0 : from.length());
        String whole = to.endsWith("/") && rest.startsWith("/") ? to + rest.substring(1) : to + rest;
        if (from.equals("/") && !to.endsWith("/") || !from.equals("/") && to.endsWith("/") && to.length() > 1) {
            draft.tell(Fate.DIFFERS, effect.field(), effect.place(), "The letters of the prefix were replaced by " + to
                    + "; an HTTPRoute replaces whole elements and joins them with one slash. Look at what comes out for the paths that you have.");
        }
        return came.kind() == Kind.PREFIX ? Tree.of("type", "ReplacePrefixMatch", "replacePrefixMatch", rest.equals("/") ? to : whole)
                : Tree.of("type", "ReplaceFullPath", "replaceFullPath", whole);
    }

    private Optional<Object> redirect(Effect effect, Condition came, Condition original) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (!effect.first("scheme").isEmpty()) {
            tree.put("scheme", effect.first("scheme").toLowerCase(Locale.ROOT));
        }
        if (!effect.first("host").isEmpty() && host(effect, effect.first("host"))) {
            tree.put("hostname", effect.first("host"));
        }
        if (!effect.first("path").isEmpty()) {
            tree.put("path", Tree.of("type", "ReplaceFullPath", "replaceFullPath", effect.first("path")));
        } else if (!effect.first("prefix").isEmpty()) {
            tree.put("path", path(effect, effect.first("prefix"), came, original));
        }
        if (effect.first("port").matches("\\d{1,5}")) {
            tree.put("port", Integer.parseInt(effect.first("port")));
        }
        String code = effect.first("code").isEmpty() ? "301" : effect.first("code");
        if (!CODES.contains(code)) {
            draft.tell(Fate.DIFFERS, effect.field(), effect.place(), "An HTTPRoute does not redirect with " + code + "; it does with 302.");
        }
        tree.put("statusCode", CODES.contains(code) ? Integer.parseInt(code) : 302);
        return Optional.of(Tree.of("type", "RequestRedirect", "requestRedirect", tree));
    }

    private Optional<Object> mirror(Effect effect) {
        return backends.mirror(effect).map(to -> {
            Map<String, Object> tree = Tree.of("backendRef", to);
            String percent = effect.first("percent");
            if (percent.matches("\\d{1,3}")) {
                tree.put("percent", Math.min(100, Integer.parseInt(percent)));
            } else if (percent.matches("\\d{0,3}\\.\\d{1,4}")) {
                tree.put("fraction",
                        Tree.of("numerator", (int) Math.round(Double.parseDouble(percent) * 10_000), "denominator", 1_000_000));
            }
            return Tree.of("type", "RequestMirror", "requestMirror", tree);
        });
    }

    private static Map<String, Object> cors(Effect effect) {
        Map<String, Object> tree = new LinkedHashMap<>();
        Map.of("allowOrigins", "origins", "allowMethods", "methods", "allowHeaders", "headers", "exposeHeaders", "exposed").entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey()).filter(e -> effect.said().containsKey(e.getValue()))
                .forEach(e -> tree.put(e.getKey(), effect.said().getOrDefault(e.getValue(), List.of()).stream().distinct().toList()));
        if (effect.first("credentials").equals("true")) {
            tree.put("allowCredentials", true);
        }
        if (effect.first("age").matches("\\d{1,9}")) {
            tree.put("maxAge", Integer.parseInt(effect.first("age")));
        }
        return tree;
    }
}
