package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Budget;
import meshadvisor.model.Answers.Objective;
import meshadvisor.model.Measured;

/** What variants take of latency objectives, for people. */
final class BudgetSections {

    private BudgetSections() {}

    static List<Block> blocks(Bill bill) {
        List<Block> blocks = new ArrayList<>();
        bill.budgets().forEach(budget -> budget(budget, blocks));
        return Sections.section("What is left of latency objectives", "objectives", blocks);
    }

    private static void budget(Budget budget, List<Block> blocks) {
        Objective objective = budget.objective();
        String quantile = "p" + MoneyText.amount(objective.quantile());
        blocks.add(new Block.Subheading(Tone.STRONG,
                objective.service() + ": " + quantile + " within " + MoneyText.amount(objective.limitMillis())
                        + " ms (" + objective.said().attribution() + ")",
                "objective-" + objective.service()));
        String hops = budget.chain().size() < 2 ? "no call of it is known, so one hop is counted"
                : "longest known chain: " + String.join(" → ", budget.chain());
        String now = switch (budget.now()) {
            case Measured.Value(double value) -> "today " + MoneyText.amount(value) + " ms";
            case Measured.Missing(String why) -> "today not known: " + why;
        };
        blocks.add(Block.item(1, hops + "; " + now + "."));
        blocks.add(new Block.Rows(List.of("variant", "adds ms", "of the limit", "chance that it holds"),
                budget.shares().stream().map(BudgetSections::row).toList()));
    }

    private static List<String> row(Budget.Share share) {
        String of = Amounts.percent(share.ofLimit().likely()) + " (" + Amounts.percent(share.ofLimit().low()) + "–"
                + Amounts.percent(share.ofLimit().high()) + ")";
        String holds = switch (share.holds()) {
            case Measured.Value(double chance) -> Amounts.percent(chance);
            case Measured.Missing missing -> "not known";
        };
        return List.of(share.name(), MoneyText.range(share.added()), of, holds);
    }
}
