package meshadvisor.format;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import meshadvisor.catalog.Kebab;
import meshadvisor.simulate.Effect;
import meshadvisor.simulate.Effect.Worth;
import meshadvisor.simulate.Influence;
import meshadvisor.simulate.Onset;
import meshadvisor.simulate.Spread;
import meshadvisor.simulate.SurgeReport;

/** A simulated surge, for people and programs: first the answer, then what can be done, then how it comes about. */
public final class SurgeDocument {

    private static final int FEW = 3;
    private static final String NEVER = "never";

    private final SurgeReport report;
    private final List<Block> blocks = new ArrayList<>();

    private SurgeDocument(SurgeReport report) {
        this.report = report;
    }

    /** Of a report. */
    public static Document of(SurgeReport report) {
        var document = new SurgeDocument(report);
        document.all();
        return new Document(document.blocks, fields -> SurgeFields.write(fields, report));
    }

    private void all() {
        blocks.add(new Block.Title("Surge", sentence()));
        blocks.add(new Block.Labelled("Do", todo()));
        if (report.order().told().any()) {
            blocks.add(new Block.Labelled("As told", List.of(told())));
        }
        blocks.add(new Block.Labelled("Starts", List.of(starts(report.onset()))));
        blocks.add(new Block.Labelled("Decides", decides()));
        List<String> gaps = report.order().premises().gaps();
        if (!gaps.isEmpty()) {
            blocks.add(new Block.Labelled("Not known", gaps));
        }
        blocks.add(new Block.Labelled("Simulated", List.of(simulated())));
        blocks.addAll(SurgeSections.timeline(report));
        blocks.addAll(SurgeSections.remedies(report));
        blocks.addAll(SurgeSections.numbers(report));
        blocks.addAll(SurgeSections.influences(report));
        blocks.addAll(SurgeSections.inputs(report));
        blocks.addAll(SurgeSections.reading(report));
    }

    private String sentence() {
        return String.format(ROOT,
                "At %s times the traffic nodes run out of memory in %s of what is possible here, and pods fall in a cascade in %s.",
                SurgeWords.number(report.order().extent().factor(), NEVER), SurgeWords.share(report.out()),
                SurgeWords.share(report.cascade()));
    }

    /** The best of each kind, so that nobody has to read the table. */
    private List<String> todo() {
        List<String> lines = new ArrayList<>();
        List<Effect> helping = report.effects().stream().filter(each -> each.worth() == Worth.HELPS)
                .sorted(Comparator.comparingDouble((Effect each) -> each.cascade().by()).thenComparingDouble(each -> each.requests().by()))
                .toList();
        helping.stream().limit(FEW).forEach(each -> lines.add(each.remedy().name() + ": " + String.join(", ", SurgeWords.directions(each))
                + price(each)));
        if (helping.isEmpty()) {
            lines.add("no remedy was found to help without harm");
        }
        names(Worth.BOTH).ifPresent(names -> lines.add("helps and harms: " + names));
        names(Worth.HARMS).ifPresent(names -> lines.add("harms: " + names));
        names(Worth.NONE).ifPresent(names -> lines.add("no effect found: " + names));
        return lines;
    }

    private Optional<String> names(Worth worth) {
        List<String> names = report.effects().stream().filter(each -> each.worth() == worth).map(each -> each.remedy().name()).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", names));
    }

    private static String price(Effect effect) {
        Spread added = effect.added();
        return added.high() > 0 ? "; costs " + SurgeWords.spread(added, NEVER) + " nodes more" : "";
    }

    private String told() {
        return String.format(ROOT,
                "it goes as the story tells, first node out of memory after %.0f to %.0f minutes and a cascade after it, in %s of "
                        + "what the story leaves open",
                report.order().told().from(), report.order().told().to(), SurgeWords.share(report.asTold()));
    }

    /** Where a cascade starts. */
    static String starts(Onset onset) {
        String above = "above " + SurgeWords.number(onset.tried(), NEVER);
        return "a cascade starts at " + SurgeWords.spread(onset.factor(), above) + " times the traffic";
    }

    private List<String> decides() {
        List<Influence> clear = report.influences().stream().filter(Influence::clear).limit(FEW).toList();
        return clear.isEmpty()
                ? List.of("no single input stands out from chance in " + report.out().all() + " runs; more --runs would tell")
                : clear.stream().map(SurgeDocument::decides).toList();
    }

    private static String decides(Influence each) {
        return Kebab.of(each.input().input()) + " (" + each.input().says() + "): " + Amounts.percent(each.low().value())
                + " where it is in its lowest third, " + Amounts.percent(each.high().value()) + " in its highest";
    }

    private String simulated() {
        return report.order().model().name() + " on " + report.order().premises().title() + ": "
                + Words.count(report.order().premises().crews().size(), "service", "services") + ", "
                + Words.count(report.order().premises().pods(), "pod", "pods") + "; " + report.out().all() + " runs of "
                + report.order().extent().minutes() + " minutes, seed " + report.order().extent().seed();
    }

}
