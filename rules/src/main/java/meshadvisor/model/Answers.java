package meshadvisor.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What people said: on the command line, in an answers file or at the prompt.
 *
 * @param needs stated needs by id: {@code yes}, {@code no} or {@code unknown}
 * @param facts answers to questions of the catalogue by id
 * @param requirements capabilities without which a variant is out of the question
 * @param services names that count as application services
 * @param notServices names that do not
 * @param objectives latency objectives
 */
public record Answers(Map<String, Said> needs, Map<String, Said> facts, List<Said> requirements, List<Said> services,
        List<Said> notServices,
        List<Objective> objectives) {

    /** Nobody said anything. */
    public static final Answers NONE = new Answers(Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * One statement.
     *
     * @param by who said it, empty if unattributed
     * @param on when, {@code yyyy-mm-dd}, empty if not said
     * @param place line of the answers file, or {@link Place#NOWHERE} for the command line
     */
    public record Said(String value, String by, String on, Place place) {
        /** A statement of the command line. */
        public static Said here(String value) {
            return new Said(value, "", "", Place.NOWHERE);
        }

        /** Whether somebody said that nobody knows. */
        public boolean unknown() {
            return value.equals("unknown");
        }

        /** For reports: who and when, or that nobody signed. */
        public String attribution() {
            return by.isEmpty() ? "unattributed" : "by " + by + (on.isEmpty() ? "" : " on " + on);
        }
    }

    /**
     * A latency objective.
     *
     * @param quantile in (0, 100)
     * @param limitMillis milliseconds
     */
    public record Objective(String service, double quantile, double limitMillis, Said said) {}

    public Answers {
        needs = Copies.of(needs);
        facts = Copies.of(facts);
        requirements = List.copyOf(requirements);
        services = List.copyOf(services);
        notServices = List.copyOf(notServices);
        objectives = List.copyOf(objectives);
    }

    /** These answers with one fact replaced. */
    public Answers withFact(String id, String value) {
        return new Answers(needs, plus(facts, id, value), requirements, services, notServices, objectives);
    }

    /** These answers with one need replaced. */
    public Answers withNeed(String id, String value) {
        return new Answers(plus(needs, id, value), facts, requirements, services, notServices, objectives);
    }

    private static Map<String, Said> plus(Map<String, Said> map, String id, String value) {
        Map<String, Said> more = new LinkedHashMap<>(map);
        more.put(id, Said.here(value));
        return more;
    }
}
