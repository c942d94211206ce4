package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.plan.Action;
import meshadvisor.plan.Stage;

/** One stage of a plan, whole. */
final class StageSections {

    private StageSections() {}

    static List<Block> of(Stage stage) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading("Stage " + stage.folder() + ": " + stage.title(), "stage-" + stage.folder()));
        blocks.add(Block.item(1, "Goal: " + stage.goal()));
        if (!stage.targets().isEmpty()) {
            blocks.add(Block.item(1, "Moves: " + String.join(", ", stage.targets())));
        }
        part(stage, "Before it begins", "entry", stage.entry(), blocks);
        part(stage, "Steps", "steps", stage.steps(), blocks);
        if (!stage.breaks().isEmpty()) {
            blocks.add(sub(stage, "What it could break here", "breaks"));
            stage.breaks().forEach(b -> blocks.add(Block.item(1, b)));
        }
        part(stage, "Checks", "checks", stage.checks(), blocks);
        alerts(stage, blocks);
        if (!stage.exit().isEmpty()) {
            blocks.add(sub(stage, "It is done when", "exit"));
            blocks.add(
                    Block.item(1, "Every check is as expected: a gate sees findings, pods and what was measured, and not the whole goal."));
            PlanSections.budgets("The gate passes: " + String.join(" ", stage.gate()), stage.exit(), blocks);
        }
        back(stage, blocks);
        blocks.add(sub(stage, "Who, and how much", "people"));
        blocks.add(Block.item(1, "What is hit if it goes wrong: " + stage.blast()));
        blocks.add(Block.item(1, "Who decides that it goes on: " + stage.decides()));
        blocks.add(Block.item(1, "Work: " + PlanWords.work(stage)
                + (stage.effort().hours().high() == 0 ? "" : ". Basis: " + stage.effort().basis())));
        blocks.add(Block.item(1, "Source: " + stage.source()));
        return blocks;
    }

    private static Block sub(Stage stage, String title, String anchor) {
        return new Block.Subheading(Tone.STRONG, title, "stage-" + stage.folder() + "-" + anchor);
    }

    private static void part(Stage stage, String title, String anchor, List<Action> actions, List<Block> blocks) {
        if (!actions.isEmpty()) {
            blocks.add(sub(stage, title, anchor));
            blocks.addAll(numbered(actions));
        }
    }

    private static void alerts(Stage stage, List<Block> blocks) {
        if (!stage.alerts().isEmpty()) {
            blocks.add(sub(stage, "Alerts, and what to do", "alerts"));
            blocks.add(new Block.Rows(List.of("Alert", "Severity", "Means", "Runbook"), stage.alerts().stream()
                    .map(a -> List.of(a.name(), a.severity(), a.says() + " Source: " + a.source() + ".", a.runbook())).toList()));
        }
    }

    private static void back(Stage stage, List<Block> blocks) {
        blocks.add(sub(stage, "Back", "back"));
        blocks.add(Block.item(1, "Takes " + PlanWords.range(stage.rollback().minutes(), "min") + ". Basis: " + stage.rollback().basis()));
        blocks.addAll(numbered(stage.rollback().steps()));
    }

    static List<Block> numbered(List<Action> actions) {
        List<Block> blocks = new ArrayList<>();
        int number = 1;
        for (Action action : actions) {
            blocks.add(Block.item(1,
                    "(" + number++ + ") " + action.says() + (action.file().isEmpty() ? "" : " (file " + action.file() + ")")));
            if (!action.doubt().isEmpty()) {
                blocks.add(Block.item(2, "Only if it is so; not known here: " + action.doubt()));
            }
            if (!action.leftOut().isEmpty()) {
                blocks.add(Block.item(2, "Not written for " + String.join(", ", action.leftOut())));
            }
            if (!action.commands().isEmpty()) {
                blocks.add(new Block.Verbatim(action.commands().stream().map(Shell::lines).collect(Collectors.joining("\n"))));
            }
            if (!action.expect().isEmpty()) {
                blocks.add(Block.item(2, "Expected: " + action.expect()));
            }
        }
        return blocks;
    }
}
