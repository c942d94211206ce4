package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import meshadvisor.model.Text;

/**
 * Which labels an object must carry, in the language of kubectl: {@code app=web,tier!=cache,env in (a,b),zone notin (c),owner,!legacy}.
 *
 * @param requirements all of them must hold
 */
public record LabelSelector(List<Requirement> requirements) {

    /** Every object. */
    public static final LabelSelector ALL = new LabelSelector(List.of());

    /** No object: no label has an empty set of values. */
    static final LabelSelector NOTHING = new LabelSelector(List.of(new Requirement("", Rule.IN, Set.of())));

    private static final int LONGEST = 4_096;
    private static final String KEY = "([A-Za-z0-9][A-Za-z0-9_./-]{0,316})";
    private static final String VALUE = "([A-Za-z0-9_.-]{0,63})";
    private static final Pattern EQUAL = Pattern.compile(KEY + "\\s*(==|=|!=)\\s*" + VALUE);
    private static final Pattern AMONG = Pattern.compile(KEY + "\\s+(in|notin)\\s*\\(([A-Za-z0-9_.,\\s-]*)\\)");
    private static final Pattern THERE = Pattern.compile("(!?)\\s*" + KEY);
    /** A comma that does not stand between brackets. */
    private static final Pattern COMMA = Pattern.compile(",(?![^(]*\\))");

    /** What one requirement says of the value of its label. */
    enum Rule {
        /** It is one of these. */
        IN,
        /** It is none of these, or not there. */
        NOT_IN,
        /** It is there. */
        THERE,
        /** It is not there. */
        ABSENT
    }

    /** A condition on one label. */
    record Requirement(String label, Rule rule, Set<String> values) {
        Requirement {
            values = Set.copyOf(values);
        }

        boolean holds(Map<String, Text> labels) {
            boolean there = labels.containsKey(label);
            String value = labels.getOrDefault(label, Text.NONE).value();
            return switch (rule) {
                case IN -> there && values.contains(value);
                case NOT_IN -> !there || !values.contains(value);
                case THERE -> there;
                case ABSENT -> !there;
            };
        }
    }

    public LabelSelector {
        requirements = List.copyOf(requirements);
    }

    /** These labels with these values. */
    public static LabelSelector of(Map<String, String> labels) {
        return new LabelSelector(labels.entrySet().stream().map(e -> new Requirement(e.getKey(), Rule.IN, Set.of(e.getValue()))).toList());
    }

    /** Reads a selector; empty if it is not well-formed. An empty text selects everything. */
    public static Optional<LabelSelector> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        List<Requirement> requirements = new ArrayList<>();
        for (String part : text.isBlank() ? new String[0] : COMMA.split(text, -1)) {
            Optional<Requirement> requirement = requirement(part.strip());
            if (requirement.isEmpty()) {
                return Optional.empty();
            }
            requirements.add(requirement.get());
        }
        return Optional.of(new LabelSelector(requirements));
    }

    private static Optional<Requirement> requirement(String text) {
        Matcher equal = EQUAL.matcher(text);
        if (equal.matches()) {
            return Optional
                    .of(new Requirement(equal.group(1), equal.group(2).equals("!=") ? Rule.NOT_IN : Rule.IN, Set.of(equal.group(3))));
        }
        Matcher among = AMONG.matcher(text);
        if (among.matches()) {
            Set<String> values = Set.copyOf(List.of(among.group(3).strip().split("\\s*,\\s*")).stream().distinct().toList());
            return Optional.of(new Requirement(among.group(1), among.group(2).equals("in") ? Rule.IN : Rule.NOT_IN, values));
        }
        Matcher there = THERE.matcher(text);
        return there.matches()
                ? Optional.of(new Requirement(there.group(2), there.group(1).isEmpty() ? Rule.THERE : Rule.ABSENT, Set.of()))
                : Optional.empty();
    }

    /** Whether all requirements hold and one of them asks for a label that is there: what says nothing of the labels is not meant. */
    boolean names(Map<String, Text> labels) {
        return matches(labels) && requirements.stream().anyMatch(r -> r.rule == Rule.IN || r.rule == Rule.THERE);
    }

    /** Whether all requirements hold. */
    boolean matches(Map<String, Text> labels) {
        return requirements.stream().allMatch(r -> r.holds(labels));
    }
}
