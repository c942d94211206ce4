package meshadvisor.format;

import java.util.List;
import java.util.function.Function;
import meshadvisor.report.Changes;
import meshadvisor.report.Changes.Cause;
import meshadvisor.report.Saved;
import meshadvisor.report.Saved.Found;

/** What changed as named fields. The names are a contract: docs/formats/report-changes.schema.json. */
final class ChangesFields {

    /** Name of the file format, without its version. */
    static final String SCHEMA = "meshadvisor/report-changes";

    private static final String VERSION = "1.1";

    private ChangesFields() {}

    static void write(Fields out, Changes changes) {
        out.schema(SCHEMA, VERSION);
        out.object("before", f -> side(f, changes.before()));
        out.object("after", f -> side(f, changes.after()));
        out.flag("anotherVerdict", changes.anotherVerdict());
        out.objects("causes", changes.causes(), ChangesFields::cause);
        out.objects("needs", changes.needs(), (f, need) -> {
            f.text("id", need.after().id());
            f.object("before", g -> need(g, need.before()));
            f.object("after", g -> need(g, need.after()));
        });
        out.object("findings", f -> {
            f.objects("new", changes.fresh(), ChangesFields::found);
            f.objects("solved", changes.solved(), ChangesFields::found);
            f.objects("changed", changes.altered(), (g, each) -> {
                g.object("before", h -> found(h, each.before()));
                g.object("after", h -> found(h, each.after()));
            });
            f.number("stayed", changes.stayed());
        });
        out.objects("figures", changes.figures(), (f, figure) -> {
            f.text("what", figure.after().what());
            f.text("unit", figure.after().unit());
            f.text("basis", figure.after().basis());
            f.object("before", g -> Amounts.range(g, figure.before().range()));
            f.object("after", g -> Amounts.range(g, figure.after().range()));
            f.flag("apart", figure.apart());
        });
        out.object("services", f -> lists(f, changes, Saved::services));
        out.object("gaps", f -> lists(f, changes, Saved::gaps));
    }

    private static void lists(Fields out, Changes changes, Function<Saved, List<String>> of) {
        out.texts("new", changes.more(of));
        out.texts("gone", changes.fewer(of));
    }

    private static void side(Fields out, Saved saved) {
        out.text("asOf", saved.asOf());
        out.text("outcome", saved.verdict().outcome());
        out.textOrNull("mesh", saved.verdict().mesh());
        out.text("confidence", saved.verdict().confidence());
        out.number("applicationServices", saved.services().size());
        out.number("coveragePercent", saved.coveragePercent());
    }

    private static void need(Fields out, Saved.Need need) {
        out.text("stated", need.stated());
        out.text("observed", need.observed());
        out.text("answer", need.answer());
    }

    private static void found(Fields out, Found found) {
        out.text("code", found.code());
        out.text("rule", found.rule());
        out.text("severity", found.severity());
        out.text("applies", found.applies());
        out.text("object", found.object());
    }

    private static void cause(Fields out, Cause cause) {
        switch (cause) {
            case Cause.Foretold(var fact, var to) -> change(out, "foretold", fact, "", to);
            case Cause.Stated(var before, var after) -> change(out, "stated", after.id(), before.stated(), after.stated());
            case Cause.Observed(var before, var after) -> change(out, "observed", after.id(), before.observed(), after.observed());
            case Cause.Answered(var before, var after) -> change(out, "answered", after.id(), before.answer(), after.answer());
            case Cause.Counted(var before, var after) -> change(out, "counted", "application-services", Integer.toString(before),
                    Integer.toString(after));
            case Cause.Meshes(var before, var after) ->
                    change(out, "meshes", "meshes", String.join(", ", before), String.join(", ", after));
            case Cause.Limited(var id, var before, var after) -> change(out, "limited", id, before, after);
        }
    }

    private static void change(Fields out, String kind, String of, String from, String to) {
        out.text("kind", kind);
        out.text("of", of);
        out.textOrNull("from", from);
        out.textOrNull("to", to);
    }
}
