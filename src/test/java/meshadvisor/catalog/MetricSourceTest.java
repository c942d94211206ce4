package meshadvisor.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricSourceTest {

    private static final String SOURCE = """
            source: x
            name: X
            from: {name: [client]}
            to: {name: [server]}
            views: [{view: the client}]
            series: [{measure: requests, metric: x_total}]
            documented: x.example
            date: 2026-11
            """;

    private static Object read(String yaml) {
        return MetricSource.all(Library.ofYaml(Map.of("metrics/x.yaml", yaml)));
    }

    @Test
    void the_sources_of_the_catalogue_come_in_the_order_of_what_they_know() {
        assertThat(MetricSource.all(Knowledge.CATALOGUE.library())).extracting(MetricSource::source).containsExactly(
                "istio", "linkerd", "cilium-hubble", "opentelemetry-service-graph", "opentelemetry-span-metrics", "envoy", "ingress-nginx");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "name: X            | nom: X                                                | unknown field",
            "source: x          | source: y                                             | must be the name of the file",
            "measure: requests  | measure: latency                                      | \"unit\" is missing",
            "measure: requests  | measure: guesses                                      | belongs here, not \"guesses\"",
            "date: 2026-11      | unknown: []                                           | \"date\" is missing",
            "view: the client   | view: the client, matcher: x                          | unknown field \"matcher\""
    })
    void a_mistake_in_a_source_breaks_the_build(String right, String wrong, String complaint) {
        assertThatThrownBy(() -> read(SOURCE.replace(right, wrong))).isInstanceOf(CatalogueMistake.class)
                .hasMessageContaining("metrics/x.yaml")
                .hasMessageContaining(complaint);
    }

    @Test
    void the_text_that_the_mistakes_are_put_into_has_none() {
        assertThat(read(SOURCE)).asString().contains("x_total");
    }
}
