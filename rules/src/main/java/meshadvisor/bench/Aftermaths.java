package meshadvisor.bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.bench.BenchReport.Aftermath;
import meshadvisor.bench.BenchReport.Measure;
import meshadvisor.bench.BenchReport.Over;
import meshadvisor.bench.BenchRun.CellResult;
import meshadvisor.bench.BenchRun.User;
import meshadvisor.bench.Cells.Block;
import meshadvisor.bench.Cells.Situation;
import meshadvisor.measure.Differences;
import meshadvisor.measure.Interval;

/** What a scenario did to the callers of each variant, over blocks, and by how much more than to those of baseline in the same blocks. */
record Aftermaths(BenchRun run, Cells cells, Situation situation) {

    /** What blocks of a variant show. */
    private record Shown(SortedMap<Block, Map<Measure, Double>> values, Map<Measure, Integer> never) {}

    List<Aftermath> all() {
        if (situation.scenarios().isEmpty()) {
            return List.of();
        }
        Shown baseline = run.plan().variants().stream().filter(variant -> variant.id().equals(Contests.BASELINE)).findFirst()
                .map(this::shown).orElseGet(() -> new Shown(new TreeMap<>(), Map.of()));
        List<Aftermath> all = new ArrayList<>();
        for (Variant variant : run.plan().variants()) {
            Shown shown = shown(variant);
            for (Measure measure : Measure.values()) {
                all.addAll(of(variant.id(), measure, shown, baseline));
            }
        }
        return List.copyOf(all);
    }

    private static List<Aftermath> of(String variant, Measure measure, Shown shown, Shown baseline) {
        List<Double> values = new ArrayList<>();
        List<Double> more = new ArrayList<>();
        shown.values.forEach((block, measures) -> {
            if (measures.containsKey(measure)) {
                double value = measures.getOrDefault(measure, Double.NaN);
                values.add(value);
                Map<Measure, Double> theirs = baseline.values.getOrDefault(block, Map.of());
                if (theirs.containsKey(measure)) {
                    more.add(value - theirs.getOrDefault(measure, Double.NaN));
                }
            }
        });
        int never = shown.never.getOrDefault(measure, 0);
        if (values.isEmpty() && never == 0) {
            return List.of();
        }
        List<Over> against = variant.equals(Contests.BASELINE) ? List.of() : over(more);
        return List
                .of(new Aftermath(variant, measure, over(values).stream().map(over -> possible(measure, over)).toList(), never, against));
    }

    /** Shares and times are not below nothing, so nothing is lost of an interval's confidence there. */
    private static Over possible(Measure measure, Over over) {
        return measure == Measure.CONTROL_PLANE ? over
                : new Over(over.mean(), over.unadjusted().stream().map(each -> new Interval(Math.max(0, each.low()), each.high())).toList(),
                        over.blocks());
    }

    private static List<Over> over(List<Double> values) {
        if (values.isEmpty()) {
            return List.of();
        }
        double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        return List.of(new Over(mean, values.size() < 2 ? List.of()
                : List.of(new Differences(values, 0).estimate().interval(Judgement.CONFIDENCE)), values.size()));
    }

    private Shown shown(Variant variant) {
        SortedMap<Block, Map<Measure, Double>> values = new TreeMap<>();
        Map<Measure, Integer> never = new EnumMap<>(Measure.class);
        cells.column(situation, variant.id()).cells().forEach((block, cell) -> {
            Disturbed disturbed = new Disturbed(cell.result());
            Map<Measure, Double> measures = disturbed.measures();
            controlPlane(variant, cell.result()).ifPresent(cores -> measures.put(Measure.CONTROL_PLANE, cores));
            values.put(block, measures);
            disturbed.never().forEach(measure -> never.merge(measure, 1, Integer::sum));
        });
        return new Shown(values, never);
    }

    /** Cores that the variant's control plane used more than before anything was driven. */
    private OptionalDouble controlPlane(Variant variant, CellResult cell) {
        if (variant.bill().controlPlane().isEmpty()) {
            return OptionalDouble.empty();
        }
        Metered metered = new Metered(run.usage().stream().filter(usage -> usage.who() == User.CONTROL_PLANE)
                .filter(usage -> variant.bill().controlPlane().stream()
                        .anyMatch(pods -> pods.namespace().isEmpty() || usage.name().startsWith(pods.namespace() + "/")))
                .toList());
        double idle = Math.max(10, Math.min(60, run.plan().order().design().plateauSeconds()));
        double first = run.cells().stream().mapToDouble(CellResult::offsetSeconds).min().orElse(0)
                - run.plan().order().design().warmUpSeconds();
        OptionalDouble before = metered.cpuSeconds(first - idle, first);
        OptionalDouble during = metered.cpuSeconds(cell.offsetSeconds(), cell.endSeconds());
        return before.isEmpty() || during.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(during.getAsDouble() / (cell.endSeconds() - cell.offsetSeconds())
                        - before.getAsDouble() / idle);
    }
}
