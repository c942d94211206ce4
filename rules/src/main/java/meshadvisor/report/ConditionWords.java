package meshadvisor.report;

import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Threshold;
import meshadvisor.rule.Condition;

/** Says conditions and numbers in words. */
record ConditionWords(Catalogue catalogue) {

    String of(Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> joined(parts, " and ");
            case Condition.Any(var parts) -> joined(parts, " or ");
            case Condition.Not(var part) -> "not (" + of(part) + ")";
            case Condition.OneOf(var signal, var words) -> signal(signal) + " is " + String.join(" or ", words);
            case Condition.AtLeast(var signal, var limit) -> signal(signal) + " is at least " + number(limit);
            case Condition.AtMost(var signal, var limit) -> signal(signal) + " is at most " + number(limit);
            case Condition.Is(var signal, var wanted) -> signal(signal) + " is " + (wanted ? "yes" : "no");
            case Condition.Reaches(var signal, var limit) -> signal(signal) + " is at least " + threshold(limit);
            case Condition.Exceeds(var signal, var limit) -> signal(signal) + " is more than " + threshold(limit);
        };
    }

    private String joined(List<Condition> parts, String word) {
        return parts.stream().map(p -> isGroup(p) ? "(" + of(p) + ")" : of(p)).collect(Collectors.joining(word));
    }

    private static boolean isGroup(Condition part) {
        return part instanceof Condition.All || part instanceof Condition.Any;
    }

    /** A sentence whose holes are filled only when a rule fires, with names in the place of the readings. */
    static String withNames(String sentence) {
        return sentence.strip().replaceAll("\\{([a-z0-9-]+)\\}", "[$1]");
    }

    /** As a name, so that it can be found in the rule's file and in the code. */
    private static String signal(String id) {
        return "`" + id + "`";
    }

    private String threshold(String id) {
        Threshold threshold = catalogue.thresholds().get(id);
        if (threshold == null) {
            throw new CatalogueMistake("tree.yaml", "compares with the threshold \"" + id + "\", which thresholds.yaml does not have");
        }
        return number(threshold.value()) + ", " + threshold.provenance();
    }

    /** Without a fraction where there is none. */
    static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}
