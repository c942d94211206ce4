package meshadvisor.format;

import java.util.List;
import meshadvisor.catalog.Kebab;
import meshadvisor.plan.Action;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.PlanFile;
import meshadvisor.plan.Stage;
import meshadvisor.plan.Target;

/** A plan for programs. */
final class PlanFields {

    private PlanFields() {}

    static void write(Fields fields, AdoptionPlan plan) {
        fields.schema(PlanDocument.SCHEMA, PlanDocument.SCHEMA_VERSION);
        fields.text("asOf", plan.asOf());
        plan(fields, plan);
    }

    /** What it says, without which format it is in and of which day. */
    static void plan(Fields fields, AdoptionPlan plan) {
        fields.texts("premises", plan.premises());
        fields.objects("ways", plan.legs(), PlanFields::leg);
    }

    private static void leg(Fields fields, Leg leg) {
        fields.text("path", leg.path().of());
        fields.text("journey", Kebab.of(leg.journey()));
        fields.text("why", leg.why());
        fields.objects("order", leg.waves(), (f, wave) -> f.objects("wave", wave, PlanFields::target));
        fields.object("charter", f -> {
            f.textOrNull("hypothesis", leg.charter().hypothesis());
            f.textOrNull("ends", leg.charter().ends());
            f.texts("open", leg.charter().open());
            f.tree("success", leg.charter().success());
            f.tree("kill", leg.charter().kill());
        });
        fields.objects("stages", leg.stages(), PlanFields::stage);
        fields.texts("leftOut", leg.leftOut());
        fields.object("breakGlass", f -> {
            f.textOrNull("needs", leg.runbook().needs());
            f.textOrNull("lost", leg.runbook().lost());
            actions(f, "steps", leg.runbook().steps());
        });
        fields.objects("conversions", leg.conversions(), (f, c) -> {
            f.text("object", c.object());
            f.place(c.place());
            f.textOrNull("becomes", c.becomes());
            f.textOrNull("lost", c.lost());
            f.tree("written", c.written());
            f.objects("remarks", c.remarks(), (g, r) -> {
                g.text("fate", r.fate().word());
                g.textOrNull("field", r.field());
                g.place(r.place());
                g.text("says", r.says());
            });
        });
        fields.texts("versions", leg.path().versions());
    }

    private static void target(Fields fields, Target target) {
        fields.text("name", target.name());
        fields.texts("namespaces", target.namespaces());
        fields.number("score", target.score());
        fields.number("risk", target.risk());
        fields.number("benefit", target.benefit());
        fields.objects("reasons", target.reasons(), (f, r) -> {
            f.text("trait", Kebab.of(r.weight().trait()));
            f.number("count", r.count());
            f.number("points", r.points());
        });
    }

    private static void stage(Fields fields, Stage stage) {
        fields.text("folder", stage.folder());
        fields.text("title", stage.title());
        fields.text("goal", stage.goal());
        fields.texts("targets", stage.targets());
        actions(fields, "entry", stage.entry());
        actions(fields, "steps", stage.steps());
        fields.texts("breaks", stage.breaks());
        actions(fields, "checks", stage.checks());
        fields.tree("exit", stage.exit());
        fields.texts("gate", stage.gate());
        fields.object("rollback", f -> {
            actions(f, "steps", stage.rollback().steps());
            f.object("minutes", m -> Amounts.range(m, stage.rollback().minutes()));
            f.text("basis", stage.rollback().basis());
        });
        fields.text("blast", stage.blast());
        fields.text("decides", stage.decides());
        fields.object("work", f -> {
            f.object("hours", h -> Amounts.range(h, stage.effort().hours()));
            f.text("basis", stage.effort().basis());
        });
        fields.objects("alerts", stage.alerts(), PlanFields::alert);
        fields.objects("files", stage.files(), PlanFields::file);
        fields.text("source", stage.source());
    }

    private static void alert(Fields fields, Stage.Alert alert) {
        fields.text("name", alert.name());
        fields.text("severity", alert.severity());
        fields.text("says", alert.says());
        fields.text("runbook", alert.runbook());
        fields.text("source", alert.source());
    }

    private static void file(Fields fields, PlanFile file) {
        fields.text("name", file.name());
        fields.text("kind", Kebab.of(file.kind()));
        fields.tree("documents", file.documents());
    }

    private static void actions(Fields fields, String name, List<Action> actions) {
        fields.objects(name, actions, (f, action) -> {
            f.text("says", action.says());
            f.tree("commands", action.commands());
            f.textOrNull("expect", action.expect());
            f.textOrNull("file", action.file());
            f.textOrNull("doubt", action.doubt());
            f.texts("leftOut", action.leftOut());
        });
    }
}
