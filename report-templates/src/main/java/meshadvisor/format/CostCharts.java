package meshadvisor.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Sheet;
import meshadvisor.format.html.BarPlot;
import meshadvisor.format.html.BarPlot.Bar;
import meshadvisor.format.html.Part;
import meshadvisor.report.Report;

/** What the answers would cost, with a picture. */
final class CostCharts {

    private static final int DRAWN = 10;

    private CostCharts() {}

    /** The section of a report, its picture first. */
    static List<Block> of(Report report) {
        List<Block> words = CostSection.of(report);
        if (words.isEmpty()) {
            return words;
        }
        List<Block> blocks = new ArrayList<>(words.subList(0, 1));
        report.cost().ifPresent(costed -> blocks.addAll(picture(costed.bill(), costed.advised())));
        blocks.addAll(words.subList(1, words.size()));
        return blocks;
    }

    /** A bar for each sheet, the cheapest first; none where there is no sheet. */
    static List<Block> picture(Bill bill, Set<String> advised) {
        List<Sheet> sheets = bill.sheets().stream().sorted(Comparator.comparingDouble(sheet -> sheet.horizon().all().likely()))
                .limit(DRAWN).toList();
        if (sheets.isEmpty()) {
            return List.of();
        }
        String title = "What each answer would cost in " + bill.wanted().months() + " months";
        List<Bar> bars = sheets.stream().map(sheet -> bar(sheet, advised)).toList();
        String description = "Each bar ends at the middle, the hatched part of it is assumed, and the line goes from 5 to 95 % of what is"
                + " possible, in " + bill.currency() + ". " + String.join("; ", bars.stream().map(bar -> bar.label() + " " + bar.words())
                        .toList())
                + "." + (bill.sheets().size() > DRAWN ? " The cheapest " + DRAWN + " of " + bill.sheets().size() + " are drawn." : "");
        return List.of(new Block.Picture(BarPlot.of(title, description, bill.currency() + " in " + bill.wanted().months() + " months", bars,
                new Part.Grid(title + ", in " + bill.currency(),
                        Stream.of(Stream.of("Answer"),
                                Stream.of("Once", "A month", "Low", "Middle", "High").map(money -> money + ", " + bill.currency()),
                                Stream.of("Assumed")).flatMap(heads -> heads).toList(),
                        sheets.stream().map(CostCharts::row).toList()))));
    }

    /** Credits can make an answer earn money; a bar begins at zero. */
    private static Bar bar(Sheet sheet, Set<String> advised) {
        var range = sheet.horizon().all();
        return new Bar(sheet.name() + (advised.contains(sheet.option()) ? " (" + CostSection.advised(advised, sheet) + ")" : ""),
                Math.max(0, range.low()), Math.max(0, range.likely()),
                Math.max(0, range.high()), Math.clamp(sheet.horizon().assumedShare(), 0, 1), MoneyText.range(range));
    }

    private static List<String> row(Sheet sheet) {
        var range = sheet.horizon().all();
        return Stream.of(sheet.name(), MoneyText.range(sheet.once().all()), MoneyText.range(sheet.monthly().all()),
                MoneyText.amount(range.low()), MoneyText.amount(range.likely()), MoneyText.amount(range.high()),
                Amounts.percent(sheet.horizon().assumedShare())).toList();
    }
}
