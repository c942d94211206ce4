package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import meshadvisor.report.Changes;
import meshadvisor.report.Changes.Cause;
import meshadvisor.report.Changes.OfFigure;
import meshadvisor.report.Saved;
import meshadvisor.report.Saved.Found;

/** What changed from one saved report to another, and why, for people and programs. */
public final class ChangesDocument {

    private static final int FEW = 8;

    private final Changes changes;
    private final List<Block> blocks = new ArrayList<>();

    private ChangesDocument(Changes changes) {
        this.changes = changes;
    }

    /** Of what changed. */
    public static Document of(Changes changes) {
        ChangesDocument document = new ChangesDocument(changes);
        document.all();
        return new Document(document.blocks, fields -> ChangesFields.write(fields, changes));
    }

    private void all() {
        blocks.add(new Block.Title("What changed", sentence()));
        labelled("Why", changes.causes().stream().map(ChangesDocument::cause).toList());
        if (changes.anotherVerdict() && changes.causes().isEmpty()) {
            labelled("Why", List.of("nothing in the two reports explains it; the program that made one of them may know something else"));
        }
        blocks.add(new Block.Labelled("Findings", List.of(changes.fresh().size() + " new, " + changes.solved().size() + " solved, "
                + changes.altered().size() + " changed, " + changes.stayed() + " as before")));
        blocks.add(new Block.Labelled("Figures", List.of(figures())));
        blocks.add(new Block.Labelled("From", List.of(side(changes.before()))));
        blocks.add(new Block.Labelled("To", List.of(side(changes.after()))));
        needs();
        found("New findings", "new", changes.fresh());
        found("Solved findings", "solved", changes.solved());
        altered();
        moved();
        sides("Application services", "services", Saved::services);
        sides("Not seen", "gaps", Saved::gaps);
    }

    private String sentence() {
        Saved.Verdict before = changes.before().verdict();
        Saved.Verdict after = changes.after().verdict();
        if (changes.anotherVerdict()) {
            return "The verdict is " + outcome(after) + "; it was " + outcome(before) + ".";
        }
        String confidence = before.confidence().equals(after.confidence()) ? ""
                : ", with confidence " + after.confidence() + " instead of " + before.confidence();
        return "The verdict is " + outcome(after) + " as before" + confidence + (changes.none() ? "; nothing else changed, either." : ".");
    }

    private static String outcome(Saved.Verdict verdict) {
        return verdict.outcome().toLowerCase(Locale.ROOT).replace('_', ' ') + (verdict.mesh().isEmpty() ? "" : " " + verdict.mesh());
    }

    private static String side(Saved report) {
        return "as of " + report.asOf() + ", " + Words.count(report.services().size(), "application service", "application services") + ", "
                + report.coveragePercent() + " % of the input understood";
    }

    private String figures() {
        long apart = changes.figures().stream().filter(OfFigure::apart).count();
        return changes.figures().isEmpty() ? "none that both have changed"
                : apart + " of " + changes.figures().size() + " changed by more than is not known of them";
    }

    private void labelled(String label, List<String> texts) {
        if (!texts.isEmpty()) {
            List<String> shown = new ArrayList<>();
            Fold.each(texts, FEW, shown::add, shown::add);
            blocks.add(new Block.Labelled(label, shown));
        }
    }

    private static String cause(Cause cause) {
        return switch (cause) {
            case Cause.Foretold(var fact, var to) -> "the earlier report foretold it: it would be so if " + fact + " were " + to;
            case Cause.Stated(var before, var after) -> "\"" + after.title() + "\" is stated as " + after.stated() + ", and was as "
                    + before.stated();
            case Cause.Observed(var before, var after) -> "\"" + after.title() + "\" is observed as " + after.observed() + ", and was as "
                    + before.observed();
            case Cause.Answered(var before, var after) -> "the answer to \"" + after.title() + "\" is " + after.answer() + ", and was "
                    + before.answer() + ": " + after.because();
            case Cause.Counted(var before, var after) ->
                    Words.count(after, "application service", "application services") + ", and there were "
                            + before;
            case Cause.Meshes(var before, var after) -> "meshes seen: " + listed(after) + "; they were: " + listed(before);
            case Cause.Limited(var id, var before, var after) -> "the limit " + id + " is " + after + ", and was " + before;
        };
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }

    private void needs() {
        List<List<String>> rows = changes.needs().stream().map(need -> List.of(need.after().id(),
                arrow(need.before().stated(), need.after().stated()), arrow(need.before().observed(), need.after().observed()),
                arrow(need.before().answer(), need.after().answer()))).toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading("Needs", "needs"));
            blocks.add(new Block.Rows(List.of("Need", "Stated", "Observed", "Answer"), rows));
        }
    }

    private static String arrow(String before, String after) {
        return before.equals(after) ? after : before + " → " + after;
    }

    private void found(String title, String anchor, List<Found> found) {
        if (!found.isEmpty()) {
            blocks.add(new Block.Heading(title + ": " + found.size(), anchor));
            blocks.add(new Block.Rows(List.of("Severity", "Rule", "Applies", "Object"), found.stream().map(each -> List.of(each.severity(),
                    each.code() + " " + each.rule(), each.applies(), each.object().isEmpty() ? "-" : each.object())).toList()));
        }
    }

    private void altered() {
        List<List<String>> rows = changes.altered().stream().map(each -> List.of(each.after().code() + " " + each.after().rule(),
                arrow(each.before().severity(), each.after().severity()), arrow(each.before().applies(), each.after().applies()),
                each.after().object().isEmpty() ? "-" : each.after().object())).toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Heading("Changed findings: " + rows.size(), "altered"));
            blocks.add(new Block.Rows(List.of("Rule", "Severity", "Applies", "Object"), rows));
        }
    }

    private void moved() {
        if (!changes.figures().isEmpty()) {
            blocks.add(new Block.Heading("Figures", "figures"));
            blocks.add(new Block.Rows(List.of("Figure", "Before", "After", "Unit", "Basis", "Result"), changes.figures().stream()
                    .map(each -> List.of(each.after().what(), Amounts.range(each.before().range()), Amounts.range(each.after().range()),
                            each.after().unit(), arrow(each.before().basis(), each.after().basis()),
                            each.apart() ? "changed" : "may be the same"))
                    .toList()));
            blocks.add(
                    Block.item(1, "\"Changed\" are ranges that have nothing in common. Where they have, the difference is smaller than what"
                            + " is not known, and nothing follows from it."));
        }
    }

    private void sides(String title, String anchor, Function<Saved, List<String>> of) {
        List<Block> items = Stream.concat(changes.more(of).stream().map(each -> Block.item(1, "New: " + each)),
                changes.fewer(of).stream().map(each -> Block.item(1, "Gone: " + each))).toList();
        blocks.addAll(Sections.section(title, anchor, items));
    }
}
