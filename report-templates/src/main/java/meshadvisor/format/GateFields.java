package meshadvisor.format;

import java.util.SortedMap;
import meshadvisor.catalog.Kebab;
import meshadvisor.gate.Bound.Scale;
import meshadvisor.gate.Check;
import meshadvisor.gate.Denomination;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.Piece;
import meshadvisor.gate.Quantity;
import meshadvisor.gate.Reckoning;
import meshadvisor.gate.Waiver;
import meshadvisor.measure.Interval;

/** A gate as named fields: docs/formats/gate-report.schema.json. */
final class GateFields {

    private GateFields() {}

    static void write(Fields out, GateReport report) {
        out.schema(GateReport.SCHEMA, GateReport.SCHEMA_VERSION);
        out.text("budgets", report.file());
        out.text("asOf", report.asOf());
        out.text("strictness", Kebab.of(report.strictness()));
        out.text("result", report.result().word());
        out.object("now", f -> source(f, report.now()));
        if (report.before().name().isEmpty()) {
            out.nothing("before");
        } else {
            out.object("before", f -> source(f, report.before()));
        }
        out.objects("checks", report.checks(), GateFields::check);
        out.objects("expiredWaivers", report.expired(), GateFields::waiver);
        out.objects("idleWaivers", report.idle(), GateFields::waiver);
        out.objects("changes", report.changes(), (f, change) -> {
            f.text("metric", change.metric().id());
            f.textOrNull("unit", change.metric().denomination().word());
            of(f, change.selection().of());
            quantity(f, "before", change.before());
            quantity(f, "now", change.after());
            quantity(f, "by", change.by());
        });
        out.objects("newFindings", report.appeared(), GateFields::piece);
        out.objects("fixedFindings", report.gone(), GateFields::piece);
    }

    private static void source(Fields out, GateReport.Source source) {
        out.text("name", source.name());
        out.texts("incomplete", source.incomplete());
    }

    private static void check(Fields out, Check check) {
        Reckoning reckoning = check.reckoning();
        out.text("budget", check.budget().name());
        out.text("metric", check.budget().metric().id());
        of(out, check.of());
        out.text("level", Kebab.of(check.budget().level()));
        out.text("result", check.result().word());
        out.flag("counts", check.counts());
        check.waived().ifPresentOrElse(w -> out.object("waiver", f -> waiver(f, w)), () -> out.nothing("waiver"));
        out.object("limit", f -> {
            f.text("kind", Kebab.of(check.bound().kind()));
            f.number("value", check.bound().limit());
            f.textOrNull("unit",
                    (check.bound().scale() == Scale.PERCENT ? Denomination.PERCENT : check.budget().metric().denomination()).word());
            span(f, reckoning.limit());
        });
        quantity(out, "now", reckoning.now());
        if (check.bound().kind().change()) {
            quantity(out, "before", reckoning.before());
        } else {
            out.nothing("before");
        }
        quantity(out, "judged", reckoning.judged());
        out.textOrNull("unit", GateWords.unit(check).word());
        out.objects("pieces", reckoning.pieces(), GateFields::piece);
        out.objects("missing", reckoning.gaps(), FindingFields::gap);
        out.object("location", f -> f.place(check.budget().place()));
    }

    private static void of(Fields out, SortedMap<String, String> labels) {
        out.object("of", f -> labels.forEach(f::text));
    }

    private static void waiver(Fields out, Waiver waiver) {
        out.text("budget", waiver.budget());
        of(out, waiver.of());
        out.text("owner", waiver.owner());
        out.text("reason", waiver.reason());
        out.text("until", waiver.until());
        out.object("location", f -> f.place(waiver.place()));
    }

    private static void piece(Fields out, Piece piece) {
        out.text("id", piece.id());
        of(out, piece.labels());
        quantity(out, "quantity", piece.quantity());
        out.text("ground", GateWords.ground(piece.ground()));
        out.text("says", piece.says());
        out.object("location", f -> f.place(piece.place()));
    }

    /** A number that is not known is null, and so is an end that has no bound. */
    private static void quantity(Fields out, String name, Quantity quantity) {
        out.object(name, f -> {
            if (quantity.unknown()) {
                f.nothing("seen");
            } else {
                f.number("seen", quantity.seen());
            }
            span(f, quantity.span());
        });
    }

    private static void span(Fields out, Interval span) {
        end(out, "low", span.low());
        end(out, "high", span.high());
    }

    private static void end(Fields out, String name, double value) {
        if (Double.isInfinite(value)) {
            out.nothing(name);
        } else {
            out.number(name, value);
        }
    }
}
