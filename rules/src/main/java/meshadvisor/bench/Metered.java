package meshadvisor.bench;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import meshadvisor.bench.BenchRun.Figure;
import meshadvisor.bench.BenchRun.Usage;

/**
 * What some containers or nodes used, in intervals that do not begin and end with the plateaus.
 *
 * @param usage of those that are added up
 */
record Metered(List<Usage> usage) {

    /** The share of a plateau that intervals must cover, or nothing is said of it. */
    private static final double COVERED = 0.8;

    private static final double MEBIBYTE = 1 << 20;

    /**
     * CPU seconds in a time: each interval by its share in it, scaled up for what no interval covers.
     *
     * @return empty if nothing was metered, or too little of the time
     */
    OptionalDouble cpuSeconds(double from, double to) {
        double sum = 0;
        var names = names(from, to, Figure.CPU_SECONDS);
        for (List<Usage> each : names) {
            double covered = each.stream().mapToDouble(interval -> overlap(interval, from, to)).sum();
            if (covered < COVERED * (to - from)) {
                return OptionalDouble.empty();
            }
            sum += (to - from) / covered * each.stream()
                    .mapToDouble(interval -> figure(interval, Figure.CPU_SECONDS) * overlap(interval, from, to) / length(interval)).sum();
        }
        return names.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** Memory in a time, of all together, in MiB; empty if nothing was metered. */
    OptionalDouble mebibytes(double from, double to) {
        var names = names(from, to, Figure.MEMORY_BYTES);
        return names.isEmpty() ? OptionalDouble.empty()
                : OptionalDouble.of(names.stream().mapToDouble(each -> each.stream()
                        .mapToDouble(interval -> figure(interval, Figure.MEMORY_BYTES)).average().orElseThrow()).sum() / MEBIBYTE);
    }

    /** How many have a figure for memory in a time. */
    int count(double from, double to) {
        return names(from, to, Figure.MEMORY_BYTES).size();
    }

    private List<List<Usage>> names(double from, double to, Figure figure) {
        return List.copyOf(usage.stream().filter(each -> overlap(each, from, to) > 0 && each.figures().containsKey(figure))
                .collect(groupingBy(Usage::name, LinkedHashMap::new, toList())).values());
    }

    private static double figure(Usage usage, Figure figure) {
        return usage.figures().getOrDefault(figure, Double.NaN); // there, by the filter of names
    }

    private static double overlap(Usage usage, double from, double to) {
        return Math.max(0, Math.min(to, usage.toSeconds()) - Math.max(from, usage.fromSeconds()));
    }

    private static double length(Usage usage) {
        return usage.toSeconds() - usage.fromSeconds();
    }
}
