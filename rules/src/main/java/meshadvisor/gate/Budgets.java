package meshadvisor.gate;

import java.util.List;

/**
 * What a file of budgets says.
 *
 * @param file as the user gave it
 */
public record Budgets(String file, List<Budget> budgets, List<Waiver> waivers) {

    /** What the key {@code schema} of the file must say. */
    public static final String SCHEMA = "meshadvisor/budgets/1.0";

    public Budgets {
        budgets = List.copyOf(budgets);
        waivers = List.copyOf(waivers);
    }

    /** Whether any of them needs that to be told. */
    public boolean needs(Metric.From from) {
        return budgets.stream().anyMatch(b -> b.metric().from() == from);
    }

    /** The currency in which money is limited; empty where none is. */
    public String currency() {
        return budgets.stream().map(b -> b.metric().currency()).filter(c -> !c.isEmpty()).findFirst().orElse("");
    }

    /** The same, money in that currency. */
    public Budgets in(String currency) {
        return new Budgets(file, budgets.stream().map(b -> b.in(currency)).toList(), waivers);
    }

    /** Whether any of them looks back. */
    public boolean compares() {
        return needs(Metric.From.CHANGE) || budgets.stream().flatMap(b -> b.bounds().stream()).anyMatch(b -> b.kind().change());
    }
}
