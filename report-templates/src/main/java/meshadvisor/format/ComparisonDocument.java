package meshadvisor.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.ComparisonOfRuns;
import meshadvisor.bench.ComparisonOfRuns.Contrast;
import meshadvisor.bench.ComparisonOfRuns.Side;
import meshadvisor.bench.ComparisonOfRuns.Unlike;
import meshadvisor.bench.Effect;
import meshadvisor.bench.Outcome;

/** Two benchmarks side by side, for people and programs. */
public final class ComparisonDocument {

    private static final int FEW = 8;

    private final ComparisonOfRuns compared;
    private final BenchWords words;
    private final List<Block> blocks = new ArrayList<>();

    private ComparisonDocument(ComparisonOfRuns compared, BenchWords words) {
        this.compared = compared;
        this.words = words;
    }

    /**
     * Of a comparison.
     *
     * @param second the later run, whose names of variants are used
     */
    public static Document of(ComparisonOfRuns compared, BenchRun second) {
        var document = new ComparisonDocument(compared, new BenchWords(second));
        document.all();
        return new Document(document.blocks, fields -> ComparisonFields.write(fields, compared));
    }

    private void all() {
        blocks.add(new Block.Title("Two benchmarks", sentence()));
        List<String> changes =
                compared.contrasts().stream().filter(each -> BenchFirst.telling(each.statistic())).map(this::change).toList();
        if (!changes.isEmpty()) {
            List<String> shown = new ArrayList<>();
            Fold.each(changes, FEW, shown::add, more -> shown.add("and " + (changes.size() - FEW) + " more, below"));
            blocks.add(new Block.Labelled("Change", shown));
        }
        blocks.add(new Block.Labelled("First", List.of(side(compared.first()))));
        blocks.add(new Block.Labelled("Second", List.of(side(compared.second()))));
        warnings("Warnings of the first run", "first-warnings", compared.first());
        warnings("Warnings of the second run", "second-warnings", compared.second());
        unlike("What is not the same around the variants", "environment", compared.environment());
        unlike("What is not the same of the variants themselves", "versions", compared.versions());
        contrasts().forEach((key, same) -> contrast(same));
        blocks.addAll(Sections.section("Not compared", "in-one", compared.inOne().stream().map(text -> Block.item(1, text)).toList()));
        blocks.addAll(Sections.section("How to read it", "reading", reading()));
    }

    private String sentence() {
        if (compared.contrasts().isEmpty()) {
            return "The two runs have no load and variant in common, so there is nothing to compare.";
        }
        return compared.environment().isEmpty()
                ? "Comparable: all that is known of the environment is the same in both runs."
                : "Not comparable because " + Words.list(compared.environment().stream().map(Unlike::what).toList(), "and")
                        + (compared.environment().size() == 1 ? " differs" : " differ")
                        + ": the figures of each run hold where it was made, and nobody can say what a change comes from.";
    }

    private static String side(Side side) {
        return "run " + side.run() + ", begun " + side.startedAt() + "; it " + BenchWords.end(side.end())
                + (side.warnings().isEmpty() ? "" : "; " + Words.count(side.warnings().size(), "warning", "warnings") + " below");
    }

    private void warnings(String heading, String anchor, Side side) {
        blocks.addAll(Sections.section(heading, anchor, side.warnings().stream().map(text -> Block.item(1, words.plain(text))).toList()));
    }

    private String change(Contrast contrast) {
        String what = words.variant(contrast.variant()) + " against " + words.against(contrast.against()) + " at "
                + words.brief(contrast.load()) + BenchWords.meanwhile(contrast.scenarios()) + ", " + contrast.statistic().label() + ": ";
        return what + added(contrast.first()) + ", then " + added(contrast.second()) + ": " + OutcomeWords.word(contrast.change())
                + contrast.change().effect().map(effect -> " (" + Micros.text(effect) + ")").orElse("")
                + (compared.environment().isEmpty() ? "" : "; not comparable");
    }

    private static String added(Outcome outcome) {
        return outcome.effect().map(effect -> Micros.text(effect.byMicros(), effect.unadjusted())).orElse("unknown");
    }

    private void unlike(String heading, String anchor, List<Unlike> unlike) {
        blocks.addAll(Sections.section(heading, anchor, unlike.isEmpty() ? List.of() : List.of(new Block.Rows(
                List.of("what", "first", "second"),
                unlike.stream().map(each -> List.of(each.what(), told(each.first()), told(each.second())))
                        .toList()))));
    }

    private static String told(String value) {
        return value.isEmpty() ? "not told" : value;
    }

    private Map<List<Object>, List<Contrast>> contrasts() {
        return compared.contrasts().stream().collect(Collectors.groupingBy(
                each -> List.of(each.load(), each.scenarios(), each.variant(), each.against()), LinkedHashMap::new, Collectors.toList()));
    }

    private void contrast(List<Contrast> same) {
        Contrast one = same.getFirst();
        Micros unit = Micros.of(same.stream().flatMapToDouble(each -> DoubleStream.concat(size(each.first()),
                DoubleStream.concat(size(each.second()), size(each.change())))));
        blocks.add(new Block.Heading(words.variant(one.variant()) + " against " + words.against(one.against()) + " at "
                + words.brief(one.load()) + BenchWords.meanwhile(one.scenarios()), "change-" + (compared.contrasts().indexOf(one) + 1)));
        blocks.add(new Block.Rows(List.of("in " + unit.word(), "first", "second", "change", "interval", "noise", "result"),
                same.stream().map(each -> row(each, unit)).toList()));
        same.stream().collect(Collectors.groupingBy(each -> OutcomeWords.reasons(each.change()), LinkedHashMap::new, Collectors.toList()))
                .forEach((reasons, those) -> reasons.forEach(reason -> blocks.add(Block.item(1, lead(those) + words.plain(reason)))));
    }

    /** What was not asked says itself what it is about. */
    private static String lead(List<Contrast> contrasts) {
        return contrasts.getFirst().change() instanceof Outcome.NotAsked ? ""
                : Words.list(contrasts.stream().map(each -> each.statistic().label()).toList(), "and") + ": ";
    }

    private static DoubleStream size(Outcome outcome) {
        return outcome.effect().stream().flatMapToDouble(effect -> DoubleStream.of(effect.byMicros(), effect.simultaneous().farthest()));
    }

    private static List<String> row(Contrast contrast, Micros unit) {
        String noise = contrast.floors().size() < 2 ? "-"
                : contrast.floors().stream().map(floor -> unit.number(floor.micros())).collect(Collectors.joining(" + "));
        return List.of(contrast.statistic().label(), alone(contrast.first(), unit), alone(contrast.second(), unit),
                alone(contrast.change(), unit),
                contrast.change().effect().map(effect -> unit.interval(effect.simultaneous())).orElse("-"), noise,
                OutcomeWords.word(contrast.change()));
    }

    private static String alone(Outcome outcome, Micros unit) {
        return outcome.effect().map((Effect effect) -> unit.signed(effect.byMicros(), effect.simultaneous())).orElse("-");
    }

    private List<Block> reading() {
        return compared.family() == 0 ? List.of() : List.of(Block.item(1, "\"First\" and \"second\" are what the variant adds in each run;"
                + " \"change\" is second minus first. With 95 % confidence all " + compared.family() + " intervals of changes hold at once"
                + " (Bonferroni); results are Holm's; \"noise\" is the floor of each run, and a change counts as clear above their sum."));
    }
}
