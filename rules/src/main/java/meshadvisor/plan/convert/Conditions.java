package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import meshadvisor.model.Conduct;
import meshadvisor.model.Conduct.How;
import meshadvisor.model.Conduct.On;
import meshadvisor.model.Conduct.Test;
import meshadvisor.model.Effect;
import meshadvisor.model.Feature;
import meshadvisor.plan.convert.Condition.Kind;
import meshadvisor.plan.convert.Condition.Value;
import meshadvisor.plan.convert.Remark.Fate;

/** Makes conditions of an HTTPRoute of one condition; what an HTTPRoute cannot ask makes no condition at all, and is told. */
record Conditions(Draft draft) {

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH");
    private static final Pattern WORDS = Pattern.compile("\\^?\\(?([A-Z]+(?:\\|[A-Z]+)*)\\)?\\$?");
    private static final Pattern PATH = Pattern.compile("(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|%[0-9a-fA-F]{2})+");
    private static final List<String> NOT_IN_PATHS = List.of("//", "/./", "/../", "%2f", "%2F");
    private static final String META = "\\.[]{}()*+-?^$|";

    /** Alternatives that together ask the same; none where that cannot be asked. */
    List<Condition> of(Conduct.Condition condition) {
        boolean asked = true;
        for (Effect other : condition.others()) {
            draft.tell(Fate.LOST, other.field(), other.place(), draft.pattern().skill(other.feature()).says()
                    + " What " + condition.field() + " took is taken by no condition of its own any more.");
            asked = false;
        }
        Kind kind = Kind.PREFIX;
        String path = "/";
        List<String> methods = List.of("");
        Map<String, Value> headers = new TreeMap<>();
        Map<String, Value> query = new TreeMap<>();
        for (Test test : condition.tests()) {
            switch (test.on()) {
                case PATH -> {
                    asked &= path(test);
                    kind = kind(test);
                    path = kind == Kind.PREFIX ? trimmed(test.value()) : test.value();
                }
                case METHOD -> {
                    methods = methods(test);
                    asked &= !methods.isEmpty();
                }
                case HEADER -> asked &= value(test, test.name().toLowerCase(Locale.ROOT), headers, Feature.MATCH_HEADER_REGEX);
                case QUERY -> asked &= value(test, test.name(), query, Feature.MATCH_QUERY_REGEX);
            }
        }
        List<Condition> all = new ArrayList<>();
        for (String method : asked ? methods : List.<String>of()) {
            all.add(new Condition(kind, path, method, headers, query));
        }
        return all;
    }

    private static Kind kind(Test test) {
        return switch (test.how()) {
            case EXACT -> Kind.EXACT;
            case REGEX -> Kind.REGEX;
            case PREFIX, PRESENT -> Kind.PREFIX;
        };
    }

    private static String trimmed(String prefix) {
        return prefix.length() > 1 && prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix.isEmpty() ? "/" : prefix;
    }

    private boolean path(Test test) {
        String path = test.value();
        if (test.how() == How.REGEX) {
            return can(test, Feature.MATCH_PATH_REGEX);
        }
        boolean takes = path.isEmpty() && test.how() == How.PREFIX
                || path.startsWith("/") && PATH.matcher(path).matches() && NOT_IN_PATHS.stream().noneMatch(path::contains)
                        && !path.endsWith("/..") && !path.endsWith("/.");
        if (!takes) {
            draft.tell(Fate.LOST, test.field(), test.place(),
                    "An HTTPRoute takes no such path (it begins with a slash and has no empty or dotted"
                            + " elements); no condition was made of it.");
        } else if (test.how() == How.PREFIX && path.length() > 1) {
            draft.tell(Fate.DIFFERS, test.field(), test.place(), path.endsWith("/")
                    ? "The prefix " + path + " did not take " + trimmed(path) + " itself; PathPrefix does."
                    : "The prefix took every path that begins with these letters, such as " + path + "x; PathPrefix takes " + path
                            + " and what lies under " + path + "/. Add such paths where there are any.");
        }
        return takes;
    }

    private List<String> methods(Test test) {
        var words = WORDS.matcher(test.value());
        List<String> methods = test.how() == How.PREFIX ? METHODS.stream().sorted().filter(m -> m.startsWith(test.value())).toList()
                : words.matches() ? List.of(words.group(1).split("\\|", -1)) : List.of();
        if (methods.isEmpty() || !METHODS.containsAll(methods) || test.how() == How.EXACT && methods.size() > 1) {
            draft.tell(Fate.LOST, test.field(), test.place(), draft.pattern().skill(Feature.MATCH_METHOD_PATTERN).says());
            return List.of();
        }
        return methods;
    }

    private boolean value(Test test, String name, Map<String, Value> values, Feature regex) {
        if (test.on() == On.HEADER && !Headers.NAME.matcher(name).matches()) {
            draft.tell(Fate.LOST, test.field(), test.place(),
                    "\"" + name + "\" is no name of a header that an HTTPRoute takes; no condition was made.");
            return false;
        }
        if (test.how() == How.EXACT && test.value().isEmpty()) {
            draft.tell(Fate.LOST, test.field(), test.place(), "An HTTPRoute compares with no empty value; no condition was made.");
            return false;
        }
        if (test.on() == On.QUERY && !can(test, Feature.MATCH_QUERY) || test.how() != How.EXACT && !can(test, regex)) {
            return false;
        }
        values.put(name, switch (test.how()) {
            case EXACT -> new Value(false, test.value());
            case PREFIX -> new Value(true, quoted(test.value()) + ".*");
            case REGEX -> new Value(true, test.value());
            case PRESENT -> new Value(true, ".*");
        });
        return true;
    }

    /** Says whether it can be asked, and tells what there is to tell. */
    private boolean can(Test test, Feature feature) {
        draft.tell(new Effect(feature, test.field(), Map.of(), test.place()));
        return draft.how(feature) == meshadvisor.plan.book.ConversionPattern.How.FIELD;
    }

    /** The text as an expression that takes only it, in every dialect. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().forEach(c -> quoted.append(META.indexOf(c) >= 0 ? "\\" : "").appendCodePoint(c));
        return quoted.toString();
    }
}
