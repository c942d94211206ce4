package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is predicted and priced for a running cluster, as a snapshot holds it: two nodes, three services with sidecars, usage and an autoscaler. */
class EstimateSnapshotTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private static String snapshot() {
        return Path.of(EstimateSnapshotTest.class.getResource("/snapshot/meshed-shop.json").getPath()).toString();
    }

    private static JsonNode estimate(String... more) {
        List<String> args = new ArrayList<>(List.of("estimate", "--snapshot", snapshot(), "-o", "json"));
        args.addAll(List.of(more));
        Ran ran = cli(args.toArray(String[]::new));
        assertThat(ran.code()).as(ran.err()).isZero();
        return JSON.readTree(ran.out());
    }

    private static JsonNode named(JsonNode list, String field, String name) {
        return list.valueStream().filter(n -> n.path(field).asString().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void pods_and_nodes_are_counted_where_they_run_and_the_autoscaler_leaves_a_range() {
        JsonNode scale = estimate().path("scale");

        assertThat(scale.path("pods").asInt()).isEqualTo(8);
        assertThat(scale.at("/podsBetween/low").asDouble()).isEqualTo(6);
        assertThat(scale.at("/podsBetween/high").asDouble()).isEqualTo(16);
        assertThat(scale.at("/nodes/low").asDouble()).isEqualTo(2);
        assertThat(scale.at("/nodes/basis").asString()).isEqualTo("measured");
    }

    @Test
    void what_proxies_use_goes_before_published_figures() throws IOException {
        JsonNode measured = named(estimate().path("ways"), "variant", "istio-sidecar");
        Path without = folder.resolve("without.json");
        Files.writeString(without, Files.readString(Path.of(snapshot())).lines().filter(l -> !l.contains("\"PodMetrics\""))
                .reduce("", (a, b) -> a + b + "\n").replaceFirst("},\\s*]}\\s*$", "}]}"));
        Ran ran = cli("estimate", "--snapshot", without.toString(), "-o", "json");
        JsonNode published = named(JSON.readTree(ran.out()).path("ways"), "variant", "istio-sidecar");

        // eight proxies: 80, 84 MiB of each service, and 88, 92 of the one with four pods
        assertThat(measured.path("measured").valueStream().map(JsonNode::asString))
                .anyMatch(m -> m.startsWith("sidecar-memory measured with"));
        assertThat(published.path("measured")).isEmpty();
        JsonNode memory = named(measured.path("parts"), "name", "istio-proxy").path("memory");
        assertThat(memory.path("likely").asDouble()).isBetween(8 * 83.5 * 0.8, 16 * 83.5);
        assertThat(memory.at("/basis").asString()).isIn("predicted", "measured");
    }

    @Test
    void whole_nodes_are_those_of_the_cluster_with_their_list_price() {
        JsonNode cost = estimate().path("cost");
        JsonNode sheet = named(cost.path("sheets"), "answer", "istio-sidecar");

        assertThat(cost.path("prices").get(0).path("cloud").asString()).isEqualTo("aws");
        assertThat(named(sheet.path("lines"), "line", "compute-nodes").path("parts").toString()).contains("m5.xlarge");
        assertThat(sheet.at("/nodes/low").asDouble()).isEqualTo(Math.rint(sheet.at("/nodes/low").asDouble()));
        assertThat(sheet.at("/nodes/source").asString()).isEqualTo("pods of the cluster packed onto its nodes");
    }

    @Test
    void the_gate_and_the_assessment_price_the_same_cluster() throws IOException {
        Path budgets = Files.writeString(folder.resolve("budgets.yaml"), """
                schema: meshadvisor/budgets/1.0
                budgets:
                  - {metric: nodes-added, of: {answer: istio-sidecar}, max: 100}
                  - {metric: overhead-requested-cpu, of: {variant: istio-sidecar, part: istio-proxy}, max: 1600m}
                """);
        Ran gate = cli("gate", "--snapshot", snapshot(), "--budget", budgets.toString(), "-o", "json");
        assertThat(gate.code()).as(gate.err() + gate.out()).isZero();
        assertThat(JSON.readTree(gate.out()).at("/checks/0/result").asString()).isEqualTo("pass");
        assertThat(JSON.readTree(gate.out()).at("/checks/1/judged/low").asDouble()).isEqualTo(600);

        JsonNode report = JSON.readTree(cli("assess", "--snapshot", snapshot(), "-o", "json").out());
        JsonNode same = named(report.at("/cost/sheets"), "answer", "istio-sidecar");
        JsonNode alone = named(estimate().at("/cost/sheets"), "answer", "istio-sidecar");
        assertThat(same.path("nodes")).isEqualTo(alone.path("nodes"));
        assertThat(same.path("monthly")).isEqualTo(alone.path("monthly"));
    }
}
