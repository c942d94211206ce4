package meshadvisor.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Floor;
import meshadvisor.bench.BenchReport.Situation;
import meshadvisor.measure.Estimate;

/**
 * Two runs side by side: whether variants add as much in the second as in the first. What a variant adds is a difference to baseline within
 * a run, so that the two runs are compared by the difference of these differences.
 *
 * @param environment what is not the same around the variants; none: the two can be compared
 * @param versions what is not the same of the variants themselves: usually why somebody compares
 * @param contrasts of what both runs asked
 * @param inOne what only one of them has, whole sentences
 * @param family how many differences of differences are printed, for which the simultaneous intervals hold at once
 */
public record ComparisonOfRuns(Side first, Side second, List<Unlike> environment, List<Unlike> versions, List<Contrast> contrasts,
        List<String> inOne, int family) {

    /** A run, and how it ended. */
    public record Side(String run, String startedAt, BenchRun.End end, List<String> warnings) {}

    /** Something that is not the same in both. What one does not tell is empty. */
    public record Unlike(String what, String first, String second) {}

    /**
     * What a variant adds in each of the two.
     *
     * @param floors the noise floors of the two, as far as they are known
     * @param change of what it adds, second minus first, as if each were independent of the other
     */
    public record Contrast(Load load, List<Order.Scenario> scenarios, String variant, String against, Statistic statistic, Outcome first,
            Outcome second, List<Floor> floors, Outcome change) {}

    private record Pair(Situation one, Situation other, Comparison first, Comparison second) {}

    /** Compares a run with a later one. */
    public static ComparisonOfRuns of(BenchRun first, BenchRun second) {
        var one = Analysis.of(first);
        var other = Analysis.of(second);
        var pairs = one.situations().stream().flatMap(situation -> pairs(situation, other)).toList();
        var margins = List.of(one.design().margin(), other.design().margin());
        var judged = pairs.stream().filter(pair -> trial(pair, margins).isPresent()).toList();
        var outcomes = Judgement.of(judged.stream().map(pair -> trial(pair, margins).orElseThrow()).toList());
        var contrasts = pairs.stream().map(pair -> {
            int index = judged.indexOf(pair);
            return contrast(pair, index < 0 ? silent(pair) : outcomes.get(index));
        }).toList();
        return new ComparisonOfRuns(side(one), side(other), environment(first, second), versions(first, second), contrasts,
                Stream.concat(onlyIn("first", one, other), onlyIn("second", other, one)).toList(), judged.size());
    }

    private static Side side(BenchReport report) {
        return new Side(report.run(), report.startedAt(), report.end(), report.warnings());
    }

    private static Stream<Pair> pairs(Situation one, BenchReport second) {
        return find(one, second).stream().flatMap(other -> one.comparisons().stream().flatMap(comparison -> other.comparisons().stream()
                .filter(each -> alike(each, comparison)).map(each -> new Pair(one, other, comparison, each))));
    }

    private static Optional<Situation> find(Situation situation, BenchReport report) {
        return report.situations().stream()
                .filter(each -> each.load().equals(situation.load()) && each.scenarios().equals(situation.scenarios())).findFirst();
    }

    private static boolean alike(Comparison one, Comparison other) {
        return one.variant().equals(other.variant()) && one.against().equals(other.against()) && one.statistic() == other.statistic();
    }

    /** Two runs are independent, so their variances add up; the noise floors do as well, which is cautious. */
    private static Optional<Trial> trial(Pair pair, List<Margin> margins) {
        var one = pair.first().outcome().effect();
        var other = pair.second().outcome().effect();
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        Effect first = one.get();
        Effect second = other.get();
        var change = second.estimate().minus(first.estimate());
        var doubts = new ArrayList<String>();
        doubts.addAll(doubts("first", pair.first().outcome()));
        doubts.addAll(doubts("second", pair.second().outcome()));
        return Optional.of(new Trial(change, change.interval(Judgement.CONFIDENCE), Math.min(first.blocks(), second.blocks()),
                Math.min(first.effectiveBlocks(), second.effectiveBlocks()), Math.max(first.autocorrelation(), second.autocorrelation()),
                doubts, reference(change, first, second, margins),
                floors(pair).stream().mapToDouble(Floor::micros).sum()));
    }

    /** What both are added to, in the mean, and the smaller of the two margins there. */
    private static Reference reference(Estimate change, Effect first, Effect second, List<Margin> margins) {
        var level = first.reference().minus(second.reference().times(-1)).times(0.5);
        var margin = margins.stream().min(Comparator.comparingDouble(each -> each.micros(level.by()))).orElseThrow();
        return Reference.apart(margin, change, level);
    }

    private static List<String> doubts(String which, Outcome outcome) {
        return outcome instanceof Outcome.Inconclusive not ? List.of("The " + which + " run is inconclusive: "
                + String.join(" ", not.because())) : List.of();
    }

    private static List<Floor> floors(Pair pair) {
        return Stream.of(pair.one(), pair.other()).flatMap(situation -> situation.floors().stream())
                .filter(floor -> floor.statistic() == pair.first().statistic()).toList();
    }

    /** Where at least one of the two has no figure. */
    private static Outcome silent(Pair pair) {
        return pair.first().outcome().effect().isEmpty() ? pair.first().outcome() : pair.second().outcome();
    }

    private static Contrast contrast(Pair pair, Outcome change) {
        return new Contrast(pair.one().load(), pair.one().scenarios(), pair.first().variant(), pair.first().against(),
                pair.first().statistic(), pair.first().outcome(), pair.second().outcome(), floors(pair), change);
    }

    private static Stream<String> onlyIn(String which, BenchReport one, BenchReport other) {
        var loads = one.situations().stream().filter(situation -> find(situation, other).isEmpty()).map(situation -> "Only the " + which
                + " run has the load of " + Math.round(situation.load().perSecond()) + "/s with " + situation.load().connections()
                + " connections and " + situation.load().payloadBytes() + " bytes an answer"
                + (situation.scenarios().isEmpty() ? "." : ", with a scenario."));
        var there = other.subjects().stream().map(BenchReport.Subject::variant).toList();
        var variants = one.subjects().stream().map(BenchReport.Subject::variant).filter(variant -> !there.contains(variant))
                .map(variant -> "Only the " + which + " run has " + variant + ".");
        return Stream.concat(loads, variants);
    }

    /** What is not the same around the variants of two runs. */
    public static List<Unlike> environment(BenchRun first, BenchRun second) {
        var variants = new TreeSet<>(first.scene().presences().keySet());
        variants.addAll(second.scene().presences().keySet());
        return unlike(around(first), around(second)).stream().filter(each -> variants.stream().noneMatch(each.what()::contains)).toList();
    }

    /** All that a figure depends on, and that is no variant's. */
    private static Map<String, String> around(BenchRun run) {
        var order = run.plan().order();
        Map<String, String> all = new LinkedHashMap<>(run.scene().fingerprint());
        all.put("number of nodes", Integer.toString(run.scene().nodes().size()));
        all.put("shapes of nodes", joined(run.scene().nodes().stream().map(node -> node.cpu() + "m, " + node.memoryMebibytes() + " MiB"
                + (node.shape().isEmpty() ? "" : ", " + node.shape())).toList()));
        all.put("kernels of nodes", joined(run.scene().nodes().stream().map(Scene.Node::kernel).toList()));
        all.put("placement", order.pods().placement().name());
        all.put("pods of the benchmark",
                order.pods().cpu() + "m, at most " + order.pods().cpuLimit() + "m, " + order.pods().memoryMebibytes() + " MiB, "
                        + order.pods().generators()
                        + " generators, " + order.pods().servers() + " servers");
        all.put("image", order.pods().image());
        all.put("style of proxies", order.pods().style().name());
        all.put("plateau", order.design().plateauSeconds() + " s");
        return all;
    }

    private static String joined(Collection<String> values) {
        return String.join("; ", new TreeSet<>(values));
    }

    private static List<Unlike> versions(BenchRun first, BenchRun second) {
        return unlike(ofVariants(first), ofVariants(second));
    }

    private static Map<String, String> ofVariants(BenchRun run) {
        Map<String, String> all = new LinkedHashMap<>();
        run.plan().variants().forEach(variant -> run.scene().presence(variant.id()).ifPresent(presence -> {
            if (presence instanceof Scene.Presence.There(var version, var revision, var flavour)) {
                all.put(variant.id(), Stream.of(version, revision, flavour).filter(each -> !each.isEmpty())
                        .reduce((one, other) -> one + ", " + other).orElse("as shipped"));
            }
        }));
        return all;
    }

    private static List<Unlike> unlike(Map<String, String> first, Map<String, String> second) {
        var names = new ArrayList<>(first.keySet());
        second.keySet().stream().filter(name -> !first.containsKey(name)).forEach(names::add);
        return names.stream().filter(name -> !Objects.equals(first.get(name), second.get(name)))
                .map(name -> new Unlike(name, first.getOrDefault(name, ""), second.getOrDefault(name, ""))).toList();
    }
}
