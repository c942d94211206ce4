package meshadvisor.dialect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import meshadvisor.model.Route.Backend;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.Rule;

/** How the rules of one route divide its requests. */
public final class Splits {

    private record Destination(String host, String namespace, String subset) {}

    private Splits() {}

    /** The first backend of a rule that gives a share of the requests to each of several backends. */
    public static Optional<Backend> byWeight(List<Rule> rules) {
        return rules.stream().map(Splits::weighted).filter(shares -> shares.size() > 1).map(List::getFirst).findFirst();
    }

    private static List<Backend> weighted(Rule rule) {
        return rule.backends().stream().filter(b -> b.weight() > 0).toList();
    }

    /**
     * The first match on headers that sends requests elsewhere than another rule would. Headers that only choose a rewrite or a CORS
     * policy for the same destination split nothing, and neither do those of a path that no other rule serves.
     */
    public static Optional<Match> byHeader(List<Rule> rules) {
        for (Rule rule : rules) {
            for (Match match : rule.matches()) {
                if (!match.headers().isEmpty() && rules.stream().anyMatch(other -> leadsElsewhere(rule, other) && competes(match, other))) {
                    return Optional.of(match);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean leadsElsewhere(Rule rule, Rule other) {
        return !rule.backends().isEmpty() && !other.backends().isEmpty() && !destinations(rule).equals(destinations(other));
    }

    private static Set<Destination> destinations(Rule rule) {
        return rule.backends().stream().map(b -> new Destination(b.host().value(), b.namespace(), b.subset())).collect(Collectors.toSet());
    }

    private static boolean competes(Match match, Rule other) {
        return other.matches().stream().anyMatch(m -> pathsMeet(match, m) && methodsMeet(match, m));
    }

    private static boolean methodsMeet(Match one, Match two) {
        return one.methods().isEmpty() || two.methods().isEmpty() || one.methods().stream().anyMatch(two.methods()::contains);
    }

    /** Whether a request may satisfy both; a regular expression is taken to meet everything. */
    private static boolean pathsMeet(Match one, Match two) {
        return switch (one.pathKind()) {
            case ANY, REGEX -> true;
            case PREFIX -> switch (two.pathKind()) {
                case ANY, REGEX -> true;
                case PREFIX -> one.path().startsWith(two.path()) || two.path().startsWith(one.path());
                case EXACT -> two.path().startsWith(one.path());
            };
            case EXACT -> switch (two.pathKind()) {
                case ANY, REGEX -> true;
                case PREFIX -> one.path().startsWith(two.path());
                case EXACT -> one.path().equals(two.path());
            };
        };
    }
}
