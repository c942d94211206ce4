package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import meshadvisor.prometheus.PrometheusDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AssessTrafficTest {

    private static final String SHOP = "../sample-clusters/twelve-services-shop/manifests";
    private static final String TRACES = "test/resources/traces/jaeger.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private Path token(String content) throws IOException {
        return Files.writeString(folder.resolve("token"), content);
    }

    @Test
    void manifests_a_prometheus_and_traces_make_one_report() throws IOException {
        try (var prometheus = PrometheusDouble.of("istio")) {
            Ran run =
                    cli("assess", SHOP, "--prometheus-url", prometheus.url() + "/", "--prometheus-token-file", token("secret\n").toString(),
                            "--window", "30m", "--traces", TRACES, "-o", "json");

            assertThat(run.code()).as(run.err()).isZero();
            JsonNode report = JSON.readTree(run.out());
            assertThat(report.at("/traffic/window").asString()).isEqualTo("30m");
            assertThat(report.at("/traffic/windowEnd").asString()).isEqualTo("2026-09-17T12:00:00Z");
            assertThat(report.at("/traffic/requestsPerSecond").asDouble()).isEqualTo(42.5);
            assertThat(report.at("/traffic/mtls/plaintextEdges")).hasSize(2);
            assertThat(report.at("/traffic/sources").valueStream().map(s -> s.path("id").asString())).containsExactly("istio", "traces");
            assertThat(report.at("/traffic/chains/depth/max").asInt()).isEqualTo(2);
            assertThat(report.at("/seen/calls").valueStream().map(c -> c.path("sentence").asString()))
                    .anyMatch(s -> s.startsWith("seen in the 30m before")).anyMatch(s -> s.startsWith("seen in traces"));
            assertThat(prometheus.authorizations()).containsOnly("Bearer secret");
            assertThat(run.out()).doesNotContain("secret");
        }
    }

    @Test
    void a_prometheus_that_is_not_there_is_a_gap_of_the_report() {
        var closed = PrometheusDouble.of("istio");
        closed.close();

        Ran run = cli("assess", SHOP, "--prometheus-url", closed.url(), "-o", "json");

        assertThat(run.code()).isZero();
        JsonNode report = JSON.readTree(run.out());
        assertThat(report.path("traffic").isNull()).isTrue();
        assertThat(report.path("gaps").valueStream().map(g -> g.path("why").asString())).anyMatch(w -> w.startsWith("nothing answers at"));
    }

    @Test
    void all_mistakes_are_told_at_once() throws IOException {
        Ran run =
                cli("assess", SHOP, "--prometheus-url", "http://prometheus.example:9090", "--prometheus-token-file", token("x").toString(),
                        "--prometheus-token-env", "NOWHERE", "--prometheus-service", "prometheus", "--prometheus-ca-file", TRACES,
                        "--window", "soon",
                        "--traces", "nowhere.json");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("--prometheus-service prometheus: write it as NAMESPACE/NAME:PORT")
                .contains("goes through the API server of a cluster, and files have none")
                .contains("are two ways to one Prometheus").contains("both give a token").contains("a token would travel unencrypted")
                .contains("it holds no certificate in PEM form").contains("--window soon: write it as").contains("--traces nowhere.json");
    }

    @Test
    void options_of_a_prometheus_that_is_not_given_are_mistakes() throws IOException {
        Ran run = cli("assess", SHOP, "--prometheus-token-file", token("").toString(), "--window", "1s");

        assertThat(run.err()).contains("belong to --prometheus-url, which is not given").contains("--window belongs to --prometheus-url")
                .contains("there is no token in it").contains("it must be from 1m to 31d");
    }

    @Test
    void a_password_in_the_address_is_refused_and_not_repeated() {
        Ran run = cli("assess", SHOP, "--prometheus-url", "https://me:hunter2@prometheus.example");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run.err()).contains("no name and password belong into it").doesNotContain("hunter2");
    }
}
