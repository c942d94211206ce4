package meshadvisor.model;

import java.util.List;

/**
 * What an object makes of the requests to some hosts, complete enough to be written again for somebody else: {@link Route} keeps what rules ask for, this
 * keeps every condition and every effect, in words that no vendor owns, with the field and the place of each.
 *
 * @param by id of the vendor whose resource it is
 * @param hosts whose requests it is about, as written
 * @param entrances gateways at which it acts, as written ({@code namespace/name} or {@code name})
 * @param inside whether it acts between services
 * @param seenBy namespaces of the callers for whom it holds, as written; empty for all
 * @param order how its rules compete
 * @param rest whether requests that no rule takes go on to their host
 * @param besides what it says beside its rules
 */
public record Conduct(Meta meta, String by, List<Text> hosts, List<Text> entrances, boolean inside, List<Text> seenBy, Route.Order order,
        boolean rest, List<Rule> rules, List<Effect> besides) {

    /** One alternative: it takes requests that satisfy any of its conditions, all requests where it has none. */
    public record Rule(Place place, String field, List<Condition> conditions, List<Share> shares, List<Effect> effects) {
        public Rule {
            conditions = List.copyOf(conditions);
            shares = List.copyOf(shares);
            effects = List.copyOf(effects);
        }
    }

    /**
     * All tests must hold.
     *
     * @param others what else must hold, which no other object can say
     * @param entrances only at these gateways; empty for everywhere
     * @param port only for that port of the host; 0 for all
     */
    public record Condition(Place place, String field, List<Test> tests, List<Effect> others, List<String> entrances, int port) {
        public Condition {
            tests = List.copyOf(tests);
            others = List.copyOf(others);
            entrances = List.copyOf(entrances);
        }
    }

    /**
     * One test of a request.
     *
     * @param name of the header or parameter; empty for path and method
     */
    public record Test(On on, String name, How how, String value, Place place, String field) {}

    /** What is tested. */
    public enum On {
        PATH, METHOD, HEADER, QUERY
    }

    /** How it is tested. A prefix is one of characters, not of path elements. */
    public enum How {
        EXACT, PREFIX, REGEX, PRESENT
    }

    /**
     * Where requests of a rule go.
     *
     * @param port 0 where none is written
     * @param weight in relation to the other shares; negative where none is written
     */
    public record Share(Text host, int port, String subset, double weight, List<Effect> effects, Place place, String field) {
        public Share {
            effects = List.copyOf(effects);
        }
    }

    public Conduct {
        hosts = List.copyOf(hosts);
        entrances = List.copyOf(entrances);
        seenBy = List.copyOf(seenBy);
        rules = List.copyOf(rules);
        besides = List.copyOf(besides);
    }
}
