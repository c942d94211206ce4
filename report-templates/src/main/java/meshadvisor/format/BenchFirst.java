package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Situation;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.NextRun;
import meshadvisor.bench.Order;
import meshadvisor.bench.Outcome;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Statistic;
import meshadvisor.catalog.Kebab;

/** What somebody with little time must know of a benchmark. */
record BenchFirst(BenchRun run, BenchReport report, BenchWords words) {

    private static final int VERDICTS = 8;
    static final int FEW = 3;
    private static final double MILLI = 1_000;

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title("Benchmark", sentence()));
        labelled("Target",
                run.plan().order().target().stream().map(target -> target.method() + " " + target.url() + ", not the run's own: only"
                        + " the client's side differs between variants").toList(),
                1, blocks);
        labelled("Result", verdicts(), VERDICTS, blocks);
        labelled("Meanwhile", report.situations().stream()
                .flatMap(situation -> new AftermathSections(0, situation, words).sentences().stream()).toList(), VERDICTS, blocks);
        labelled("Noise", noise(), VERDICTS, blocks);
        labelled("Where", List.of(where()), 1, blocks);
        labelled("How", List.of(how()), 1, blocks);
        labelled("Valid", List.of(valid()), 1, blocks);
        labelled("Mind", report.warnings().stream().map(words::plain).toList(), FEW, blocks);
        labelled("Next", NextRun.of(run, report).stream().map(words::plain).toList(), FEW, blocks);
        return blocks;
    }

    private static void labelled(String label, List<String> texts, int atMost, List<Block> blocks) {
        if (!texts.isEmpty()) {
            List<String> shown = new ArrayList<>();
            Fold.each(texts, atMost, shown::add, more -> shown.add("and " + (texts.size() - atMost) + " more, below"));
            blocks.add(new Block.Labelled(label, shown));
        }
    }

    /** How far it can be relied upon. */
    private String sentence() {
        String end = BenchWords.end(report.end());
        long valid = valid(run);
        if (run.cells().isEmpty()) {
            return "Nothing was measured: the run has no cell. The run " + end + ".";
        }
        if (valid == 0) {
            return "Nothing can be said: all " + run.cells().size() + " cells are invalid, and the reasons stand below. The run " + end
                    + ".";
        }
        boolean partial = report.end() == BenchRun.End.INTERRUPTED || report.end() == BenchRun.End.ABORTED
                || report.end() == BenchRun.End.RUNNING;
        return (partial ? "Partial results: " : "Measured: ") + "after " + Words.count((int) driven(), "block", "blocks") + " the run "
                + end
                + ". " + told();
    }

    private String told() {
        List<Outcome> asked = report.situations().stream().flatMap(situation -> situation.comparisons().stream())
                .filter(each -> each.against().equals(BenchWords.BASELINE)).filter(each -> telling(each.statistic()))
                .map(Comparison::outcome).toList();
        long settled = asked.stream().filter(outcome -> OutcomeWords.reasons(outcome).isEmpty()).count();
        return asked.isEmpty() ? "Plaintext was measured alone, so there is no difference to tell."
                : settled == 0 ? "No difference to plaintext can be told from it." : settled + " of " + asked.size()
                        + " differences to plaintext in p50 and p99 can be judged.";
    }

    private long driven() {
        return run.cells().stream().map(cell -> cell.session() + "/" + cell.block()).distinct().count();
    }

    private static long valid(BenchRun run) {
        return run.cells().stream().filter(BenchRun.CellResult::valid).count();
    }

    /** What the first screen tells. */
    static boolean telling(Statistic statistic) {
        return statistic == Statistic.P50 || statistic == Statistic.P99;
    }

    private List<String> verdicts() {
        return Stream.of(BenchWords.BASELINE, BenchWords.APP_MTLS)
                .flatMap(against -> report.situations().stream().flatMap(
                        situation -> report.subjects().stream().flatMap(subject -> verdict(situation, subject.variant(), against))))
                .toList();
    }

    private Stream<String> verdict(Situation situation, String variant, String against) {
        List<Comparison> comparisons = situation.comparisons().stream()
                .filter(each -> each.variant().equals(variant) && each.against().equals(against)).toList();
        return comparisons.isEmpty() ? Stream.of()
                : Stream.of(words.plain(OutcomeWords.sentence(words.variant(variant), words.brief(situation.load())
                        + BenchWords.meanwhile(situation.scenarios()), words.against(against), comparisons, situation.floors())));
    }

    private List<String> noise() {
        List<String> all = report.situations().stream().flatMap(this::noise).toList();
        boolean known = report.situations().stream().flatMap(situation -> situation.floors().stream())
                .noneMatch(floor -> floor.outcome() instanceof Outcome.Inconclusive);
        return !all.isEmpty() || report.situations().isEmpty() ? all
                : List.of(known ? "plaintext against itself, measured alike, does not differ"
                        : "plaintext against itself is inconclusive, so the noise floor is a guess");
    }

    private Stream<String> noise(Situation situation) {
        String at = " at " + words.brief(situation.load()) + BenchWords.meanwhile(situation.scenarios());
        return situation.floors().isEmpty() ? Stream.of("there is no noise floor" + at)
                : situation.alarms().isEmpty() ? Stream.of()
                        : Stream.of("‼ plaintext differs from itself" + at + ", in " + Words.list(situation.alarms().stream()
                                .map(BenchWords::statistic).toList(), "and") + ": read nothing into small differences");
    }

    private String where() {
        List<Scene.Node> nodes = run.scene().nodes();
        Order order = run.plan().order();
        String size = nodes.isEmpty() ? "nodes not read" : Words.count(nodes.size(), "node", "nodes") + " with "
                + String.format(Locale.ROOT, "%.3g", nodes.stream().mapToInt(Scene.Node::cpu).sum() / MILLI).replaceAll("\\.?0+$", "")
                + " cores in all";
        Map<String, String> fingerprint = report.fingerprint();
        String versions = Stream.of("kubernetes", "kernel").filter(fingerprint::containsKey)
                .map(key -> ", " + key + " " + fingerprint.get(key)).collect(Collectors.joining());
        return "cluster " + run.scene().context() + ", " + size + versions + "; "
                + Kebab.of(order.pods().placement()) + ": generators on " + run.plan().placed().generators()
                + ", servers on " + run.plan().placed().servers();
    }

    private String how() {
        Order.Design design = report.design();
        Order.Pods pods = run.plan().order().pods();
        return "begun " + report.startedAt() + ", run " + report.run() + "; randomised blocks, seed " + design.seed() + "; each load "
                + design.plateauSeconds() + " s after " + design.warmUpSeconds() + " s of warm-up; proxies "
                + pods.style().name().toLowerCase(Locale.ROOT).replace('_', ' ') + "; "
                + Words.count(pods.generators(), "generator", "generators") + ", " + Words.count(pods.servers(), "server", "servers");
    }

    private String valid() {
        long valid = valid(run);
        return valid + " of " + Words.count(run.cells().size(), "cell", "cells")
                + (valid == run.cells().size() ? "" : "; why the others are not stands below under \"Invalid cells\"")
                + (report.gaps().isEmpty() ? "" : "; " + Words.count(report.gaps().size(), "gap", "gaps") + " in what was seen");
    }
}
