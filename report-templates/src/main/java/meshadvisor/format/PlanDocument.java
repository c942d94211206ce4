package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.plan.AdoptionPlan.Leg;

/** A plan, for people and programs. */
public final class PlanDocument {

    /** Name of the file format, without its version. */
    public static final String SCHEMA = "meshadvisor/plan";

    /** Version of the file format: the first number changes when a reader must change. */
    public static final String SCHEMA_VERSION = "1.0";

    private PlanDocument() {}

    /** Of a plan. */
    public static Document of(AdoptionPlan plan) {
        return new Document(blocks(plan), fields -> PlanFields.write(fields, plan));
    }

    private static List<Block> blocks(AdoptionPlan plan) {
        List<Block> blocks = new ArrayList<>(PlanSections.overview(plan));
        blocks.addAll(PlanSections.stages(plan.stages()));
        for (Leg leg : plan.legs()) {
            blocks.addAll(PlanSections.leftOut(leg));
            blocks.addAll(PlanSections.order(leg));
            blocks.addAll(PlanSections.charter(leg.charter()));
        }
        plan.stages().forEach(stage -> blocks.addAll(StageSections.of(stage)));
        for (Leg leg : plan.legs()) {
            blocks.addAll(PlanSections.runbook(leg));
            blocks.addAll(PlanSections.conversions(leg));
        }
        return blocks;
    }
}
