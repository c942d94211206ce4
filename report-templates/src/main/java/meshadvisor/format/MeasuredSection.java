package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Payer;
import meshadvisor.bench.Statistic;
import meshadvisor.catalog.Kebab;
import meshadvisor.format.Summary.Line;
import meshadvisor.report.BenchFacts;
import meshadvisor.report.BenchFacts.Fact;
import meshadvisor.report.Report;

/** What benchmarks measured, where somebody gave any. */
final class MeasuredSection {

    private static final int FEW = 1;
    private static final int ROWS = 3;
    private static final int DAY = "yyyy-mm-dd".length();
    private static final double MILLI = 1_000;

    private MeasuredSection() {}

    static List<Block> of(Report report) {
        List<Block> blocks = new ArrayList<>();
        for (BenchFacts measured : report.measured()) {
            blocks.add(new Block.Subheading(Tone.STRONG, "Run " + measured.run() + " in the cluster " + measured.context() + ", "
                    + day(measured) + (measured.partial() ? ", partial results" : ""), "measured-" + measured.run()));
            measured.elsewhere().forEach(text -> blocks.add(Block.item(1, "‼ " + text)));
            if (measured.facts().isEmpty()) {
                blocks.add(Block.item(1, "It compared nothing with plaintext under steady load that can be told."));
            }
            measured.facts().forEach(fact -> fact(fact, blocks));
        }
        if (!blocks.isEmpty()) {
            blocks.add(
                    Block.item(1, "None of this moves the verdict: it says what a mesh would cost, and not whether it is needed. All of it:"
                            + " meshadvisor bench report."));
        }
        return Sections.section("Measured here", "measured", blocks);
    }

    /** For the summary: what bears on the verdict. */
    static List<Line> lines(Report report) {
        List<String> bearing = report.measured().stream().flatMap(measured -> measured.bearingOn(report).stream()
                .map(fact -> sentence(fact) + " Measured " + day(measured) + (measured.partial() ? ", partial results" : "") + "."))
                .toList();
        List<Line> lines = new ArrayList<>();
        bearing.stream().limit(FEW).forEach(text -> lines.add(Line.of(ROWS, text)));
        if (bearing.size() > FEW) {
            lines.add(Line.of(1, "and " + (bearing.size() - FEW) + " more, below"));
        }
        if (bearing.isEmpty() && !report.measured().isEmpty()) {
            lines.add(Line.of(1, "nothing that bears on this verdict; see below"));
        }
        return lines;
    }

    private static String day(BenchFacts measured) {
        return measured.startedAt().substring(0, Math.min(DAY, measured.startedAt().length()));
    }

    private static void fact(Fact fact, List<Block> blocks) {
        blocks.add(Block.item(1, sentence(fact)));
        blocks.add(
                Block.item(2, "It gives " + BenchWords.rank(fact.rank()) + (fact.version().isEmpty() ? "" : "; version " + fact.version())
                        + "; load: " + BenchWords.whole(fact.load(), List.of()) + "."));
        if (!fact.cpu().isEmpty()) {
            blocks.add(Block.item(2, fact.cpu().stream().map(cpu -> (cpu.payer() == Payer.PROXIES ? "its proxies take "
                    : "the nodes as a whole take more by ") + BillSections.millis(cpu.secondsPer1000(), cpu.unadjusted()) + " ms "
                    + BillSections.interval(cpu.unadjusted())).collect(Collectors.joining("; ", "CPU for 1000 requests: ",
                            " (95 %, unadjusted)."))));
        }
        OutcomeWords.reasons(fact.p50())
                .forEach(reason -> blocks.add(Block.item(2, BenchWords.plain(reason, fact.variant(), fact.label()))));
    }

    private static String sentence(Fact fact) {
        String sentence = OutcomeWords.sentence(fact.label(), BenchWords.rate(fact.load()), "plaintext",
                List.of(new Comparison(fact.variant(), BenchWords.BASELINE, Statistic.P50, fact.p50(), List.of()),
                        new Comparison(fact.variant(), BenchWords.BASELINE, Statistic.P99, fact.p99(), List.of())),
                fact.noise());
        return BenchWords.plain(sentence, fact.variant(), fact.label());
    }

    /** The same for programs. */
    static void write(Fields out, Report report) {
        out.objects("measured", report.measured(), (f, measured) -> {
            f.text("run", measured.run());
            f.text("startedAt", measured.startedAt());
            f.text("context", measured.context());
            f.flag("partial", measured.partial());
            f.texts("elsewhere", measured.elsewhere());
            f.objects("facts", measured.facts(), (g, fact) -> write(g, fact, measured.bearingOn(report).contains(fact)));
        });
    }

    private static void write(Fields out, Fact fact, boolean bears) {
        out.text("variant", fact.variant());
        out.text("label", fact.label());
        out.textOrNull("version", fact.version());
        out.text("gives", fact.rank().name().toLowerCase(Locale.ROOT));
        out.text("load", BenchWords.whole(fact.load(), List.of()));
        out.number("perSecond", fact.load().perSecond());
        out.flag("bearsOnVerdict", bears);
        out.object("p50", f -> added(f, fact, Statistic.P50));
        out.object("p99", f -> added(f, fact, Statistic.P99));
        out.objects("cpu", fact.cpu(), (f, cpu) -> {
            f.text("payer", Kebab.of(cpu.payer()));
            f.number("millisPer1000", cpu.secondsPer1000() * MILLI);
            f.number("low", cpu.unadjusted().low() * MILLI);
            f.number("high", cpu.unadjusted().high() * MILLI);
        });
    }

    private static void added(Fields out, Fact fact, Statistic statistic) {
        var outcome = statistic == Statistic.P50 ? fact.p50() : fact.p99();
        out.text("outcome", OutcomeFields.code(outcome));
        out.texts("because", OutcomeWords.reasons(outcome));
        outcome.effect().ifPresentOrElse(effect -> out.object("adds", f -> {
            f.number("micros", effect.byMicros());
            f.number("low", effect.simultaneous().low());
            f.number("high", effect.simultaneous().high());
        }), () -> out.nothing("adds"));
        fact.noise().stream().filter(floor -> floor.statistic() == statistic).findFirst()
                .ifPresentOrElse(floor -> out.number("noiseFloorMicros", floor.micros()), () -> out.nothing("noiseFloorMicros"));
    }
}
