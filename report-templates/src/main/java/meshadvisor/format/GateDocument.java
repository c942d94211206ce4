package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.gate.Denomination;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.GateReport.Change;
import meshadvisor.gate.Piece;
import meshadvisor.gate.Waiver;
import meshadvisor.model.Gap;

/** A gate for people and programs. */
final class GateDocument {

    private static final int FEW = 20;

    private final GateReport report;
    private final List<Block> blocks = new ArrayList<>();

    private GateDocument(GateReport report) {
        this.report = report;
    }

    static Document of(GateReport report, GateDetail detail) {
        GateDocument document = new GateDocument(report);
        document.first();
        document.checks();
        document.missing();
        document.waivers();
        document.changes();
        if (detail == GateDetail.ARITHMETIC) {
            document.blocks.addAll(GateArithmetic.of(report));
        }
        return new Document(document.blocks, fields -> GateFields.write(fields, report));
    }

    private void first() {
        blocks.add(new Block.Title("Gate", GateWords.sentence(report)));
        labelled("Outside", report.checks().stream().filter(c -> c.failed() && c.counts()).map(c -> GateWords.check(report, c)).toList());
        labelled("Not known", report.checks().stream().filter(c -> !c.failed() && !c.passed() && c.counts())
                .map(c -> GateWords.check(report, c)).toList());
        labelled("Warning",
                report.checks().stream().filter(c -> !c.passed() && c.waived().isEmpty() && !c.counts())
                        .map(c -> GateWords.check(report, c))
                        .toList());
        labelled("Not read", Stream.concat(report.now().incomplete().stream(), report.before().incomplete().stream()).distinct().toList());
        String judged = report.now().name().isEmpty() ? "nothing" : report.now().name();
        labelled("Judged", List.of(judged + ", as of " + report.asOf()
                + (report.before().name().isEmpty() ? "" : ", against " + report.before().name()) + ", by " + report.file()));
    }

    private void labelled(String label, List<String> texts) {
        if (!texts.isEmpty()) {
            List<String> shown = new ArrayList<>();
            Fold.each(texts, FEW, shown::add, shown::add);
            blocks.add(new Block.Labelled(label, shown));
        }
    }

    private void checks() {
        List<Block> items =
                report.checks().stream().map(c -> Block.item(1, GateWords.result(c) + ": " + GateWords.check(report, c))).toList();
        blocks.addAll(Sections.section("Budgets", "budgets", items));
    }

    private void missing() {
        List<Gap> gaps = report.checks().stream().filter(c -> !c.passed() && !c.failed()).flatMap(c -> c.reckoning().gaps().stream())
                .distinct().sorted().toList();
        List<Block> items = new ArrayList<>();
        Fold.each(gaps, FEW, g -> items.add(Block.item(1, g.what() + ": " + Words.small(g.why()).replaceAll("\\.$", "") + ". To settle it: "
                + g.remedy())), more -> items.add(Block.item(1, more)));
        blocks.addAll(Sections.section("What would settle it", "missing", items));
    }

    private void waivers() {
        List<Block> items = new ArrayList<>();
        report.checks()
                .forEach(c -> c.waived().ifPresent(w -> items.add(item(GateWords.check(report, c) + "; " + GateWords.waiver(w), w))));
        report.expired().forEach(w -> items.add(item("The waiver of " + w.budget() + " by " + w.owner() + " expired on " + w.until()
                + " and does not count: " + w.reason(), w)));
        report.idle().forEach(w -> items.add(item("The waiver of " + w.budget() + " by " + w.owner() + " until " + w.until()
                + " waives nothing: remove it", w)));
        blocks.addAll(Sections.section("Waivers", "waivers", items));
    }

    private static Block item(String text, Waiver waiver) {
        return new Block.Item(1, text, waiver.place().toString());
    }

    private void changes() {
        List<Block> items = report.changes().stream().map(c -> Block.item(1, change(c))).toList();
        if (!report.before().name().isEmpty()) {
            blocks.addAll(Sections.section("Changes", "changes",
                    items.isEmpty() ? List.of(Block.item(1, "Nothing that budgets count has changed.")) : items));
        }
        findings("New findings", "new", report.appeared());
        findings("Findings that are gone", "fixed", report.gone());
    }

    private static String change(Change change) {
        String of = change.selection().words();
        Denomination unit = change.metric().denomination();
        String by = (change.by().seen() > 0 && !change.by().unknown() ? "+" : "") + GateWords.quantity(change.by(), unit);
        return change.metric().title() + (of.isEmpty() ? "" : ", " + of) + ": from " + GateWords.quantity(change.before(), unit) + " to "
                + GateWords.quantity(change.after(), unit) + ", by " + by;
    }

    private void findings(String heading, String anchor, List<Piece> pieces) {
        List<Block> items = new ArrayList<>();
        Fold.each(pieces, FEW, p -> items.add(new Block.Item(1, severity(p.labels()) + p.says(), p.place().toString())),
                more -> items.add(Block.item(1, more)));
        blocks.addAll(Sections.section(heading, anchor, items));
    }

    private static String severity(Map<String, String> labels) {
        return labels.getOrDefault("severity", "") + ": ";
    }
}
