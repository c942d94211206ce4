package meshadvisor.format;

import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.BreakEven;
import meshadvisor.cost.money.Budget;
import meshadvisor.cost.money.Factor;
import meshadvisor.cost.money.Ledger;
import meshadvisor.cost.money.Line;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.money.PriceList;
import meshadvisor.cost.money.Sheet;
import meshadvisor.cost.money.Total;
import meshadvisor.model.Measured;

/** What each answer costs, as named fields. */
final class CostFields {

    private CostFields() {}

    static void write(Fields out, Bill bill) {
        out.text("currency", bill.currency());
        out.number("months", bill.wanted().months());
        out.number("clusters", bill.wanted().clusters());
        out.object("supposed", f -> {
            f.number("replicas", bill.wanted().replicas());
            f.number("requests", bill.wanted().requests());
        });
        out.objects("prices", bill.prices().lists(), CostFields::list);
        out.objects("inputs", bill.inputs(), CostFields::input);
        out.objects("sheets", bill.sheets(), CostFields::sheet);
        out.objects("breakEven", bill.breakEven(), CostFields::breakEven);
        out.objects("ledger", bill.ledger().entries(), CostFields::entry);
        out.objects("objectives", bill.budgets(), CostFields::budget);
    }

    private static void list(Fields out, PriceList list) {
        out.textOrNull("cloud", list.cloud());
        out.textOrNull("region", list.region());
        out.text("currency", list.currency());
        out.text("basis", Kebab.of(list.basis()));
        out.text("source", list.source());
        out.text("date", list.date());
    }

    private static void input(Fields out, Factor factor) {
        out.text("what", factor.name());
        Amounts.range(out, factor.range());
        said(out, factor.said());
    }

    private static void sheet(Fields out, Sheet sheet) {
        out.text("answer", sheet.option());
        out.text("name", sheet.name());
        out.textOrNull("mesh", sheet.mesh());
        out.objects("lines", sheet.lines(), CostFields::line);
        out.object("once", f -> total(f, sheet.once()));
        out.object("monthly", f -> total(f, sheet.monthly()));
        out.object("horizon", f -> total(f, sheet.horizon()));
        out.objects("counted", sheet.counted(), (f, counted) -> {
            f.text("by", Kebab.of(counted.by()));
            f.object("monthly", g -> total(g, counted.monthly()));
            f.object("horizon", g -> total(g, counted.horizon()));
        });
        sheet.nodes().stream().findFirst().ifPresentOrElse(nodes -> Amounts.write(out, "nodes", nodes), () -> out.nothing("nodes"));
        out.objects("widest", sheet.widest(), (f, w) -> {
            f.text("what", w.what());
            f.number("share", w.share());
        });
        out.texts("open", sheet.open());
    }

    private static void line(Fields out, Line line) {
        out.text("line", Kebab.of(line.kind()));
        out.text("paid", Kebab.of(line.kind().timing()));
        out.text("role", Kebab.of(line.kind().role()));
        switch (line.value()) {
            case Value.Money(var range, var said) -> {
                out.object("amount", f -> Amounts.range(f, range));
                out.object("said", f -> said(f, said));
                out.nothing("because");
            }
            case Value.None(var because, var source) -> {
                out.object("amount", f -> Amounts.range(f, Range.exactly(0)));
                out.nothing("said");
                out.text("because", because + " (" + source + ")");
            }
            case Value.Unknown(var why, var remedy) -> {
                out.nothing("amount");
                out.nothing("said");
                out.text("because", why + "; " + remedy);
            }
        }
        out.texts("parts", line.parts());
    }

    private static void total(Fields out, Total total) {
        out.object("all", f -> Amounts.range(f, total.all()));
        out.object("withoutAssumed", f -> Amounts.range(f, total.withoutAssumed()));
        out.number("assumedShare", total.assumedShare());
    }

    private static void breakEven(Fields out, BreakEven even) {
        out.text("mesh", even.mesh());
        out.text("perPod", even.perPod());
        out.text("perNode", even.perNode());
        out.numberOrNull("podsByCpu", even.cpu());
        out.numberOrNull("podsByMemory", even.memory());
        out.text("source", even.source());
        out.text("date", even.date());
    }

    private static void entry(Fields out, Ledger.Entry entry) {
        out.text("resources", entry.kind());
        out.number("number", entry.count());
        out.text("elsewhere", Kebab.of(entry.known().elsewhere()));
        out.text("instead", entry.known().instead());
        out.object("hoursEach", f -> Amounts.range(f, entry.known().hours()));
        out.text("basis", Kebab.of(entry.known().basis()));
    }

    private static void budget(Fields out, Budget budget) {
        out.text("service", budget.objective().service());
        out.number("quantile", budget.objective().quantile());
        out.number("limitMillis", budget.objective().limitMillis());
        out.texts("chain", budget.chain());
        measured(out, "nowMillis", budget.now());
        out.objects("variants", budget.shares(), (f, share) -> {
            f.text("variant", share.variant());
            f.text("name", share.name());
            f.object("addedMillis", g -> Amounts.range(g, share.added()));
            f.object("shareOfLimit", g -> Amounts.range(g, share.ofLimit()));
            measured(f, "chanceThatItHolds", share.holds());
        });
    }

    private static void measured(Fields out, String name, Measured measured) {
        switch (measured) {
            case Measured.Value(double value) -> out.number(name, value);
            case Measured.Missing missing -> out.nothing(name);
        }
    }

    private static void said(Fields out, Said said) {
        out.text("basis", Kebab.of(said.basis()));
        out.text("source", said.source());
        out.textOrNull("date", said.date());
        out.textOrNull("conditions", said.conditions());
        out.texts("inputs", said.inputs());
    }
}
