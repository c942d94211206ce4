package meshadvisor.prometheus;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.catalog.MetricSource.Series;
import meshadvisor.catalog.MetricSource.View;

/** The queries, and the path to send one: there is no other. */
final class Promql {

    private Promql() {}

    /** Per second, by those labels. */
    static String rate(Series series, View view, Collection<String> labels, String window) {
        return "sum by (" + String.join(", ", labels) + ") (rate(" + selected(series, view) + "[" + window + "]))";
    }

    /** The quantile of a histogram, by those labels. */
    static String quantile(double quantile, Series series, View view, Collection<String> labels, String window) {
        String by = Stream.concat(Stream.of("le"), labels.stream()).collect(Collectors.joining(", "));
        return String.format(Locale.ROOT, "histogram_quantile(%s, sum by (%s) (rate(%s[%s])))", quantile, by, selected(series, view),
                window);
    }

    private static String selected(Series series, View view) {
        String matchers = Stream.of(view.matchers(), series.matchers()).filter(m -> !m.isEmpty()).collect(Collectors.joining(","));
        return series.metric() + (matchers.isEmpty() ? "" : "{" + matchers + "}");
    }

    /** The path of an instant query at the end of the window. */
    static String path(String query, Window window) {
        return "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8) + "&time=" + window.end().getEpochSecond();
    }
}
