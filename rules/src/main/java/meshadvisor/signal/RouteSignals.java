package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import meshadvisor.model.Evidence;
import meshadvisor.model.Route.Backend;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Route.PathKind;
import meshadvisor.model.Route.Retries;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Route.Weighting;

/** Signals about one rule of a route. */
final class RouteSignals {

    static final Map<String, BiFunction<World, RouteRule, Reading>> TABLE = new TreeMap<>(Map.of(
            "retried-requests", (w, r) -> retried(r),
            "unreachable", (w, r) -> Reading.seen(unreachable(r)),
            "time-for-tries-too-short", (w, r) -> Reading.seen(tooShort(r)),
            "weights", (w, r) -> weights(r)));

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> UNSAFE = Set.of("POST", "PATCH");

    /** Envoy retries on these conditions only while the server has not seen the request. */
    private static final Set<String> NEVER_SENT = Set.of("connect-failure", "refused-stream", "reset-before-request");

    /** Part of the name of a header by which a server recognises a request that it has done already. */
    private static final String KEY = "idempotency-key";

    /** A package with dots, or a service that begins with a capital as methods do. */
    private static final Pattern RPC = Pattern.compile("^\\^?/(?=[^/]*[.A-Z])[\\w\\\\.]+/([A-Z]\\w*)\\$?$");
    private static final Pattern WORD = Pattern.compile("[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\\d+");

    /** Verbs that change something when they begin a name; without one of them a name is taken as harmless. */
    private static final Set<String> CHANGING =
            Set.of("add", "apply", "approve", "assign", "book", "buy", "cancel", "capture", "charge", "checkout",
                    "clear", "close", "commit", "confirm", "create", "debit", "decrement", "delete", "deposit", "disable", "empty",
                    "enable", "enqueue",
                    "execute", "import", "increment", "insert", "issue", "login", "logout", "move", "notify", "open", "order", "patch",
                    "pay", "place", "post",
                    "process", "publish", "purchase", "push", "put", "record", "redeem", "refund", "register", "reject", "release",
                    "remove", "rename",
                    "replace", "reserve", "reset", "revoke", "save", "send", "set", "ship", "signup", "start", "stop", "store", "submit",
                    "subscribe",
                    "transfer", "trigger", "unsubscribe", "update", "upload", "vote", "withdraw", "write");

    /** What the retried requests do. */
    enum Retried {
        NONE, HARMLESS, CHANGING_NAME, UNSAFE_METHOD, EVERY_METHOD
    }

    /** What is wrong with weights. */
    enum Weights {
        FINE, SUM_ZERO, SINGLE_BELOW_HUNDRED, NOT_HUNDRED
    }

    private RouteSignals() {}

    private static Reading retried(RouteRule rule) {
        if (!rule.rule().retries().configured() || rule.rule().retries().attempts() == 0) {
            return Reading.choice(Retried.NONE, List.of());
        }
        Evidence evidence = new Evidence(name(rule) + " is retried" + on(rule), rule.rule().retries().place());
        return Reading.choice(judge(rule), List.of(evidence));
    }

    /** The attempts of a route count what is tried again, so there is one try more. */
    private static List<Evidence> tooShort(RouteRule rule) {
        Retries retries = rule.rule().retries();
        int tries = 1 + retries.attempts();
        boolean known = retries.attempts() > 0 && retries.each() > 0 && retries.whole() > 0;
        return known && retries.whole() < tries * retries.each() ? List.of(new Evidence(String.format(Locale.ROOT,
                "%d tries of %.0f ms each are %.0f ms, and the request ends after %.0f ms", tries, retries.each(),
                tries * retries.each(), retries.whole()), retries.place())) : List.of();
    }

    private static boolean neverSent(String on) {
        return !on.isEmpty() && Stream.of(on.split(",", -1)).map(String::strip).allMatch(NEVER_SENT::contains);
    }

    private static String on(RouteRule rule) {
        String on = rule.rule().retries().on();
        return on.isEmpty() ? "" : " on " + on;
    }

    private static String name(RouteRule rule) {
        return rule.rule().name().isEmpty() ? "a route of " + rule.route().meta().key() : "route \"" + rule.rule().name() + "\"";
    }

    private static Retried judge(RouteRule rule) {
        if (neverSent(rule.rule().retries().on())) {
            return Retried.HARMLESS;
        }
        List<Match> matches = rule.rule().matches().stream()
                .filter(m -> m.headers().stream().noneMatch(h -> !h.startsWith("!") && h.contains(KEY))).toList();
        if (matches.isEmpty() && !rule.rule().matches().isEmpty()) {
            return Retried.HARMLESS;
        }
        List<String> methods = matches.stream().flatMap(m -> m.methods().stream()).map(m -> m.toUpperCase(Locale.ROOT)).toList();
        List<String> names = new ArrayList<>(matches.stream().map(m -> rpc(m.path())).filter(n -> !n.isEmpty()).toList());
        boolean grpc = !names.isEmpty() && names.size() == matches.size();
        if (grpc) {
            return names.stream().anyMatch(RouteSignals::changes) ? Retried.CHANGING_NAME : Retried.HARMLESS;
        }
        if (matches.isEmpty() || matches.stream().anyMatch(m -> m.methods().isEmpty())) {
            return Retried.EVERY_METHOD;
        }
        if (methods.stream().anyMatch(UNSAFE::contains) || methods.stream().anyMatch(m -> !SAFE.contains(m) && !m.matches("PUT|DELETE"))) {
            return Retried.UNSAFE_METHOD;
        }
        boolean changing = methods.stream().anyMatch(SAFE::contains) && matches.stream().anyMatch(m -> changes(lastPart(m.path())));
        return changing ? Retried.CHANGING_NAME : Retried.HARMLESS;
    }

    /** The method of a gRPC path such as {@code /shop.Cart/AddItem}, dots possibly escaped; empty if it is none. */
    private static String rpc(String path) {
        Matcher grpc = RPC.matcher(path);
        return grpc.matches() ? grpc.group(1) : "";
    }

    private static String lastPart(String path) {
        String plain = path.replaceAll("[^A-Za-z0-9/_-]", " ").strip();
        String[] parts = plain.split("[/ ]+");
        return parts.length == 0 ? "" : parts[parts.length - 1];
    }

    /** Whether a name begins with a verb that changes something. */
    static boolean changes(String name) {
        Matcher word = WORD.matcher(name);
        return word.find() && CHANGING.contains(word.group().toLowerCase(Locale.ROOT));
    }

    /** The rule before that takes every request which this one could take. */
    private static List<Evidence> unreachable(RouteRule rule) {
        if (rule.rule().order() != Order.FIRST_MATCH) {
            return List.of();
        }
        List<Match> mine = rule.rule().matches();
        List<Match> earlier = rule.before().stream().flatMap(r -> r.matches().isEmpty() ? Stream.of(everything(r)) : r.matches().stream())
                .toList();
        List<Match> own = mine.isEmpty() ? List.of(everything(rule.rule())) : mine;
        for (Match match : own) {
            if (earlier.stream().noneMatch(e -> covers(e, match))) {
                return List.of();
            }
        }
        Match first = earlier.stream().filter(e -> covers(e, own.getFirst())).findFirst().orElseThrow();
        return List
                .of(new Evidence("stands behind the match for " + words(first) + " on line " + first.place().line(), rule.rule().place()));
    }

    private static Match everything(Rule rule) {
        return new Match(rule.place(), PathKind.ANY, "", List.of(), false, List.of());
    }

    private static String words(Match match) {
        return match.all() ? "every request" : match.pathKind().name().toLowerCase(Locale.ROOT) + " " + match.path();
    }

    private static boolean covers(Match earlier, Match later) {
        if (earlier.narrowed()
                || !earlier.methods().isEmpty() && !(earlier.methods().containsAll(later.methods()) && !later.methods().isEmpty())) {
            return false;
        }
        return switch (earlier.pathKind()) {
            case ANY -> true;
            case PREFIX ->
                    (later.pathKind() == PathKind.PREFIX || later.pathKind() == PathKind.EXACT) && later.path().startsWith(earlier.path())
                            || earlier.all();
            case EXACT -> later.pathKind() == PathKind.EXACT && later.path().equals(earlier.path());
            case REGEX -> earlier.all() || later.pathKind() == PathKind.REGEX && later.path().equals(earlier.path());
        };
    }

    private static Reading weights(RouteRule rule) {
        List<Backend> weighted = rule.rule().backends().stream().filter(b -> b.weighting() != Weighting.NONE).toList();
        if (weighted.isEmpty()) {
            return Reading.choice(Weights.FINE, List.of());
        }
        double sum = weighted.stream().mapToDouble(Backend::weight).sum();
        boolean percent = weighted.stream().anyMatch(b -> b.weighting() == Weighting.PERCENT);
        int all = rule.rule().backends().size();
        Weights judged = Weights.FINE;
        if (sum == 0 && weighted.size() == all) {
            judged = Weights.SUM_ZERO;
        } else if (percent && all == 1 && sum < 100) {
            judged = Weights.SINGLE_BELOW_HUNDRED;
        } else if (percent && all > 1 && sum != 100) {
            judged = Weights.NOT_HUNDRED;
        }
        return Reading.choice(judged,
                List.of(new Evidence(String.format(Locale.ROOT, "%d of %d backends carry weights, together %.0f", weighted.size(),
                        all, sum), weighted.getFirst().place())));
    }
}
