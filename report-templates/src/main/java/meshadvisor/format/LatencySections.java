package meshadvisor.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Floor;
import meshadvisor.bench.BenchReport.Point;
import meshadvisor.bench.BenchReport.Ranking;
import meshadvisor.bench.BenchReport.Situation;
import meshadvisor.bench.Effect;
import meshadvisor.bench.Outcome;
import meshadvisor.bench.Statistic;
import meshadvisor.format.html.Part;
import meshadvisor.format.html.QuantileCurves;
import meshadvisor.format.html.QuantileCurves.Curve;
import meshadvisor.measure.Interval;

/** One load, and what the variants made of it. */
record LatencySections(int number, Situation situation, BenchWords words) {

    private static final int LEFT_OUT = 3;

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.item(1, "Load: " + BenchWords.whole(situation.load(), situation.scenarios()) + "."));
        alone(blocks);
        pictures(blocks);
        contests().forEach((key, comparisons) -> contest(comparisons, blocks));
        floors(blocks);
        hops(blocks);
        situation.rankings().stream().filter(ranking -> !ranking.places().isEmpty()).forEach(ranking -> ranking(ranking, blocks));
        return Sections.section("At " + words.brief(situation.load()) + BenchWords.meanwhile(situation.scenarios()), "load-" + number,
                blocks);
    }

    private String anchor(String within) {
        return "load-" + number + "-" + within;
    }

    /** Each variant by itself: means over blocks, which the differences below are differences of. */
    private void alone(List<Block> blocks) {
        List<Statistic> statistics = situation.points().stream().map(Point::statistic).distinct().toList();
        Micros unit = Micros.of(situation.points().stream().mapToDouble(Point::blocksMicros));
        List<List<String>> rows = situation.traffic().stream().map(traffic -> {
            List<String> row = new ArrayList<>(List.of(words.variant(traffic.variant())));
            statistics.forEach(statistic -> row.add(point(traffic.variant(), statistic)
                    .map(point -> unit.number(point.blocksMicros())).orElse("-")));
            row.add(String.valueOf(traffic.sent()));
            row.add(String.valueOf(traffic.failed()));
            row.add(traffic.validCells() + (traffic.invalidCells() == 0 ? "" : " of " + (traffic.validCells() + traffic.invalidCells())));
            return row;
        }).toList();
        List<String> head = new ArrayList<>(List.of("variant"));
        statistics.forEach(statistic -> head.add(statistic.label()));
        head.addAll(List.of("requests", "failed", "cells"));
        blocks.add(new Block.Subheading(Tone.STRONG,
                "Each by itself" + (statistics.isEmpty() ? "" : ": mean over blocks, in " + unit.word()), anchor("alone")));
        blocks.add(new Block.Rows(head, rows));
        curves(unit).ifPresent(blocks::add);
        situation.traffic().stream().filter(traffic -> traffic.dropped() > 0).forEach(traffic -> blocks.add(Block.item(1,
                words.variant(traffic.variant()) + ": " + traffic.dropped() + " requests were never sent, as no connection was free.")));
    }

    /** The quantiles of each variant as a curve; none where there is no figure. */
    private Optional<Block> curves(Micros unit) {
        List<Curve> curves = situation.traffic().stream().map(traffic -> new Curve(words.variant(traffic.variant()), situation.points()
                .stream().filter(point -> point.variant().equals(traffic.variant()) && point.statistic() != Statistic.MEAN
                        && Double.isFinite(point.blocksMicros()))
                .map(point -> new QuantileCurves.Point(point.statistic().share(), point.statistic().label(),
                        unit.of(point.blocksMicros())))
                .toList())).filter(curve -> !curve.points().isEmpty()).toList();
        if (curves.isEmpty()) {
            return Optional.empty();
        }
        List<Curve> drawn = curves.stream().limit(QuantileCurves.MOST).toList();
        String title = "Latency by quantile, in " + unit.word();
        String description = "To the right the slowest of ten, of a hundred and of a thousand requests. Means over blocks. "
                + (curves.size() > drawn.size() ? "The first " + drawn.size() + " of " + curves.size() + " variants are drawn. " : "")
                + drawn.stream().map(LatencySections::told).collect(Collectors.joining("; ")) + ".";
        List<List<String>> table = curves.stream().flatMap(curve -> curve.points().stream()
                .map(point -> List.of(curve.name(), point.label(), Amounts.number(point.value())))).toList();
        return Optional.of(new Block.Picture(QuantileCurves.of(title, description, unit.word(), drawn,
                new Part.Grid(title, List.of("Variant", "Quantile", unit.word()), table))));
    }

    private static String told(Curve curve) {
        return curve.name() + ": " + curve.points().stream().map(point -> point.label() + " " + Amounts.number(point.value()))
                .collect(Collectors.joining(", "));
    }

    /** What each adds to plaintext: one picture for each statistic that the first screen tells. */
    private void pictures(List<Block> blocks) {
        Stream.of(Statistic.values()).filter(BenchFirst::telling).forEach(statistic -> MeasuredCharts.picture(
                "What is added to " + BenchWords.statistic(statistic) + " of plaintext", situation.comparisons().stream()
                        .filter(each -> each.statistic() == statistic && each.against().equals(BenchWords.BASELINE))
                        .map(each -> new MeasuredCharts.Shown(words.variant(each.variant()), each.outcome())).toList(),
                floor(statistic).map(Floor::micros).orElse(0.0)).ifPresent(blocks::add));
    }

    private Optional<Point> point(String variant, Statistic statistic) {
        return situation.points().stream().filter(point -> point.variant().equals(variant) && point.statistic() == statistic).findFirst();
    }

    private Map<List<String>, List<Comparison>> contests() {
        return situation.comparisons().stream().collect(Collectors.groupingBy(each -> List.of(each.variant(), each.against()),
                LinkedHashMap::new, Collectors.toList()));
    }

    private void contest(List<Comparison> comparisons, List<Block> blocks) {
        Comparison first = comparisons.getFirst();
        List<Effect> effects = comparisons.stream().flatMap(each -> each.outcome().effect().stream()).toList();
        Micros unit = Micros.of(effects.stream().flatMapToDouble(
                effect -> DoubleStream.of(effect.byMicros(), effect.simultaneous().low(), effect.simultaneous().high())));
        blocks.add(new Block.Subheading(Tone.STRONG, words.variant(first.variant()) + " against " + words.against(first.against())
                + (effects.isEmpty() ? "" : ": what it adds, in " + unit.word()), anchor(first.variant() + "-" + first.against())));
        if (!effects.isEmpty()) {
            blocks.add(new Block.Rows(List.of("", words.against(first.against()), "adds", "interval", "noise", "detects", "result"),
                    comparisons.stream().map(each -> row(each, unit)).toList()));
        }
        reasons(comparisons, blocks);
        checks(comparisons, blocks);
        Fold.each(first.leftOut(), LEFT_OUT, text -> blocks.add(Block.item(1, "Left out: " + words.plain(text))),
                more -> blocks.add(Block.item(1, more)));
    }

    private List<String> row(Comparison comparison, Micros unit) {
        String label = comparison.statistic().label();
        String word = OutcomeWords.word(comparison.outcome());
        return comparison.outcome().effect().map(effect -> List.of(label, unit.number(effect.referenceMicros()),
                unit.signed(effect.byMicros(), effect.simultaneous()), unit.interval(effect.simultaneous()),
                floor(comparison.statistic()).map(floor -> unit.number(floor.micros())).orElse("-"),
                unit.number(effect.smallestDetectableMicros()), word)).orElseGet(() -> List.of(label, "-", "-", "-", "-", "-", word));
    }

    private Optional<Floor> floor(Statistic statistic) {
        return situation.floors().stream().filter(floor -> floor.statistic() == statistic).findFirst();
    }

    /** Those with the same reasons together. */
    private void reasons(List<Comparison> comparisons, List<Block> blocks) {
        Map<String, List<Comparison>> same = comparisons.stream().filter(each -> !OutcomeWords.reasons(each.outcome()).isEmpty())
                .collect(Collectors.groupingBy(each -> OutcomeWords.because(each.outcome()), LinkedHashMap::new, Collectors.toList()));
        same.forEach(
                (reason, those) -> blocks.add(Block.item(1, those.getFirst().outcome() instanceof Outcome.NotAsked ? words.plain(reason)
                        : labels(those) + " " + words.plain(reason))));
    }

    private static String labels(List<Comparison> comparisons) {
        return Words.list(comparisons.stream().map(each -> BenchWords.statistic(each.statistic())).toList(), "and");
    }

    /** The other method, and how many blocks there are in truth. */
    private static void checks(List<Comparison> comparisons, List<Block> blocks) {
        List<Comparison> known = comparisons.stream().filter(each -> each.outcome().effect().isPresent()).toList();
        if (known.isEmpty()) {
            return;
        }
        String checks = known.stream().flatMap(each -> each.outcome().effect().stream()
                .map(effect -> each.statistic().label() + " " + alone(effect.check()))).collect(Collectors.joining(", "));
        blocks.add(Block.item(1, "Checked by bootstrap-t, each for itself at 95 %: " + checks + "."));
        known.forEach(each -> each.outcome().effect().filter(effect -> effect.effectiveBlocks() < effect.blocks() - 0.5)
                .ifPresent(effect -> blocks.add(Block.item(1, String.format(Locale.ROOT,
                        "%s: %d blocks resemble their neighbours (autocorrelation %.2f) and say as much as %.1f independent ones.",
                        each.statistic().label(), effect.blocks(), effect.autocorrelation(), effect.effectiveBlocks())))));
        if (known.stream().anyMatch(LatencySections::touchesZero)) {
            blocks.add(Block.item(1, "An interval that holds for all comparisons at once is wider than Holm's test needs, so that it may"
                    + " touch zero although the difference is certain."));
        }
    }

    private static boolean touchesZero(Comparison comparison) {
        return comparison.outcome() instanceof Outcome.Differs differs && differs.difference().simultaneous().contains(0);
    }

    private static String alone(Interval interval) {
        Micros unit = Micros.of(DoubleStream.of(interval.low(), interval.high()));
        return unit.interval(interval) + " " + unit.word();
    }

    private void floors(List<Block> blocks) {
        if (situation.floors().isEmpty()) {
            return;
        }
        blocks.add(new Block.Subheading(Tone.PLAIN, "Noise floor: plaintext against itself", anchor("noise")));
        situation.floors().forEach(floor -> floor.outcome().effect().ifPresent(effect -> blocks.add(Block.item(1, floor.statistic().label()
                + ": " + Micros.text(effect.byMicros(), effect.unadjusted()) + " (95 %, unadjusted), so the floor is "
                + Micros.text(floor.micros()) + "; " + OutcomeWords.word(floor.outcome()) + "."))));
        if (!situation.alarms().isEmpty()) {
            blocks.add(Block.item(1, "‼ Plaintext differs from itself in " + Words.list(situation.alarms().stream()
                    .map(BenchWords::statistic).toList(), "and") + ", more than chance explains."));
        }
    }

    private void hops(List<Block> blocks) {
        if (!situation.perHop().isEmpty()) {
            blocks.add(new Block.Subheading(Tone.PLAIN, "Each hop", anchor("hops")));
        }
        situation.perHop().forEach(hop -> blocks.add(Block.item(1, words.variant(hop.variant()) + " adds "
                + Micros.text(hop.byMicros(), hop.unadjusted()) + " for each hop on average (95 %, unadjusted; means add up over hops, and"
                + " quantiles do not).")));
    }

    private void ranking(Ranking ranking, List<Block> blocks) {
        blocks.add(new Block.Subheading(Tone.PLAIN, "Least first, by " + BenchWords.statistic(ranking.statistic()) + ", of those that give "
                + BenchWords.rank(ranking.rank()), anchor("rank-" + ranking.rank() + "-" + ranking.statistic())));
        ranking.places().forEach(place -> blocks.add(Block.item(1, place.place() + ". "
                + place.variants().stream().map(words::variant).collect(Collectors.joining(", "))
                + (place.variants().size() > 1 ? " (not told apart)" : ""))));
        ranking.unranked().forEach(text -> blocks.add(Block.item(1, "Not ranked: " + words.plain(text))));
    }
}
