package meshadvisor.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meshadvisor.advice.Verdict.Flip;
import meshadvisor.catalog.Need;
import meshadvisor.catalog.Question;
import meshadvisor.catalog.Threshold;
import meshadvisor.model.Answers;
import meshadvisor.rule.Truth;
import meshadvisor.signal.World;

/** What would change the verdict: found by changing one fact at a time and deciding again. */
final class Flips {

    private final World world;
    private final Decision now;
    private final Function<World, Decision> decide;

    /** The decision for another number of application services. */
    private final IntFunction<Decision> count;

    /** Decisions by the question and what is answered: the flips and the questions ask for the same ones. */
    private final Map<String, Decision> made = new HashMap<>();

    Flips(World world, Decision now, Function<World, Decision> decide, IntFunction<Decision> count) {
        this.count = count;
        this.world = world;
        this.now = now;
        this.decide = decide;
    }

    /** One possible answer to one question. */
    private record Change(String fact, String ask, String to, String words, UnaryOperator<Answers> how) {}

    /** Every single change that changes the outcome. */
    List<Flip> all() {
        List<Flip> flips = new ArrayList<>();
        for (Change change : changes()) {
            Decision then = decide((change.ask.isEmpty() ? "needs." : "") + change.fact, change.to, change.how);
            if (then.outcome() != now.outcome()) {
                flips.add(new Flip(change.fact, change.ask, change.to, then.outcome(), then.mesh(),
                        "It would be " + shown(then) + " if " + change.words + "."));
            }
        }
        flips.addAll(byCount());
        return flips;
    }

    private Decision decide(String question, String to, UnaryOperator<Answers> how) {
        return made.computeIfAbsent(question + "=" + to, k -> decide.apply(world.with(how.apply(world.answers()))));
    }

    /** The numbers of application services nearest to the one counted at which the verdict would be another. */
    private List<Flip> byCount() {
        List<Flip> flips = new ArrayList<>();
        int n = world.count();
        List<Integer> others = numbers().stream().map(Integer::valueOf).filter(v -> v != n)
                .sorted(Comparator.comparingInt((Integer v) -> Math.abs(v - n))).toList();
        for (int other : others) {
            Decision then = count.apply(other);
            boolean told = flips.stream().anyMatch(f -> Integer.parseInt(f.to()) > n == other > n);
            if (then.outcome() != now.outcome() && !told) {
                flips.add(new Flip("application-services", "", Integer.toString(other), then.outcome(), then.mesh(),
                        "It would be " + shown(then) + " with " + other + " application services."));
            }
        }
        return flips;
    }

    private static String shown(Decision decision) {
        return decision.outcome() + (decision.mesh().isEmpty() ? "" : " (" + decision.mesh() + ")");
    }

    private List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (NeedAnswer answer : now.needs()) {
            Need need = answer.need();
            String to = answer.stated() == Truth.YES ? "no" : "yes";
            changes.add(new Change(need.id(), "", to, "\"" + need.title() + "\" were " + (to.equals("yes") ? "needed" : "not needed"),
                    a -> a.withNeed(need.id(), to)));
        }
        for (Question question : world.catalogue().questions()) {
            for (String option : options(question)) {
                changes.add(new Change(question.id(), question.ask(), option,
                        "the answer to \"" + question.ask() + "\" were " + option, a -> a.withFact(question.id(), option)));
            }
        }
        return changes;
    }

    private List<String> options(Question question) {
        Answers.Said said = world.answers().facts().get(question.id());
        List<String> all = question.options().contains("number") ? numbers() : question.options();
        return all.stream().filter(o -> !o.equals("unknown") && !o.equals("text") && (said == null || !said.value().equals(o))).toList();
    }

    /** Numbers on both sides of every threshold. */
    private List<String> numbers() {
        return world.catalogue().thresholds().values().stream().map(Threshold::value).flatMap(v -> Stream.of(v - 1, v, v + 1))
                .filter(v -> v >= 0).distinct().sorted().map(v -> String.format(Locale.ROOT, "%.0f", v)).toList();
    }

    /** Open questions that change the verdict, alone or together with a need that nobody denied. */
    List<Advice.Asked> questions() {
        List<Advice.Asked> asked = new ArrayList<>();
        for (NeedAnswer answer : now.needs()) {
            if (answer.stated() == Truth.UNKNOWN) {
                Question question = new Question("needs." + answer.need().id(), answer.need().ask(), List.of("yes", "no", "unknown"), "");
                asked(question, option -> a -> a.withNeed(answer.need().id(), option), asked);
            }
        }
        Advisor.open(world).forEach(q -> asked(q, option -> a -> a.withFact(q.id(), option), asked));
        asked.sort(Comparator.comparing((Advice.Asked a) -> !a.alone()).thenComparingInt(a -> -a.effects().size()));
        return asked;
    }

    private void asked(Question question, Function<String, UnaryOperator<Answers>> change, List<Advice.Asked> asked) {
        List<String> effects = new ArrayList<>();
        List<String> elsewhere = new ArrayList<>();
        for (String option : options(question)) {
            Decision then = decide(question.id(), option, change.apply(option));
            if (then.outcome() != now.outcome()) {
                effects.add(option + ": " + shown(then));
            } else {
                other(then, option).ifPresent(elsewhere::add);
            }
        }
        boolean alone = !effects.isEmpty();
        effects.addAll(elsewhere);
        if (!effects.isEmpty()) {
            asked.add(new Advice.Asked(question, alone, effects));
        }
    }

    /** A need that a mesh would serve, or no longer, if that were the answer: it would matter as soon as the need is stated. */
    private Optional<String> other(Decision then, String option) {
        for (int i = 0; i < now.needs().size(); i++) {
            NeedAnswer before = now.needs().get(i);
            NeedAnswer after = then.needs().get(i);
            if (before.stated() != Truth.NO && before.mesh() != after.mesh() && before.code() != after.code()) {
                return Optional.of(option + ": " + after.need().title() + " would be answered by " + after.code());
            }
        }
        return Optional.empty();
    }
}
