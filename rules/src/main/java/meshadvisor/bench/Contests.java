package meshadvisor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Floor;
import meshadvisor.bench.Cells.Situation;

/**
 * All contests of a run and what they say.
 *
 * @param floors by situation and statistic; absent where baseline again was not measured
 * @param alarms of baseline against baseline again
 * @param family how many were judged together
 */
record Contests(Map<Situation, List<Floor>> floors, Map<Situation, List<Statistic>> alarms, Map<Situation, List<Comparison>> comparisons,
        int family) {

    static final String BASELINE = "baseline";
    static final String AGAIN = "baseline-again";
    static final String APP_MTLS = "app-mtls";

    static Contests of(BenchRun run, Cells cells) {
        var design = run.plan().order().design();
        var own = answers(everyAgain(cells), Map.of(), design);
        var floors = new LinkedHashMap<Situation, List<Floor>>();
        var alarms = new LinkedHashMap<Situation, List<Statistic>>();
        for (Answer answer : own) {
            var contest = answer.contest();
            var outcome = answer.outcome();
            outcome.effect().ifPresent(effect -> floors.computeIfAbsent(contest.situation(), situation -> new ArrayList<>())
                    .add(new Floor(contest.statistic(), effect.unadjusted().farthest(), outcome)));
            if (outcome instanceof Outcome.Differs) {
                alarms.computeIfAbsent(contest.situation(), situation -> new ArrayList<>()).add(contest.statistic());
            }
        }
        var answers = answers(everyVariant(run, cells), floors, design);
        var comparisons = new LinkedHashMap<Situation, List<Comparison>>();
        answers.forEach(answer -> comparisons.computeIfAbsent(answer.contest().situation(), situation -> new ArrayList<>())
                .add(answer.comparison()));
        int family = (int) answers.stream().filter(answer -> answer.outcome().effect().isPresent()).count();
        return new Contests(floors, alarms, comparisons, family);
    }

    /** What is asked of a load. Means only of chains, whose hops they are divided among. */
    static List<Statistic> statistics(Load load) {
        var quantiles = List.of(Statistic.P50, Statistic.P90, Statistic.P99, Statistic.P99_9);
        if (load.shape() != Load.Shape.CHAIN) {
            return quantiles;
        }
        var all = new ArrayList<>(quantiles);
        all.add(Statistic.MEAN);
        return all;
    }

    /** The noise floor of a statistic in a situation. */
    static Optional<Floor> floor(Map<Situation, List<Floor>> floors, Situation situation, Statistic statistic) {
        return floors.getOrDefault(situation, List.of()).stream().filter(floor -> floor.statistic() == statistic).findFirst();
    }

    private static List<Contest> everyAgain(Cells cells) {
        return cells.used().keySet().stream()
                .flatMap(situation -> contests(cells, situation, new Subject(AGAIN, Variant.Scope.NAMESPACE), BASELINE).stream()).toList();
    }

    private static List<Contest> everyVariant(BenchRun run, Cells cells) {
        var contests = new ArrayList<Contest>();
        for (Situation situation : cells.used().keySet()) {
            for (Variant variant : run.plan().variants()) {
                for (String against : opponents(variant, cells.used().getOrDefault(situation, Map.of()).containsKey(APP_MTLS))) {
                    contests.addAll(contests(cells, situation, new Subject(variant.id(), variant.scope()), against));
                }
            }
        }
        return contests;
    }

    private record Answer(Contest contest, Outcome outcome) {
        Comparison comparison() {
            return new Comparison(contest.variant(), contest.against(), contest.statistic(), outcome, contest.pairs().leftOut());
        }
    }

    private record Subject(String id, Variant.Scope scope) {}

    private static List<String> opponents(Variant variant, boolean mutualTls) {
        if (variant.id().equals(BASELINE) || variant.id().equals(AGAIN)) {
            return List.of();
        }
        return variant.tls() == Variant.Tls.MESH && mutualTls ? List.of(BASELINE, APP_MTLS) : List.of(BASELINE);
    }

    private static List<Contest> contests(Cells cells, Situation situation, Subject subject, String against) {
        var pairs = Pairs.of(cells, situation, subject.id(), against);
        return statistics(situation.load()).stream()
                .map(statistic -> new Contest(situation, subject.id(), against, statistic, subject.scope(), pairs)).toList();
    }

    private static List<Answer> answers(List<Contest> contests, Map<Situation, List<Floor>> floors, Order.Design design) {
        var asked = contests.stream().filter(contest -> contest.unanswerable().isEmpty()).map(contest -> trial(contest, floors, design));
        var judged = Judgement.of(asked.toList()).iterator();
        return contests.stream().map(contest -> new Answer(contest, contest.unanswerable().orElseGet(judged::next))).toList();
    }

    private static Trial trial(Contest contest, Map<Situation, List<Floor>> floors, Order.Design design) {
        if (contest.variant().equals(AGAIN)) {
            return contest.trial(0, design);
        }
        var floor = floor(floors, contest.situation(), contest.statistic());
        return floor.map(known -> contest.trial(known.micros(), design)).orElseGet(() -> contest.trial(0, design)
                .but("There is no noise floor: baseline and baseline-again have fewer than two blocks in which both are valid."));
    }
}
