package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import meshadvisor.bench.Effect;
import meshadvisor.bench.Outcome;
import meshadvisor.bench.Statistic;
import meshadvisor.format.html.IntervalPlot;
import meshadvisor.format.html.IntervalPlot.Frame;
import meshadvisor.format.html.IntervalPlot.Row;
import meshadvisor.format.html.IntervalPlot.Sign;
import meshadvisor.format.html.Part;
import meshadvisor.report.BenchFacts;
import meshadvisor.report.BenchFacts.Fact;
import meshadvisor.report.Report;

/** What benchmarks measured, with pictures. */
final class MeasuredCharts {

    private MeasuredCharts() {}

    /** A difference with the words for it; none where there is no figure. */
    record Shown(String label, Outcome outcome) {}

    static List<Block> of(Report report) {
        List<Block> words = MeasuredSection.of(report);
        List<Block> blocks = new ArrayList<>();
        for (Block block : words) {
            blocks.add(block);
            report.measured().stream().filter(run -> block instanceof Block.Subheading heading
                    && heading.anchor().equals("measured-" + run.run())).forEach(run -> pictures(run).forEach(blocks::add));
        }
        return blocks;
    }

    private static Stream<Block> pictures(BenchFacts run) {
        return Stream.of(Statistic.P50, Statistic.P99).flatMap(statistic -> {
            List<Shown> shown = run.facts().stream().map(fact -> new Shown(fact.label() + " at " + BenchWords.rate(fact.load()),
                    statistic == Statistic.P50 ? fact.p50() : fact.p99())).toList();
            return picture("What is added to " + BenchWords.statistic(statistic) + " of plaintext", shown, floor(run.facts(), statistic))
                    .stream();
        });
    }

    /** The largest, so that nothing looks surer than it is. */
    private static double floor(List<Fact> facts, Statistic statistic) {
        return facts.stream().flatMap(fact -> fact.noise().stream()).filter(each -> each.statistic() == statistic)
                .mapToDouble(each -> each.micros()).max().orElse(0);
    }

    /**
     * Differences below each other; none if there is no figure.
     *
     * @param floorMicros the noise floor, 0 if it is not known
     */
    static Optional<Block> picture(String title, List<Shown> shown, double floorMicros) {
        Micros unit = Micros.of(shown.stream().flatMap(each -> each.outcome.effect().stream()).flatMapToDouble(
                effect -> DoubleStream.of(effect.byMicros(), effect.simultaneous().low(), effect.simultaneous().high())));
        List<Row> rows = shown.stream().flatMap(each -> each.outcome.effect().map(effect -> row(each, effect, unit)).stream()).toList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        List<List<String>> table = shown.stream().map(MeasuredCharts::cells).toList();
        String noise =
                floorMicros > 0 ? " The hatched band is the noise floor, ±" + Micros.text(floorMicros) + "." : " There is no noise floor.";
        String description = "Each line is an interval; all of them hold at once with 95 % confidence. A filled circle is a result, a cross"
                + " is one that says nothing." + noise + " " + String.join("; ", rows.stream().map(row -> row.label() + " "
                        + row.words()).toList())
                + ".";
        return Optional.of(new Block.Picture(IntervalPlot.of(new Frame(title, description, unit.word() + " more than plaintext",
                unit.of(floorMicros)),
                rows, new Part.Grid(title, List.of("Variant", "Adds", "Result"), table))));
    }

    private static Row row(Shown shown, Effect effect, Micros unit) {
        boolean sure = OutcomeWords.reasons(shown.outcome).isEmpty();
        double low = Math.min(effect.simultaneous().low(), effect.byMicros());
        double high = Math.max(effect.simultaneous().high(), effect.byMicros());
        return new Row(shown.label, unit.of(low), unit.of(effect.byMicros()), unit.of(high), sure ? Sign.MEASURED : Sign.UNSURE,
                unit.signed(effect.byMicros(), effect.simultaneous()) + " " + unit.interval(effect.simultaneous()));
    }

    private static List<String> cells(Shown shown) {
        return List.of(shown.label, shown.outcome.effect().map(Micros::text).orElse("no figure"), OutcomeWords.because(shown.outcome)
                .replaceFirst(": $", ""));
    }
}
