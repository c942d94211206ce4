package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TrafficTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static JsonNode json(String report) {
        return JSON.readTree(Reports.written(Reports.ALL.get(report), Format.JSON)).path("traffic");
    }

    @Test
    void nothing_is_told_of_traffic_where_nobody_looked() {
        assertThat(json("keep").isNull()).isTrue();
        assertThat(Reports.written(Reports.ALL.get("keep"), Format.TABLE)).doesNotContain("TRAFFIC");
    }

    @Test
    void what_nobody_measured_is_null_and_small_numbers_are_not_zero() {
        JsonNode traffic = json("traffic");

        assertThat(traffic.at("/flows/1/requestsPerSecond").asDouble()).isEqualTo(0.0004);
        assertThat(traffic.at("/flows/2/requestsPerSecond").isNull()).isTrue();
        assertThat(traffic.at("/flows/0/p99Millis").isNull()).isTrue();
        assertThat(traffic.at("/flows/1/from/name").isNull()).isTrue();
        assertThat(traffic.at("/flows/0/requestsPerSecond").asDouble()).isEqualTo(12.3457);
    }

    @Test
    void the_table_tells_window_rate_coverage_plaintext_and_chains() {
        String table = Reports.written(Reports.ALL.get("traffic"), Format.TABLE).replaceAll("\\s+", " ");

        assertThat(table).contains("12.3 requests/s in the 1h before 2026-09-17T12:00:00Z")
                .contains("mTLS by requests: 100 % encrypted with identity, 0 % encrypted, 0 % no data, 0 % plaintext")
                .contains("mTLS by edges, the worst flow of each: 1 encrypted with identity, 0 encrypted, 1 no data, 1 plaintext")
                .contains("plaintext: unknown → shop/cart, seen in the 1h before 2026-09-17T12:00:00Z: 0.000400 requests/s")
                .contains("2 traces: at most 2 calls behind one another (median 1), at most 3 for one request (shop/web, median 1)")
                .contains("the most frequent critical path, of 2 traces: shop/web → shop/cart");
    }

    @Test
    void ten_plaintext_edges_are_shown_and_the_others_counted() {
        String markdown = Reports.written(Reports.ALL.get("hostile traffic"), Format.MARKDOWN);

        assertThat(markdown.lines().filter(l -> l.contains("plaintext: "))).hasSize(10);
        assertThat(markdown).contains("2 more; -o json has all");
    }
}
