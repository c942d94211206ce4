package meshadvisor.plan;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.plan.book.ActionPattern;
import meshadvisor.plan.book.Each;
import meshadvisor.plan.book.Journey;
import meshadvisor.rule.Condition;
import meshadvisor.rule.Truth;
import meshadvisor.signal.Reading;

/** Writes actions for those who move, and collects the files that belong to them. */
final class Writing {

    private final Ground ground;
    private final Items items;
    private final Map<String, Object> words;
    private final String unit;
    private final Journey journey;
    private final Map<String, PlanFile> files = new LinkedHashMap<>();
    private final Map<Each, List<Map<String, Object>>> found = new EnumMap<>(Each.class);

    Writing(Ground ground, Items items, Map<String, Object> words, String unit, Journey journey) {
        this.ground = ground;
        this.items = items;
        this.words = words;
        this.unit = unit;
        this.journey = journey;
    }

    /** All files so far, in the order of the actions. */
    List<PlanFile> files() {
        return List.copyOf(files.values());
    }

    /** The actions that are not out of the question here. */
    List<Action> actions(List<ActionPattern> patterns) {
        Set<String> named = patterns.stream().flatMap(p -> p.rules().stream()).collect(Collectors.toSet());
        return patterns.stream().flatMap(p -> action(p, named)).toList();
    }

    /** Of a rule that another action names nothing is said by one that names none. */
    private static boolean about(ActionPattern pattern, Map<String, Object> item, Set<String> named) {
        return !item.containsKey("rule")
                || (pattern.rules().isEmpty() ? !named.contains(item.get("rule")) : pattern.rules().contains(item.get("rule")));
    }

    private Stream<Action> action(ActionPattern pattern, Set<String> named) {
        Truth truth = truth(pattern.when());
        if (truth == Truth.NO || !fits(pattern)) {
            return Stream.of();
        }
        Map<String, Draft> drafts = new LinkedHashMap<>();
        List<String> leftOut = new ArrayList<>();
        for (Map<String, Object> item : each(pattern.each())) {
            Map<String, Object> known = Fill.both(words, item);
            known.put("list", ActionPattern.LIST);
            if (known.containsKey(pattern.lacks()) || !about(pattern, item, named)) {
                continue;
            }
            Fill fill = new Fill(known);
            Draft draft = new Draft(fill.text(pattern.says()), fill.text(pattern.expect()), fill.text(pattern.file()));
            draft.add(pattern, fill);
            draft.list.add(fill.text(pattern.list()));
            if (fill.missing().isEmpty()) {
                drafts.computeIfAbsent(draft.says, s -> draft.empty()).join(draft);
            } else if (item.get("service") instanceof String service && !fill.missing().stream().allMatch(Items::condition)) {
                leftOut.add(item.get("namespace") + "/" + service + " (not known: " + String.join(", ", fill.missing()) + ")");
            }
        }
        String doubt = truth == Truth.UNKNOWN ? doubt(pattern.when()) + wanted(pattern.when()) : "";
        drafts.values().forEach(this::file);
        return drafts.values().stream().map(d -> new Action(d.says(), List.copyOf(d.commands), d.expect, d.file, doubt, leftOut));
    }

    private List<Map<String, Object>> each(Each each) {
        return found.computeIfAbsent(each, items::of);
    }

    /** Whether it belongs to this journey and this unit, and what it depends on is there. */
    private boolean fits(ActionPattern pattern) {
        return (pattern.unit().isEmpty() || pattern.unit().equals(unit))
                && (pattern.journeys().isEmpty() || pattern.journeys().contains(journey)) && !each(pattern.given()).isEmpty()
                && pattern.absent().stream().allMatch(each -> each(each).isEmpty());
    }

    private void file(Draft draft) {
        if (!draft.file.isEmpty()) {
            files.merge(draft.file, new PlanFile(draft.file, draft.kind, List.copyOf(draft.documents)), (one, other) -> new PlanFile(
                    one.name(), one.kind(), Stream.concat(one.documents().stream(), other.documents().stream()).distinct().toList()));
        }
    }

    Truth truth(Condition condition) {
        return ground.truth(condition);
    }

    /** The namespaces of whom it is written. */
    Stream<String> namespaces(Each each) {
        return each(each).stream().flatMap(item -> Stream.ofNullable(item.get("namespace")).map(String::valueOf)).distinct();
    }

    /** What nobody knows. */
    String doubt(Condition condition) {
        return condition.signals().distinct().map(ground.signals()::of).flatMap(r -> gap(r).stream()).distinct()
                .map(gap -> gap.endsWith(".") ? gap.substring(0, gap.length() - 1) : gap).collect(Collectors.joining("; "));
    }

    /** Which answer an action is for: of two opposite ones both are written as long as nobody knows. */
    private static String wanted(Condition condition) {
        return switch (condition) {
            case Condition.Is flag -> answer(flag.is());
            case Condition.Not(Condition.Is flag) -> answer(!flag.is());
            case Condition.OneOf word -> " This is for the answer " + String.join(" or ", word.oneOf()) + ".";
            default -> "";
        };
    }

    private static String answer(boolean yes) {
        return yes ? " This is for the answer yes." : " This is for the answer no.";
    }

    private static Optional<String> gap(Reading reading) {
        return reading instanceof Reading.Unknown(var gap) ? Optional.of(gap.what()) : Optional.empty();
    }

    /** An action that is being written: what is said with the same words for several is one action. */
    private static final class Draft {

        private final String says;
        private final String expect;
        private final String file;
        private PlanFile.Kind kind = PlanFile.Kind.MANIFESTS;
        private final Set<List<String>> commands = new LinkedHashSet<>();
        private final Set<Object> documents = new LinkedHashSet<>();
        private final Set<String> list = new LinkedHashSet<>();

        Draft(String says, String expect, String file) {
            this.says = says;
            this.expect = expect;
            this.file = file;
        }

        Draft empty() {
            return new Draft(says, expect, file);
        }

        void add(ActionPattern pattern, Fill fill) {
            pattern.run().forEach(c -> commands.add(fill.words(c)));
            kind = pattern.values().isEmpty() ? PlanFile.Kind.MANIFESTS : PlanFile.Kind.VALUES;
            Stream.concat(pattern.objects().stream(), pattern.values().stream()).map(fill::tree).forEach(documents::add);
        }

        void join(Draft other) {
            kind = other.kind;
            commands.addAll(other.commands);
            documents.addAll(other.documents);
            list.addAll(other.list);
        }

        /** With all of whom it is said. */
        String says() {
            return says.replace(ActionPattern.LIST, String.join(", ", list));
        }
    }
}
