package meshadvisor.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.format.html.Chart;
import meshadvisor.format.html.IntervalPlot;
import meshadvisor.format.html.IntervalPlot.Frame;
import meshadvisor.format.html.IntervalPlot.Row;
import meshadvisor.format.html.IntervalPlot.Sign;
import meshadvisor.format.html.Part;
import meshadvisor.report.Report;

/** What the meshes that are named would add, with pictures. */
final class AddedCharts {

    private AddedCharts() {}

    static List<Block> of(Report report) {
        List<Block> words = AddedSection.of(report);
        if (words.isEmpty()) {
            return words;
        }
        List<Block> blocks = new ArrayList<>(words.subList(0, 1));
        blocks.addAll(pictures(report.added()));
        blocks.addAll(words.subList(1, words.size()));
        Map<String, List<String>> unseen = new LinkedHashMap<>();
        report.added().forEach(each -> each.overhead().unseen()
                .forEach(what -> unseen.computeIfAbsent(what, none -> new ArrayList<>()).add(each.overhead().name())));
        unseen.forEach((what, ways) -> blocks.add(Block.item(1, "Not known: " + Words.sentence(what)
                + (ways.size() == report.added().size() ? "" : " (" + String.join(", ", ways) + ")"))));
        return blocks;
    }

    /** Of latency, CPU and memory, with a row for each way. */
    static List<Block> pictures(List<Forecast> forecasts) {
        return List.of(picture("What a call takes longer at its 99th percentile", forecasts, each -> each.overhead().hopP99()),
                picture("CPU that it would use", forecasts, Forecast::cpu),
                picture("Memory that it would use", forecasts, Forecast::memory));
    }

    private static Block picture(String title, List<Forecast> forecasts, Function<Forecast, Amount> amount) {
        List<Row> rows = forecasts.stream().map(each -> row(each.overhead().name(), amount.apply(each))).toList();
        List<List<String>> table = forecasts.stream().map(each -> cells(each.overhead().name(), amount.apply(each))).toList();
        String unit = amount.apply(forecasts.getFirst()).unit();
        String description = "Nine of ten possibilities lie on each line, half of them on either side of its sign. "
                + String.join("; ", rows.stream().map(row -> row.label() + " " + row.words()).toList()) + ".";
        Chart chart = IntervalPlot.of(new Frame(title, description, unit, 0), rows,
                new Part.Grid(title + ", in " + unit, List.of("Way", "Low, " + unit, "Middle, " + unit, "High, " + unit, "Basis", "Source"),
                        table));
        return new Block.Picture(chart);
    }

    private static Row row(String label, Amount amount) {
        Range range = amount.range();
        return new Row(label, range.low(), range.likely(), range.high(),
                amount.said().basis() == Basis.MEASURED ? Sign.MEASURED : Sign.FORETOLD, Amounts.range(range) + " " + amount.unit());
    }

    private static List<String> cells(String label, Amount amount) {
        Range range = amount.range();
        String source = amount.said().source() + (amount.said().date().isEmpty() ? "" : ", " + amount.said().date());
        return List.of(label, Amounts.number(range.low()), Amounts.number(range.likely()), Amounts.number(range.high()),
                Kebab.of(amount.said().basis()), source.isEmpty() ? "not stated" : source);
    }
}
