package meshadvisor.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.BreakEven;
import meshadvisor.cost.money.Factor;
import meshadvisor.cost.money.Ledger;
import meshadvisor.cost.money.Line;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.money.LineKind.Role;
import meshadvisor.cost.money.LineKind.Timing;
import meshadvisor.cost.money.PriceList;
import meshadvisor.cost.money.Sheet;

/** What each answer costs, for people. */
record CostSections(Bill bill, Costing costing) {

    CostSections(Costing costing) {
        this(costing.bill(), costing);
    }

    /** What stands behind the overview. */
    List<Block> details() {
        List<Block> sheets = new ArrayList<>();
        bill.sheets().stream().filter(s -> costing.sheets().contains(s.option())).forEach(s -> sheets.addAll(sheet(s)));
        List<Block> blocks = new ArrayList<>(Sections.section("What it costs, line by line", "cost-lines", sheets));
        blocks.addAll(Sections.section("What is bound to a mesh already", "ledger", ledger()));
        blocks.addAll(Sections.section("Proxies in pods or on nodes", "break-even", breakEven()));
        blocks.addAll(Sections.section("What the sheets rest on", "cost-inputs", inputs()));
        return blocks;
    }

    /** One row for each answer: for who decides about money. */
    List<Block> overview() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.item(1, "In " + bill.currency() + ", over " + bill.wanted().months() + " months"
                + (bill.wanted().clusters() == 1 ? "" : ", in " + bill.wanted().clusters() + " clusters")
                + ": the middle and, in brackets, from"
                + " 5 % to 95 %. Sums are drawn (Monte Carlo, 2,000 times), not added end to end." + whatIf()));
        blocks.addAll(CostCharts.picture(bill, Set.of()));
        blocks.add(rows(sorted().filter(this::first).toList()));
        List<Sheet> others = sorted().filter(s -> !first(s)).toList();
        if (!others.isEmpty()) {
            blocks.add(Block.item(1, "What answers other needs:"));
            blocks.add(rows(others));
        }
        bill.sheets().stream().filter(Sheet::lacking)
                .forEach(s -> blocks.add(Block.item(1, "* In no sum of " + s.name() + ": " + String.join("; ", s.open()))));
        blocks.add(Block.item(1,
                "Leaving again is in no sum: it is owed only if it comes to that. --sheet shows an answer line by line. Prices: "
                        + bill.prices().lists().stream().map(CostSections::list).collect(Collectors.joining("; ")) + "."));
        return Sections.section("What it costs", "cost", blocks);
    }

    /** Whether it concerns the needs that count here: meshes, what the advice gives, and doing nothing. */
    private boolean first(Sheet sheet) {
        return !sheet.mesh().isEmpty() || sheet.option().equals(Bill.TOGETHER) || sheet.option().equals(Bill.DO_NOTHING)
                || bill.wanted().together().contains(sheet.option());
    }

    private Block rows(List<Sheet> sheets) {
        return new Block.Rows(
                List.of("answer, " + bill.currency(), "once", "a month", bill.wanted().months() + " months", "assumed", "for"),
                sheets.stream().map(this::row).toList());
    }

    private String whatIf() {
        String pods = bill.wanted().replicas() == 1 ? "" : " with " + bill.wanted().replicas() + " times the pods";
        String requests = bill.wanted().requests() == 1 ? "" : " with " + bill.wanted().requests() + " times the traffic";
        return pods.isEmpty() && requests.isEmpty() ? "" : " Supposed:" + pods + requests + ".";
    }

    private Stream<Sheet> sorted() {
        return bill.sheets().stream().sorted(Comparator.comparingDouble(s -> s.horizon().all().likely()));
    }

    private List<String> row(Sheet sheet) {
        return List.of(sheet.name() + (sheet.lacking() ? " *" : ""), MoneyText.range(sheet.once().all()),
                MoneyText.range(sheet.monthly().all()), MoneyText.range(sheet.horizon().all()),
                Amounts.percent(sheet.horizon().assumedShare()) + ", without "
                        + MoneyText.amount(sheet.horizon().withoutAssumed().likely()),
                purpose(sheet));
    }

    private String purpose(Sheet sheet) {
        return switch (sheet.option()) {
            case Bill.TOGETHER -> "all your needs";
            case Bill.DO_NOTHING -> "none";
            default -> sheet.mesh().isEmpty() ? String.join(", ", costing.needs().getOrDefault(sheet.option(), List.of("none")))
                    : "mesh";
        };
    }

    private static String list(PriceList list) {
        String place = list.cloud().isEmpty() ? "what is supposed everywhere" : list.cloud() + " " + list.region();
        return place + " (" + Kebab.of(list.basis()) + ", " + list.date() + ")";
    }

    /** One answer line by line: for who doubts. */
    private List<Block> sheet(Sheet sheet) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Subheading(Tone.STRONG, sheet.name() + ": line by line", "cost-" + sheet.option()));
        blocks.add(
                new Block.Rows(List.of("line", bill.currency(), "says so"), sheet.lines().stream().map(CostSections::line).toList()));
        sheet.lines().forEach(l -> blocks.add(Block.item(1, l.kind().title() + ": " + reasons(l))));
        if (!sheet.widest().isEmpty()) {
            blocks.add(Block.item(1, "What widens the range most: " + sheet.widest().stream()
                    .map(w -> w.what() + " (" + Amounts.percent(w.share()) + " of the spread)").collect(Collectors.joining(", ")) + "."));
        }
        return blocks;
    }

    private static String reasons(Line line) {
        String parts = line.parts().isEmpty() ? "" : String.join("; ", line.parts()) + ". ";
        return switch (line.value()) {
            case Value.Money(var range, var said) -> parts + "Said: " + MoneyText.said(said);
            case Value.None(var because, var source) -> because + " (" + source + ")";
            case Value.Unknown(var why, var remedy) -> why + "; " + remedy;
        };
    }

    private static List<String> line(Line line) {
        String when = line.kind().timing() == Timing.ONCE ? " once" : " a month";
        String title = line.kind().role() == Role.COUNTED ? line.kind().title() : "(" + line.kind().title() + ")";
        return switch (line.value()) {
            case Value.Money(var range, var said) -> List.of(title, MoneyText.range(range) + when, Kebab.of(said.basis()));
            case Value.None none -> List.of(title, "nothing", "see below");
            case Value.Unknown unknown -> List.of(title, "not known", "see below");
        };
    }

    private List<Block> ledger() {
        if (bill.ledger().entries().isEmpty()) {
            return List.of();
        }
        return List.of(new Block.Rows(List.of("resources", "number", "elsewhere", "what takes their place"),
                bill.ledger().entries().stream().map(CostSections::entry).toList()));
    }

    private static List<String> entry(Ledger.Entry entry) {
        return List.of(entry.kind(), String.valueOf(entry.count()), entry.known().elsewhere().name().toLowerCase(Locale.ROOT),
                entry.known().instead() + "; " + MoneyText.range(entry.known().hours()) + " hours each, "
                        + Kebab.of(entry.known().basis()));
    }

    private List<Block> breakEven() {
        return bill.breakEven().stream().map(b -> Block.item(1, breakEven(b))).toList();
    }

    private static String breakEven(BreakEven even) {
        String cpu = even.cpu().isPresent() ? "from " + even.cpu().getAsInt() + " meshed pods a node on by CPU" : "never by CPU";
        String memory = even.memory().isPresent() ? "from " + even.memory().getAsInt() + " on by memory" : "never by memory";
        return even.perNode() + " requests less than " + even.perPod() + " " + cpu + ", " + memory
                + "; below that it reserves more. Published, "
                + even.date() + ": " + even.source() + ".";
    }

    private List<Block> inputs() {
        return List
                .of(new Block.Rows(List.of("what", "how much", "who says so"), bill.inputs().stream().map(CostSections::input).toList()));
    }

    private static List<String> input(Factor factor) {
        return List.of(factor.name(), MoneyText.range(factor.range()), MoneyText.said(factor.said()));
    }
}
