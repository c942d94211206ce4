package meshadvisor.prometheus;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import meshadvisor.catalog.MetricSource;
import meshadvisor.model.Gap;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed.Flow;
import meshadvisor.support.Knowledge;

/** What asking comes to, in words that tests compare. */
final class Asking {

    static final List<MetricSource> SOURCES = MetricSource.all(Knowledge.CATALOGUE.library());
    static final Window WINDOW = new Window("1h", Instant.parse("2026-09-17T12:00:00Z"));
    /** Small enough to wait for. */
    static final Bounds BOUNDS = new Bounds(1 << 20, 10_000, Duration.ofSeconds(2), Duration.ofSeconds(4));

    private Asking() {}

    static Prometheus.Seen ask(PrometheusDouble prometheus) {
        return ask(prometheus, SOURCES);
    }

    static Prometheus.Seen ask(PrometheusDouble prometheus, List<MetricSource> sources) {
        try (HttpFetch fetch = prometheus.fetch("")) {
            return Prometheus.observe(fetch, sources, WINDOW, BOUNDS);
        }
    }

    static List<MetricSource> only(String... ids) {
        return SOURCES.stream().filter(s -> Stream.of(ids).anyMatch(s.source()::equals)).toList();
    }

    /** A line for each flow. */
    static List<String> flows(Prometheus.Seen seen) {
        return seen.observed().flows().stream().map(Asking::line).toList();
    }

    private static String line(Flow flow) {
        return flow.from() + " > " + flow.to() + " " + flow.protocol() + " " + flow.encryption() + " " + number(flow.load().requests())
                + "/s";
    }

    static String number(Measured measured) {
        return switch (measured) {
            case Measured.Value(double value) -> String.format(Locale.ROOT, "%.4g", value);
            case Measured.Missing missing -> "no data";
        };
    }

    /** What could not be had, why, and what to do. */
    static String gap(Prometheus.Seen seen) {
        return String.join("\n", seen.gaps().stream().map(Asking::gap).toList());
    }

    private static String gap(Gap gap) {
        return gap.what() + ": " + gap.why() + "; " + gap.remedy();
    }
}
