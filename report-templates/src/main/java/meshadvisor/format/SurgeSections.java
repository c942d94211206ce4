package meshadvisor.format;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Amount;
import meshadvisor.simulate.Effect;
import meshadvisor.simulate.Influence;
import meshadvisor.simulate.Spell;
import meshadvisor.simulate.SurgeReport;
import meshadvisor.simulate.input.Prior;

/** What stands below the answer of a simulated surge. */
final class SurgeSections {

    private static final String NEVER = "never";
    private static final int MOST_SPELLS = 10;

    private SurgeSections() {}

    static List<Block> timeline(SurgeReport report) {
        List<Spell> spells = report.typical().spells();
        List<List<String>> rows = new ArrayList<>();
        int hit = 0;
        for (Spell spell : spells.subList(0, Math.min(MOST_SPELLS, spells.size()))) {
            hit += spell.hit();
            rows.add(row(spell, SurgeWords.happened(spell, hit, report.typical().nodes())));
        }
        if (spells.size() > MOST_SPELLS) {
            rows.add(List.of("…", (spells.size() - MOST_SPELLS) + " more rows, in the JSON", "", "", "", ""));
        }
        return List.of(new Block.Heading("What happens when, in a typical run", "timeline"),
                Block.item(1, SurgeWords.summary(report.typical())),
                new Block.Rows(List.of("minutes", "what happens", "pods lost", "requests failed", "p99 at worst", "configurations sent"),
                        rows),
                Block.item(1, "Minute 0 is when traffic begins to rise. Pods lost are evicted, or killed because their node is full. "
                        + "Configurations sent: how often a proxy gets new ones. This is run " + report.typical().run() + " of the "
                        + report.out().all() + "; the others differ, and the table below has their ranges."));
    }

    private static List<String> row(Spell spell, String happened) {
        return List.of(spell.from() == spell.to() ? String.valueOf(spell.from()) : spell.from() + " to " + spell.to(), happened,
                spell.losses() == 0 ? "-" : String.format(ROOT, "%,d", spell.losses()), Amounts.percent(spell.failed()),
                SurgeWords.time(spell.p99()), spell.pushed() == 0 ? "-" : String.format(ROOT, "%,d", spell.pushed()));
    }

    static List<Block> remedies(SurgeReport report) {
        List<Block> content = new ArrayList<>();
        content.add(
                new Block.Rows(List.of("remedy", "result", "cascades", "failed requests, points", "worst p99", "starts at", "nodes more",
                        "killed at limit"), report.effects().stream().map(SurgeSections::row).toList()));
        content.add(Block.item(1,
                "Cascades are shares of the runs; all else is what the same runs change by: each remedy meets the same chances. In brackets "
                        + "are 95 % intervals of each number alone. A remedy helps or harms only if chance alone gives as much in fewer than "
                        + "one of twenty studies, counted over all " + 3 * report.effects().size()
                        + " effects (Holm). \"Starts at\" is the factor at which a cascade starts, over "
                        + Words.count(report.effects().stream().mapToInt(each -> each.onset().runs()).max().orElse(0), "run", "runs")
                        + "."));
        report.effects().stream().filter(each -> !each.remedy().how().isEmpty() && each.remedy().of().isEmpty())
                .forEach(each -> content.add(Block.item(1, Words.capital(each.remedy().name()) + ": " + each.remedy().how() + ".")));
        return Sections.section("What each remedy does, also nothing and harm", "remedies", content);
    }

    private static List<String> row(Effect effect) {
        String above = "above " + SurgeWords.number(effect.onset().tried(), NEVER);
        return List.of(effect.remedy().name(), SurgeWords.worth(effect), SurgeWords.pair(effect.cascade()),
                SurgeWords.points(effect.requests()), SurgeWords.times(effect.latency()),
                SurgeWords.number(effect.onset().factor().likely(), above),
                effect.added().high() == 0 ? "-" : SurgeWords.number(effect.added().likely(), NEVER),
                effect.restarts().high() == 0 ? "-" : SurgeWords.number(effect.restarts().likely(), NEVER));
    }

    static List<Block> numbers(SurgeReport report) {
        SurgeReport.Numbers numbers = report.numbers();
        return Sections.section("What nothing done leads to", "numbers", List.of(new Block.Rows(
                List.of("over all runs", "half have less, and 5 % to 95 %"),
                List.of(List.of("nodes", SurgeWords.spread(numbers.nodes(), NEVER)),
                        List.of("minute at which the first node runs out of memory", SurgeWords.spread(numbers.firstLoss(), NEVER)),
                        List.of("pods that nodes lose", SurgeWords.spread(numbers.losses(), NEVER)),
                        List.of("requests that fail", SurgeWords.shares(numbers.failed())),
                        List.of("minutes in which more than 1 % fail", SurgeWords.spread(numbers.badMinutes(), NEVER)),
                        List.of("worst p99", SurgeWords.time(numbers.worstP99().likely()) + " (" + SurgeWords.time(numbers.worstP99().low())
                                + " to " + SurgeWords.time(numbers.worstP99().high()) + ")"),
                        List.of("largest proxy in a pod, MiB", SurgeWords.spread(numbers.highestProxy(), NEVER))))));
    }

    static List<Block> influences(SurgeReport report) {
        List<Influence> shown = report.influences().stream().limit(MOST_SPELLS).toList();
        List<Block> content = shown.isEmpty() ? List.of() : List.of(
                new Block.Rows(List.of("input", "in its lowest third", "in its highest third", "more than chance"), shown.stream()
                        .map(each -> List.of(Kebab.of(each.input().input()), SurgeWords.share(each.low()),
                                SurgeWords.share(each.high()),
                                each.clear() ? "yes" : "no"))
                        .toList()),
                Block.item(1, (report.order().told().any() ? "Shares of runs that go as the story tells" : "Shares of runs with a cascade")
                        + ", by where the input lies in its range. Find out the first ones and the answer becomes narrower."));
        return Sections.section("What decides it", "influences", content);
    }

    static List<Block> inputs(SurgeReport report) {
        return Sections.section("What it stands on", "inputs", List.of(
                new Block.Rows(List.of("input", "middle", "5 % to 95 %", "unit", "basis", "why"),
                        report.inputs().stream().map(SurgeSections::row).toList()),
                Block.item(1, report.order().model().says())));
    }

    private static List<String> row(Prior prior) {
        Amount amount = prior.amount();
        return List.of(Kebab.of(prior.input()), SurgeWords.number(amount.range().likely(), NEVER),
                prior.open() ? SurgeWords.number(amount.range().low(), NEVER) + " to " + SurgeWords.number(amount.range().high(), NEVER)
                        : "known",
                amount.unit(), Kebab.of(amount.said().basis()), prior.says() + " [" + amount.said().source()
                        + (amount.said().date().isEmpty() ? "" : ", " + amount.said().date()) + "]");
    }

    static List<Block> reading(SurgeReport report) {
        return Sections.section("How to read it", "reading", List.of(
                Block.item(1,
                        "A share is no chance that it happens to you: it is the part of what is possible, as far as the inputs are known, in "
                                + "which it does. It moves when an input becomes known."),
                Block.item(1,
                        "Out of memory: a kubelet evicts a pod, or a kernel kills a container, because its node has no memory left. Cascade: "
                                + "within 20 minutes after the first, three nodes (or all) lose pods, and one pod of fifty is lost."),
                Block.item(1,
                        "Not simulated: limits and requests for processor of applications, priorities, new nodes during the surge, the API "
                                + "server, memory of the control plane, disks, zones, and what people do besides the remedies.")));
    }
}
