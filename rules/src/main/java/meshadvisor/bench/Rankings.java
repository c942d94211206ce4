package meshadvisor.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.BenchReport.Place;
import meshadvisor.bench.BenchReport.Ranking;
import meshadvisor.bench.Cells.Situation;
import meshadvisor.measure.Estimate;

/** Ranks variants of one class. Who gives more is not ranked against who gives less: that is a choice and not a measurement. */
record Rankings(Cells cells, Situation situation, List<Comparison> comparisons) {

    /** A variant that can be ranked, by what it adds to baseline. */
    private record Ranked(Variant variant, Effect effect) {}

    List<Ranking> of(List<Variant> variants) {
        var classes = variants.stream().filter(variant -> variant.rank() != Variant.Rank.PLAIN)
                .collect(groupingBy(Variant::rank, () -> new EnumMap<>(Variant.Rank.class), toList()));
        var rankings = new ArrayList<Ranking>();
        classes.forEach((rank, members) -> {
            if (members.size() > 1) {
                Contests.statistics(situation.load()).forEach(statistic -> rankings.add(ranking(rank, statistic, members)));
            }
        });
        return rankings;
    }

    private Ranking ranking(Variant.Rank rank, Statistic statistic, List<Variant> members) {
        var ranked = new ArrayList<Ranked>();
        var unranked = new ArrayList<String>();
        for (Variant member : members) {
            switch (outcome(member, statistic)) {
                case Outcome.Differs differs -> ranked.add(new Ranked(member, differs.difference()));
                case Outcome.Equivalent equivalent -> ranked.add(new Ranked(member, equivalent.difference()));
                case Outcome.NoDetectableDifference none -> ranked.add(new Ranked(member, none.difference()));
                case Outcome.Inconclusive not -> unranked.add(member.id() + " is inconclusive: " + String.join(" ", not.because()));
                case Outcome.NotComparable not -> unranked.add(member.id() + ": " + not.because());
                case Outcome.NotAsked not -> unranked.add(member.id() + ": " + not.because());
            }
        }
        ranked.sort(Comparator.comparingDouble(each -> each.effect().byMicros()));
        return new Ranking(rank, statistic, places(ranked, statistic), List.copyOf(unranked));
    }

    private Outcome outcome(Variant variant, Statistic statistic) {
        return comparisons.stream()
                .filter(each -> each.variant().equals(variant.id()) && each.against().equals(Contests.BASELINE)
                        && each.statistic() == statistic)
                .findFirst().map(Comparison::outcome).orElseGet(() -> new Outcome.NotComparable("it was not driven under this load."));
    }

    private List<Place> places(List<Ranked> ranked, Statistic statistic) {
        double confidence = 1 - (1 - Judgement.CONFIDENCE) / Math.max(1, ranked.size() * (ranked.size() - 1) / 2);
        Map<Integer, List<String>> places = new LinkedHashMap<>();
        Optional<Ranked> first = Optional.empty();
        int place = 0;
        for (int i = 0; i < ranked.size(); i++) {
            var each = ranked.get(i);
            if (first.isEmpty() || !apart(first.get(), each, statistic).interval(confidence).contains(0)) {
                first = Optional.of(each);
                place = i + 1;
            }
            places.computeIfAbsent(place, number -> new ArrayList<>()).add(each.variant().id());
        }
        return places.entrySet().stream().map(entry -> new Place(entry.getKey(), List.copyOf(entry.getValue()))).toList();
    }

    /** By blocks where both were in the same ones; otherwise by their differences to their own baselines. */
    private Estimate apart(Ranked one, Ranked other, Statistic statistic) {
        var pairs = Pairs.of(cells, situation, other.variant().id(), one.variant().id());
        boolean namespaces = one.variant().scope() == Variant.Scope.NAMESPACE && other.variant().scope() == Variant.Scope.NAMESPACE;
        return namespaces && pairs.size() >= Trial.FEWEST_BLOCKS ? pairs.differences(statistic).estimate()
                : estimate(other).minus(estimate(one));
    }

    private static Estimate estimate(Ranked ranked) {
        return ranked.effect().estimate();
    }
}
