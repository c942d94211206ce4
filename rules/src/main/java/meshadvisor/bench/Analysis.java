package meshadvisor.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Hop;
import meshadvisor.bench.BenchReport.Invalid;
import meshadvisor.bench.BenchReport.Point;
import meshadvisor.bench.BenchReport.Seen;
import meshadvisor.bench.BenchReport.Subject;
import meshadvisor.bench.BenchReport.Traffic;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.Cells.Column;
import meshadvisor.bench.Cells.Situation;
import meshadvisor.measure.Rare;
import meshadvisor.model.Gap;

/** Makes of what came back what it says. The same run gives the same report. */
public final class Analysis {

    /** From the generator to the last server. */
    private static final int HOPS_OF_A_CHAIN = 3;

    private static final double CHANCE = 0.9;

    private Analysis() {}

    /** The report of a run, whether it has ended or not. */
    public static BenchReport of(BenchRun run) {
        var cells = Cells.of(run);
        var contests = Contests.of(run, cells);
        var variants = run.plan().variants();
        var situations = cells.used().keySet().stream().map(situation -> situation(run, cells, contests, situation)).toList();
        var bills = cells.used().keySet().stream().flatMap(situation -> variants.stream()
                .filter(variant -> !cells.column(situation, variant.id()).cells().isEmpty() && !variant.id().equals(Contests.BASELINE))
                .map(variant -> new Costs(run, cells, variant).of(situation))).toList();
        var invalid = cells.invalid().stream().map(cell -> new Invalid(cell.session(), cell.block(), cell.variant(), cell.load(),
                cell.scenarios(), cell.invalid())).toList();
        return new BenchReport(run.plan().run(), run.startedAt(), run.end(), run.plan().order().design(), run.scene().fingerprint(),
                variants.stream().map(variant -> subject(run, variant)).toList(), situations, bills,
                new IdleTaxes(run, cells, contests.floors()).all(), invalid, contests.family(), run.looks(), warnings(run, situations),
                gaps(run, cells, bills));
    }

    private static Subject subject(BenchRun run, Variant variant) {
        var presence = run.scene().presence(variant.id());
        boolean there = presence.isPresent() && presence.get() instanceof Scene.Presence.There;
        var known = there ? (Scene.Presence.There) presence.get() : new Scene.Presence.There("", "", "");
        var labels = known.flavour().isEmpty() ? List.<String>of() : List.of("flavour: " + known.flavour());
        return new Subject(variant.id(), variant.name(), variant.rank(), known.version(), labels);
    }

    private static BenchReport.Situation situation(BenchRun run, Cells cells, Contests contests, Situation situation) {
        var comparisons = contests.comparisons().getOrDefault(situation, List.of());
        var variants = run.plan().variants();
        return new BenchReport.Situation(situation.load(), situation.scenarios(),
                variants.stream().flatMap(variant -> traffic(run, cells, situation, variant.id())).toList(),
                variants.stream().flatMap(variant -> points(variant.id(), cells.column(situation, variant.id()), situation)).toList(),
                contests.floors().getOrDefault(situation, List.of()), comparisons, contests.alarms().getOrDefault(situation, List.of()),
                comparisons.stream().flatMap(Analysis::hops).toList(), new Rankings(cells, situation, comparisons).of(variants),
                new Aftermaths(run, cells, situation).all());
    }

    private static Stream<Traffic> traffic(BenchRun run, Cells cells, Situation situation, String variant) {
        var valid = cells.column(situation, variant).cells().values().stream().map(Cells.Cell::result).toList();
        var all = run.cells().stream().filter(cell -> cell.variant().equals(variant) && cell.load().equals(situation.load())
                && cell.scenarios().equals(situation.scenarios())).count();
        if (all == 0) {
            return Stream.of();
        }
        Map<String, List<Seen>> seen = new LinkedHashMap<>();
        for (CellResult cell : valid) {
            cell.disturbances().forEach((what, value) -> seen.computeIfAbsent(what, key -> new ArrayList<>())
                    .add(new Seen(cell.session(), cell.block(), value)));
        }
        return Stream.of(new Traffic(variant, valid.size(), (int) all - valid.size(),
                valid.stream().mapToLong(cell -> cell.counts().sent()).sum(),
                valid.stream().mapToLong(cell -> cell.counts().failed()).sum(),
                valid.stream().mapToLong(cell -> cell.counts().dropped()).sum(), seen));
    }

    private static Stream<Point> points(String variant, Column column, Situation situation) {
        long requests = column.merged().getTotalCount();
        return Contests.statistics(situation.load()).stream()
                .filter(statistic -> statistic.tail(requests) >= Statistic.TAIL_OF_A_RUN)
                .map(statistic -> {
                    var blocks = column.cells().values().stream().mapToDouble(cell -> cell.micros(statistic)).summaryStatistics();
                    return new Point(variant, statistic, statistic.micros(column.merged()), blocks.getAverage(), blocks.getMin(),
                            blocks.getMax(), (int) blocks.getCount(), requests);
                });
    }

    private static Stream<Hop> hops(Comparison comparison) {
        return comparison.statistic() != Statistic.MEAN || !comparison.against().equals(Contests.BASELINE) ? Stream.of()
                : comparison.outcome().effect().stream().map(effect -> new Hop(comparison.variant(), effect.byMicros() / HOPS_OF_A_CHAIN,
                        effect.unadjusted().over(HOPS_OF_A_CHAIN)));
    }

    private static List<Gap> gaps(BenchRun run, Cells cells, List<BenchReport.Bill> bills) {
        var lacking = bills.stream().flatMap(bill -> run.plan().variants().stream().filter(variant -> variant.id().equals(bill.variant()))
                .flatMap(variant -> new Costs(run, cells, variant).gaps(bill).stream()));
        return Stream.of(run.scene().gaps().stream(), run.gaps().stream(), lacking).flatMap(gaps -> gaps).distinct().toList();
    }

    /** What a comparison says whose server is somebody else's. */
    private static String target(BenchRun run, Order.Target target) {
        var mesh = run.scene().fingerprint().getOrDefault("target-mesh", "not known");
        return "What was loaded is " + target.name() + " (" + target.method() + " " + target.url() + "), which is not the run's own."
                + " Variants differ in the client's side only; the mesh of its own pods: " + mesh + ". Other callers, its caches and the"
                + " nodes of its pods are in all figures, and that requests reached its pods by a way is not proved, only that they left"
                + " by it.";
    }

    private static List<String> warnings(BenchRun run, List<BenchReport.Situation> situations) {
        var warnings = new ArrayList<>(run.warnings());
        run.plan().order().target().forEach(target -> warnings.add(target(run, target)));
        run.plan().variants().forEach(variant -> subject(run, variant).labels().forEach(label -> warnings.add(variant.id()
                + " does not run as its project ships it (" + label + "): nothing here may be said of " + variant.name() + ".")));
        situations.stream().filter(situation -> !situation.alarms().isEmpty()).forEach(situation -> warnings.add(String.format(Locale.ROOT,
                "Baseline differs from itself at %.0f/s (%s), which chance gives in one run of twenty: read nothing into differences near"
                        + " the noise floor.",
                situation.load().perSecond(),
                String.join(", ", situation.alarms().stream().map(Statistic::label).toList()))));
        int blocks = situations.stream().flatMap(situation -> situation.comparisons().stream())
                .flatMap(comparison -> comparison.outcome().effect().stream()).mapToInt(Effect::blocks).min().orElse(0);
        if (blocks > 0 && blocks < Looks.ENOUGH_BLOCKS) {
            warnings.add(
                    String.format(Locale.ROOT, "The comparison with the fewest blocks has %d: it shows with a chance of nine in ten only"
                            + " what happens in %.0f %% of blocks or more.", blocks, 100 * Rare.shareSeen(blocks, CHANCE)));
        }
        return List.copyOf(warnings);
    }
}
