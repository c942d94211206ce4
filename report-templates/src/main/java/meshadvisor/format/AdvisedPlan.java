package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.Stage;
import meshadvisor.report.Report;

/** The plan of what is advised, as a part of the report. */
final class AdvisedPlan {

    /** A goal that names a hundred services has no place in an overview; the stage has all of it. */
    private static final int LONG = 220;

    private AdvisedPlan() {}

    /** Stages with their goals and work, narrow enough for a terminal. */
    static List<Block> brief(Report report) {
        return report.plan().map(plan -> section(report, plan, new Block.Rows(List.of("Stage", "Goal"), plan.stages().stream()
                .map(s -> List.of(s.folder(), goal(s) + " Work: " + PlanWords.work(s) + ". Decides: " + s.decides() + ".")).toList()),
                Stream.of()))
                .orElse(List.of());
    }

    /** Likewise, with all that a terminal leaves out folded away. */
    static List<Block> whole(Report report) {
        return report.plan().map(plan -> Stream.concat(brief(report).stream(),
                Stream.concat(folded(plan), new BuildupSections(report.buildup()).folded().stream())).toList()).orElse(List.of());
    }

    /** Likewise, for a page, which has room for more columns. */
    static List<Block> of(Report report) {
        return report.plan().map(plan -> section(report, plan,
                new Block.Rows(List.of("Stage", "Goal", "Work", "Back in", "Who decides"),
                        plan.stages().stream().map(s -> List.of(s.folder(),
                                goal(s), PlanWords.work(s), PlanWords.range(s.rollback().minutes(), "min"), s.decides())).toList()),
                folded(plan)))
                .orElse(List.of());
    }

    private static String goal(Stage stage) {
        return Wrap.clip(stage.goal(), LONG);
    }

    private static List<Block> section(Report report, AdoptionPlan plan, Block.Rows overview, Stream<Block> folded) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.item(1, PlanWords.sentence(plan)));
        plan.legs().forEach(
                leg -> blocks.add(Block.item(1, (plan.legs().size() == 1 ? "Why" : Words.capital(PlanWords.way(leg))) + ": " + leg.why())));
        blocks.add(Block.item(1, "Work: " + PlanSections.work(plan)));
        blocks.add(overview);
        plan.legs().forEach(leg -> blocks.addAll(PlanSections.leftOut(leg)));
        plan.premises().forEach(p -> blocks.add(Block.item(1, p)));
        blocks.add(Block.item(1, "As a folder with manifests, budgets and a page for each stage; --peak and --surge say what the load test"
                + " must bear, and the other options of this run hold for it, too:"));
        blocks.add(new Block.Verbatim("meshadvisor plan " + Commands.system(report) + Commands.needs(report) + " --into plan"));
        folded.forEach(blocks::add);
        return Sections.section("The plan, stage by stage", "plan", blocks);
    }

    /** All of it but the overview, in the order in which it is needed. */
    private static Stream<Block> folded(AdoptionPlan plan) {
        return Bounded.of(Stream.of(legs(plan, PlanSections::order), legs(plan, leg -> PlanSections.charter(leg.charter())),
                plan.stages().stream().flatMap(stage -> StageSections.of(stage).stream()), legs(plan, PlanSections::runbook),
                legs(plan, PlanSections::conversions)).flatMap(blocks -> blocks).map(AdvisedPlan::fold).toList()).stream();
    }

    private static Stream<Block> legs(AdoptionPlan plan, Function<Leg, List<Block>> blocks) {
        return plan.legs().stream().flatMap(leg -> blocks.apply(leg).stream());
    }

    private static Block fold(Block block) {
        return block instanceof Block.Heading(var text, var anchor) ? new Block.Fold(text, anchor) : block;
    }
}
