package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.plan.AdoptionPlan;
import meshadvisor.plan.AdoptionPlan.Charter;
import meshadvisor.plan.AdoptionPlan.Conversion;
import meshadvisor.plan.AdoptionPlan.Leg;
import meshadvisor.plan.AdoptionPlan.Runbook;
import meshadvisor.plan.Stage;
import meshadvisor.plan.Target;
import meshadvisor.plan.book.Journey;

/** Sections of a plan but its stages. */
final class PlanSections {

    private static final int REASONS = 5;

    private PlanSections() {}

    static List<Block> overview(AdoptionPlan plan) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Title("Plan", PlanWords.sentence(plan)));
        blocks.add(new Block.Labelled("Why", plan.legs().stream().map(l -> PlanWords.way(l) + ": " + l.why()).toList()));
        List<String> first = plan.legs().stream().filter(PlanSections::moves).map(l -> PlanWords.way(l) + ": " + PlanWords.first(l))
                .toList();
        if (!first.isEmpty()) {
            blocks.add(new Block.Labelled("First", first));
        }
        blocks.add(new Block.Labelled("Work", List.of(work(plan))));
        if (!plan.premises().isEmpty()) {
            blocks.add(new Block.Heading("What this plan supposes", "plan-premises"));
            plan.premises().forEach(p -> blocks.add(Block.item(1, p)));
        }
        return blocks;
    }

    static String work(AdoptionPlan plan) {
        return PlanWords.hours(plan.stages()).high() == 0 ? "no stage has hours in the cost sheet"
                : PlanWords.range(PlanWords.hours(plan.stages()), "hours of people") + ", assumed; the cost sheet shared out among stages";
    }

    static List<Block> leftOut(Leg leg) {
        List<Block> blocks = new ArrayList<>();
        leg.leftOut().forEach(l -> blocks.add(Block.item(1, "Left out: " + l)));
        return blocks;
    }

    static List<Block> stages(List<Stage> stages) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Stages", "plan-stages"));
        blocks.add(new Block.Rows(List.of("Stage", "What", "Who", "Work", "Back in", "Who decides"),
                stages.stream()
                        .map(s -> List.of(s.folder(), s.title(), s.targets().isEmpty() ? "the system" : String.join(", ", s.targets()),
                                PlanWords.work(s), PlanWords.range(s.rollback().minutes(), "min"), s.decides()))
                        .toList()));
        return blocks;
    }

    /** Who keeps what is there moves nothing. */
    private static boolean moves(Leg leg) {
        return !leg.waves().isEmpty() && leg.journey() != Journey.KEEP;
    }

    static List<Block> order(Leg leg) {
        if (!moves(leg)) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Order, and why: " + PlanWords.way(leg), "plan-order-" + leg.path().of()));
        List<List<String>> rows = new ArrayList<>();
        for (int wave = 0; wave < leg.waves().size(); wave++) {
            for (Target target : leg.waves().get(wave)) {
                rows.add(List.of(String.valueOf(wave + 1), target.name(), PlanWords.points(target.score()),
                        PlanWords.points(-target.risk()), PlanWords.points(target.benefit()), reasons(target)));
            }
        }
        blocks.add(new Block.Rows(List.of("Wave", "What", "Score", "Risk", "Benefit", "Why"), rows));
        blocks.add(Block.item(1,
                "The score is benefit less risk, in points, of each as if it moved alone. What a trait is worth is assumed (rules/catalog/plans/score.yaml); "
                        + "what was counted comes from findings, manifests and the call graph. " + sorted(leg)));
        return blocks;
    }

    /** What decided the order, as it is here. */
    private static String sorted(Leg leg) {
        List<Double> scores = leg.waves().stream().flatMap(List::stream).map(Target::score).toList();
        boolean falling = IntStream.range(1, scores.size()).allMatch(i -> scores.get(i - 1) >= scores.get(i));
        boolean ties = scores.stream().distinct().count() < scores.size();
        if (ties && scores.stream().distinct().count() == 1) {
            return "All scores are the same, so the alphabet decides.";
        }
        return (falling ? "The highest score goes first"
                : "Two of which one calls the other go first, those that have the most points together; after them the highest score")
                + (ties ? "; where scores are the same, the alphabet decides." : ".");
    }

    private static String reasons(Target target) {
        String some = target.reasons().stream().limit(REASONS).map(PlanWords::reason).collect(Collectors.joining("; "));
        int more = target.reasons().size() - REASONS;
        return some.isEmpty() ? "nothing speaks for or against it" : some + (more > 0 ? "; and " + more + " more" : "");
    }

    static List<Block> charter(Charter charter) {
        if (charter.hypothesis().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Pilot charter", "plan-charter"));
        blocks.add(Block.item(1, "Hypothesis: " + charter.hypothesis()));
        blocks.add(Block.item(1, charter.ends().isEmpty() ? "It ends on a day that people set: nothing says as of which day this is."
                : "It ends on " + charter.ends() + " at the latest (assumed; people may set another day)."));
        charter.open().forEach(open -> blocks.add(Block.item(1, "To be filled in: " + open)));
        budgets("It has succeeded when all of this holds (" + charter.folder() + "/success.yaml):", charter.success(), blocks);
        budgets("It is ended, and taken back, when any of this is exceeded (" + charter.folder() + "/kill.yaml):", charter.kill(), blocks);
        return blocks;
    }

    static void budgets(String says, List<Object> budgets, List<Block> blocks) {
        if (!budgets.isEmpty()) {
            blocks.add(Block.item(1, says));
            blocks.add(new Block.Verbatim(TreeYaml.text(List.of(Map.of("budgets", budgets)))));
        }
    }

    static List<Block> runbook(Leg leg) {
        Runbook runbook = leg.runbook();
        if (runbook.steps().isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Break glass: " + leg.path().title(), "plan-break-glass-" + leg.path().of()));
        blocks.add(Block.item(1, "Needs: " + runbook.needs()));
        blocks.add(Block.item(1, "Lost afterwards: " + runbook.lost()));
        blocks.addAll(StageSections.numbered(runbook.steps()));
        return blocks;
    }

    private static void remarks(Leg leg, Conversion conversion, List<Block> blocks) {
        blocks.add(
                new Block.Subheading(Tone.STRONG, conversion.object(), "plan-conversions-" + leg.path().of() + "-" + conversion.object()));
        conversion.remarks().forEach(r -> blocks.add(new Block.Item(1,
                r.fate().word() + ": " + (r.field().isEmpty() ? "" : r.field() + ": ") + r.says(), r.place().toString())));
    }

    static List<Block> conversions(Leg leg) {
        List<Block> blocks = new ArrayList<>();
        if (!leg.conversions().isEmpty()) {
            blocks.add(new Block.Heading("What becomes of the configuration that is there", "plan-conversions-" + leg.path().of()));
            blocks.add(new Block.Rows(List.of("Object", "Where", "Becomes", "Written", "May have no equivalent"), leg.conversions().stream()
                    .map((Conversion c) -> List.of(c.object(), c.place().toString(), c.becomes().isEmpty() ? "nothing" : c.becomes(),
                            c.written().isEmpty() ? "no" : "converted.yaml",
                            !c.lost().isEmpty() ? c.lost() : c.remarks().isEmpty() ? "-" : "see below"))
                    .toList()));
            leg.conversions().stream().filter(c -> !c.remarks().isEmpty()).forEach(c -> remarks(leg, c, blocks));
        }
        List<String> versions = leg.path().versions();
        if (!versions.isEmpty() && leg.journey() != Journey.LEAVE) {
            blocks.add(new Block.Heading("Versions side by side: " + leg.path().title(), "plan-versions-" + leg.path().of()));
            Stream.of(versions).flatMap(List::stream).forEach(v -> blocks.add(Block.item(1, v)));
        }
        return blocks;
    }
}
