package meshadvisor.format;

import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Floor;
import meshadvisor.bench.Effect;
import meshadvisor.bench.Outcome;
import meshadvisor.bench.Statistic;

/** Words for what comparisons say. "No detectable difference" never sounds like "equal", and "inconclusive" never like either. */
final class OutcomeWords {

    /** That need not be said twice. */
    private static final List<String> VERBS = List.of("adds ", "shows no detectable difference in ", "is inconclusive in ");

    private OutcomeWords() {}

    /** In a word or two, for a table. */
    static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Differs differs -> switch (differs.weight()) {
                case CLEAR -> "differs";
                case WITHIN_NOISE -> "differs, within the noise";
                case WITHIN_MARGIN -> "differs, of no account";
            };
            case Outcome.Equivalent equivalent -> "equivalent";
            case Outcome.NoDetectableDifference none -> "no detectable difference";
            case Outcome.Inconclusive inconclusive -> "inconclusive";
            case Outcome.NotComparable not -> "not comparable";
            case Outcome.NotAsked not -> "not asked";
        };
    }

    /** A clause after the name of the variant. */
    static String clause(Outcome outcome, Statistic statistic, String against) {
        String what = BenchWords.statistic(statistic);
        return switch (outcome) {
            case Outcome.Differs differs -> moved(differs.difference(), what) + switch (differs.weight()) {
                case CLEAR -> "";
                case WITHIN_NOISE -> " (less than the noise floor)";
                case WITHIN_MARGIN -> " (of no account: surely less than the margin)";
            };
            case Outcome.Equivalent equivalent -> "has the same " + what + " as " + against + " within ±"
                    + Micros.text(equivalent.marginMicros());
            case Outcome.NoDetectableDifference none -> "shows no detectable difference in " + what + " (smallest detectable "
                    + Micros.text(none.difference().smallestDetectableMicros()) + ")";
            case Outcome.Inconclusive inconclusive -> "is inconclusive in " + what + inconclusive.seen().stream()
                    .map(effect -> " (seen: " + Micros.text(effect) + ", not to be relied upon)").collect(Collectors.joining());
            case Outcome.NotComparable not -> "is not comparable in " + what;
            case Outcome.NotAsked not -> "was not asked for " + what;
        };
    }

    private static String moved(Effect effect, String what) {
        return effect.byMicros() < 0 ? "changes " + what + " by " + Micros.text(effect) : "adds " + Micros.text(effect) + " to " + what;
    }

    /** Why nothing more can be said, whole sentences; none where something is said. */
    static List<String> reasons(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Inconclusive inconclusive -> inconclusive.because();
            case Outcome.NotComparable not -> List.of(not.because());
            case Outcome.NotAsked not -> List.of(not.because());
            case Outcome.Differs differs -> List.of();
            case Outcome.Equivalent equivalent -> List.of();
            case Outcome.NoDetectableDifference none -> List.of();
        };
    }

    /** The word with the reasons, where there are any. */
    static String because(Outcome outcome) {
        String reasons = String.join(" ", reasons(outcome));
        return outcome instanceof Outcome.NotAsked ? reasons : word(outcome) + ": " + reasons;
    }

    /** One sentence on a variant under a load: its p50 and its p99, with the noise. */
    static String sentence(String variant, String load, String against, List<Comparison> comparisons, List<Floor> floors) {
        List<Comparison> telling = comparisons.stream()
                .filter(each -> BenchFirst.telling(each.statistic())).toList();
        boolean nothing = telling.stream().allMatch(each -> each.outcome().effect().isEmpty());
        if (nothing) {
            return variant + " against " + against + " at " + load + ": " + telling.stream().map(Comparison::outcome)
                    .map(OutcomeWords::because).distinct().collect(Collectors.joining(" "));
        }
        String noise = telling.stream().flatMap(each -> floors.stream().filter(floor -> floor.statistic() == each.statistic()))
                .map(floor -> Micros.text(floor.micros())).collect(Collectors.joining(" and "));
        return variant + " " + joined(telling, against) + " at " + load + " against " + against
                + (noise.isEmpty() ? "; no noise floor." : "; noise floor " + noise + ".");
    }

    private static String joined(List<Comparison> telling, String against) {
        List<String> clauses = telling.stream().map(each -> clause(each.outcome(), each.statistic(), against)).toList();
        return VERBS.stream().filter(verb -> clauses.size() == 2 && clauses.stream().allMatch(clause -> clause.startsWith(verb)))
                .findFirst()
                .map(verb -> clauses.getFirst() + " and " + clauses.getLast().substring(verb.length()))
                .orElseGet(() -> String.join(", and ", clauses));
    }
}
