package meshadvisor.prometheus;

import static meshadvisor.prometheus.Asking.ask;
import static meshadvisor.prometheus.Asking.flows;
import static meshadvisor.prometheus.Asking.number;
import static meshadvisor.prometheus.Asking.only;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import meshadvisor.catalog.MetricSource;
import meshadvisor.model.Observed.Flow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class PrometheusTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void istio_tells_who_calls_whom_how_often_and_how_protected() {
        try (var prometheus = PrometheusDouble.of("istio")) {
            Prometheus.Seen seen = ask(prometheus);

            assertThat(flows(seen)).containsExactly(
                    "unknown > shop/cart http PLAINTEXT 6.000/s",
                    "old/legacy > shop/web http PLAINTEXT 4.000/s",
                    "shop/cart > shop/db tcp ENCRYPTED_WITH_IDENTITY no data/s",
                    "shop/web > ext/billing http NO_DATA 2.500/s",
                    "shop/web > shop/cart http ENCRYPTED_WITH_IDENTITY 30.00/s");
            assertThat(seen.gaps()).isEmpty();
        }
    }

    @Test
    void what_both_sides_report_counts_once_and_as_the_called_side_reports_it() {
        try (var prometheus = PrometheusDouble.of("istio")) {
            Prometheus.Seen seen = ask(prometheus);

            assertThat(seen.observed().flows()).filteredOn(f -> f.from().name().equals("web") && f.to().name().equals("cart"))
                    .singleElement().extracting(Flow::seenAs).isEqualTo("istio_requests_total, reported by the called side's proxy");
        }
    }

    @Test
    void a_number_that_nobody_measured_is_no_data_and_never_zero() {
        try (var prometheus = PrometheusDouble.of("istio")) {
            List<Flow> flows = ask(prometheus).observed().flows();

            Flow cart = flows.stream().filter(f -> f.from().name().equals("web") && f.to().name().equals("cart")).findFirst().orElseThrow();
            assertThat(List.of(number(cart.load().failed()), number(cart.load().bytes()), number(cart.load().p50()),
                    number(cart.load().p99()))).containsExactly("0.3000", "1.000e+04", "12.50", "80.00");
            Flow plain = flows.getFirst();
            assertThat(List.of(number(plain.load().failed()), number(plain.load().bytes()), number(plain.load().p50()),
                    number(plain.load().p99()))).containsOnly("no data");
        }
    }

    @Test
    void numberless_series_and_warnings_are_noted() {
        try (var prometheus = PrometheusDouble.of("istio")) {
            assertThat(ask(prometheus).observed().sources()).singleElement().satisfies(source -> {
                assertThat(source.id()).isEqualTo("istio");
                assertThat(source.noted()).containsExactlyInAnyOrder(
                        "Prometheus warns: query touched more samples than usual",
                        "2 series have no number (NaN, infinite or stale): no data");
            });
        }
    }

    @Test
    void linkerd_shows_callers_without_a_proxy_by_what_proxies_receive_without_tls() {
        try (var prometheus = PrometheusDouble.of("linkerd")) {
            assertThat(flows(ask(prometheus))).containsExactly(
                    "unknown > shop/web http PLAINTEXT 5.000/s",
                    "shop/web > shop/cart http ENCRYPTED_WITH_IDENTITY 10.00/s",
                    "shop/web > shop/mail http PLAINTEXT 1.000/s");
        }
    }

    @Test
    void of_two_sources_that_see_one_destination_the_one_that_knows_more_counts() {
        try (var prometheus = PrometheusDouble.of("mixed")) {
            Prometheus.Seen seen = ask(prometheus);

            assertThat(flows(seen)).contains("edge/ingress-nginx > shop/docs http NO_DATA 3.000/s")
                    .noneMatch(line -> line.startsWith("edge/ingress-nginx > shop/web"));
            assertThat(seen.observed().sources().getLast().noted())
                    .contains("1 flow is left out: another source tells more of what they lead to");
            assertThat(seen.observed().flows()).filteredOn(f -> f.to().name().equals("docs")).singleElement()
                    .extracting(f -> number(f.load().p99())).isEqualTo("250.0"); // the metric counts seconds
        }
    }

    @Test
    void series_that_name_nobody_lead_to_what_to_configure() {
        try (var prometheus = PrometheusDouble.of("hubble")) {
            Prometheus.Seen seen = ask(prometheus);

            assertThat(seen.observed().flows()).isEmpty();
            assertThat(seen.observed().sources().getFirst().noted()).singleElement().asString().contains("labelsContext=");
        }
    }

    @Test
    void hubble_with_names_tells_requests_and_latency_of_one_flow() {
        try (var prometheus = PrometheusDouble.of("hubble-named")) {
            assertThat(ask(prometheus).observed().flows()).singleElement().satisfies(flow -> {
                assertThat(flow.from() + " > " + flow.to()).isEqualTo("shop/web > shop/cart");
                assertThat(number(flow.load().requests())).isEqualTo("7.000");
                assertThat(number(flow.load().p99())).isEqualTo("50.00");
            });
        }
    }

    @Test
    void a_prometheus_without_any_such_series_is_a_gap() {
        try (var prometheus = PrometheusDouble.of("hubble")) {
            Prometheus.Seen seen = ask(prometheus, only("istio"));

            assertThat(seen.observed().sources()).isEmpty();
            assertThat(Asking.gap(seen)).contains("has no series of Istio in the last 1h").contains("--window");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_order_of_series_changes_nothing(long seed) {
        try (var ordered = PrometheusDouble.of("mixed"); var shuffled = PrometheusDouble.of("mixed", a -> shuffled(a, new Random(seed)))) {
            assertThat(ask(shuffled).observed()).isEqualTo(ask(ordered).observed());
        }
    }

    private static String shuffled(String answer, Random random) {
        ObjectNode document = (ObjectNode) JSON.readTree(answer);
        ArrayNode result = (ArrayNode) document.at("/data/result");
        List<JsonNode> rows = new ArrayList<>();
        result.forEach(rows::add);
        Collections.shuffle(rows, random);
        result.removeAll();
        result.addAll(rows);
        return JSON.writeValueAsString(document);
    }

    @Test
    void nothing_is_asked_but_rates_and_quantiles_of_the_catalogues_metrics_over_the_window() {
        try (var prometheus = PrometheusDouble.of("mixed")) {
            ask(prometheus);

            assertThat(prometheus.queries()).isNotEmpty().allMatch(q -> q.startsWith("query=sum by (")
                    || q.startsWith("query=histogram_quantile(0.")).allMatch(q -> q.contains("[1h]"))
                    .allMatch(q -> q.endsWith("&time=1789646400"));
        }
    }

    @Test
    void the_queries_of_every_source_are_well_formed() {
        for (MetricSource source : Asking.SOURCES) {
            for (MetricSource.View view : source.views()) {
                for (MetricSource.Series series : source.series()) {
                    String query = Promql.rate(series, view, Names.of(source, view).labels(), "1h");
                    assertThat(query).as(query).matches("sum by \\([a-z0-9_]+(, [a-z0-9_]+)*\\) \\(rate\\([a-z_:]+"
                            + "(\\{[a-z_]+(=|!=|=~|!~)\"[^\"]*\"(,[a-z_]+(=|!=|=~|!~)\"[^\"]*\")*})?\\[1h]\\)\\)");
                }
            }
        }
    }
}
