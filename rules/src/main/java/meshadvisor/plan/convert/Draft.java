package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.model.Effect;
import meshadvisor.model.Feature;
import meshadvisor.model.Place;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.book.ConversionPattern.How;
import meshadvisor.plan.book.ConversionPattern.Skill;
import meshadvisor.plan.convert.Remark.Fate;

/** One object while it is written again: what was written, and what has to be told. */
final class Draft {

    /** The hole for conditions. */
    private static final String CONDITIONS = "${conditions}";
    private static final Pattern HOLE = Pattern.compile("\\$\\{([a-z]+)\\}");

    private final ConversionPattern pattern;
    private final List<Object> written = new ArrayList<>();
    private final Set<Remark> remarks = new LinkedHashSet<>();
    private boolean blocked;

    Draft(ConversionPattern pattern) {
        this.pattern = pattern;
    }

    ConversionPattern pattern() {
        return pattern;
    }

    void write(Object tree) {
        if (!written.contains(tree)) {
            written.add(tree);
        }
    }

    void tell(Fate fate, String field, Place place, String says) {
        remarks.add(new Remark(fate, field, place, says));
    }

    /** Tells something for which the object cannot be written at all: half of it would route requests elsewhere. */
    void block(String field, Place place, String says) {
        blocked = true;
        tell(Fate.LOST, field, place, says);
    }

    Converter.Converted result() {
        return new Converter.Converted(blocked ? List.of() : written, List.copyOf(remarks));
    }

    How how(Feature feature) {
        return pattern.skill(feature).how();
    }

    /** Tells what becomes of an effect, if there is something to tell. */
    void tell(Effect effect) {
        Skill skill = pattern.skill(effect.feature());
        if (!skill.says().isEmpty()) {
            tell(fate(skill.how()), effect.field(), effect.place(), filled(skill.says(), effect, "not said"));
        }
    }

    private static Fate fate(How how) {
        return switch (how) {
            case FIELD, ANNOTATION -> Fate.NEEDS;
            case STAYS -> Fate.STAYS;
            case NONE -> Fate.LOST;
        };
    }

    /** Fields of a skill with what an effect says; those for which it says nothing are left out, and all where no condition is known. */
    Map<String, String> fields(Effect effect) {
        Map<String, String> filled = new LinkedHashMap<>();
        pattern.skill(effect.feature()).fields().forEach((name, value) -> filled.put(name, filled(value, effect, "")));
        boolean nothing = pattern.skill(effect.feature()).fields().entrySet().stream()
                .anyMatch(f -> f.getValue().equals(CONDITIONS) && filled.getOrDefault(f.getKey(), "").isEmpty());
        filled.values().removeIf(text -> nothing || text.isEmpty());
        return filled;
    }

    private String filled(String text, Effect effect, String missing) {
        Matcher holes = HOLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (holes.find()) {
            String known = String.join(",", known(effect, holes.group(1)));
            holes.appendReplacement(filled, Matcher.quoteReplacement(known.isEmpty() ? missing : known));
        }
        return holes.appendTail(filled).toString();
    }

    /** Values of an effect; {@code conditions} are those that are known where it goes, and statuses. */
    private List<String> known(Effect effect, String name) {
        Map<String, String> words = pattern.skill(effect.feature()).words();
        List<String> values = effect.said().getOrDefault(name, List.of());
        return !name.equals("conditions") ? values
                : Stream.concat(
                        effect.said().getOrDefault("on", List.of()).stream().filter(words::containsKey).map(w -> words.getOrDefault(w, w)),
                        effect.said().getOrDefault("codes", List.of()).stream()).distinct().toList();
    }

    /** Conditions of an effect that are not known where it goes. */
    List<String> unknown(Effect effect) {
        Map<String, String> words = pattern.skill(effect.feature()).words();
        return effect.said().getOrDefault("on", List.of()).stream().filter(w -> !words.containsKey(w)).toList();
    }
}
