package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Range;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Counting;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.money.Sheet;
import meshadvisor.report.Costed;
import meshadvisor.report.Report;
import meshadvisor.signal.MeshSeen;

/** What the advice, doing nothing and a mesh would cost, in short; {@code meshadvisor estimate} tells the rest. */
final class CostSection {

    private static final int FEW = 3;

    private static final String RUNS = "It runs here already: what is told once is what introducing it from nothing would take.";

    private final Costed costed;
    private final Set<String> running;
    private final Bill bill;
    private final List<Block> blocks = new ArrayList<>();

    private CostSection(Costed costed, Set<String> running) {
        this.costed = costed;
        this.running = running;
        this.bill = costed.bill();
    }

    static List<Block> of(Report report) {
        return report.cost()
                .map(costed -> new CostSection(costed, report.meshes().stream().filter(MeshSeen::runs).map(m -> m.marks().mesh())
                        .collect(Collectors.toSet())).blocks())
                .orElse(List.of());
    }

    private List<Block> blocks() {
        costed.given().forEach(s -> sheet(s.name() + " (" + advised(costed.advised(), s) + ")", s));
        if (costed.given().stream().anyMatch(s -> running.contains(s.mesh()))) {
            blocks.add(Block.item(1, RUNS));
        }
        if (!costed.advised().contains(Bill.DO_NOTHING)) {
            bill.sheet(Bill.DO_NOTHING).ifPresent(s -> sheet(s.name(), s));
        }
        List<Sheet> others = costed.others();
        others.stream().limit(FEW).forEach(s -> sheet(s.name(), s));
        String more = others.size() > FEW ? " " + (others.size() - FEW) + " more ways cost more." : "";
        blocks.add(Block.item(1, "The middle, and from 5 to 95 % in brackets, of sums that are drawn; prices: "
                + bill.prices().lists().stream().map(l -> l.source() + " (" + Kebab.of(l.basis()) + ", " + l.date() + ")").distinct()
                        .collect(Collectors.joining("; "))
                + "." + more + " Line by line, with your own prices, and all other answers: meshadvisor estimate."));
        return Sections.section("What it would cost", "cost", blocks);
    }

    /** A mesh can be run in several ways, of which only one is. */
    static String advised(Set<String> advised, Sheet sheet) {
        long ways = advised.stream().filter(way -> way.startsWith(sheet.mesh())).count();
        return sheet.mesh().isEmpty() || ways < 2 ? "advised" : "one of " + ways + " ways of what is advised";
    }

    private void sheet(String name, Sheet sheet) {
        blocks.add(Block.item(1, name + ": " + money(sheet.once().all()) + " once, " + money(sheet.horizon().all()) + " in "
                + bill.wanted().months() + " months, " + Amounts.percent(sheet.horizon().assumedShare()) + " of it assumed"
                + "."));
        List<Value> compute = Stream.of(Counting.values()).map(by -> sheet.line(by.line()).value()).toList();
        String all = monthly(sheet.counted(Counting.NODES));
        if (compute.stream().allMatch(Value.None.class::isInstance)) {
            blocks.add(Block.item(2, all + ", and no compute however it is counted"));
        } else if (compute.stream().allMatch(Value.Unknown.class::isInstance)) {
            blocks.add(Block.item(2, all + ", and compute of which nothing is known"));
        } else {
            List.of(Counting.values()).forEach(by -> blocks.add(Block.item(2, line(sheet, by))));
        }
    }

    private String monthly(Sheet.Counted counted) {
        return money(counted.monthly().all()) + " a month, " + Amounts.percent(counted.monthly().assumedShare()) + " assumed";
    }

    private String line(Sheet sheet, Counting by) {
        String compute = switch (sheet.line(by.line()).value()) {
            case Value.Money(var range, var said) -> money(range) + " a month (" + Kebab.of(said.basis()) + ")";
            case Value.None none -> "none";
            case Value.Unknown unknown -> "not known";
        };
        return by.words() + ": compute " + compute + "; in all " + monthly(sheet.counted(by));
    }

    private String money(Range range) {
        return MoneyText.range(range) + " " + bill.currency();
    }

    static void write(Fields out, Report report) {
        report.cost().ifPresentOrElse(costed -> out.object("cost", f -> {
            f.texts("advised", List.copyOf(costed.advised()));
            CostFields.write(f, costed.bill());
        }), () -> out.nothing("cost"));
    }
}
