package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that simulates a surge, as a user types it. */
class SimulateTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SHOP = "../sample-clusters/twelve-services-shop/manifests";
    private static final String PROD = "test/resources/simulate/prod.snapshot.json";
    private static final String BLACK_FRIDAY = "../sample-clusters/black-friday-300-sidecars";
    private static final String[] SMALL = {"simulate", "surge", SHOP, "--mesh", "istio-sidecar", "--runs", "10", "--minutes", "20"};

    @TempDir
    static Path folder;

    private static String[] small(String... more) {
        String[] all = Arrays.copyOf(SMALL, SMALL.length + more.length);
        System.arraycopy(more, 0, all, SMALL.length, more.length);
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"istio-sidecar", "istio-ambient", "linkerd", "cilium"})
    void every_variant_gives_a_report_that_keeps_its_schema(String variant) throws IOException {
        Ran ran = cli("simulate", "surge", SHOP, "--mesh", variant, "--runs", "10", "--minutes", "20", "-o", "json");

        assertThat(ran.code()).as(ran.err()).isZero();
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(Files.readString(Path.of("../docs/formats/surge.schema.json"))));
        JsonNode report = JSON.readTree(ran.out());
        assertThat(schema.validate(report)).isEmpty();
        assertThat(report.path("variant").asString()).isEqualTo(variant);
        assertThat(report.path("remedies")).isNotEmpty();
    }

    @Test
    void the_same_seed_gives_the_same_bytes_and_another_one_does_not() {
        String first = cli(small("-o", "json")).out();

        assertThat(cli(small("-o", "json")).out()).isEqualTo(first);
        assertThat(cli(small("-o", "json", "--seed", "2")).out()).isNotEqualTo(first);
    }

    @Test
    void the_answer_stands_in_the_first_two_lines_and_every_remedy_below() {
        String out = cli(small()).out();

        assertThat(out).startsWith("At 8 times the traffic nodes run out of memory in ");
        assertThat(out.lines().skip(1).limit(4).filter(line -> line.startsWith("Do"))).hasSize(1);
        assertThat(out).contains("memory limit below the peak").contains("PILOT_PUSH_THROTTLE 10").contains("WHAT EACH REMEDY DOES")
                .contains("Not known");
    }

    @Test
    void markdown_and_yaml_say_the_same() {
        assertThat(cli(small("-o", "markdown")).out()).startsWith("## Surge").contains("| remedy |");
        assertThat(cli(small("-o", "yaml")).out()).contains("name: \"meshadvisor/surge\"");
    }

    @Test
    void what_the_manifests_say_of_the_proxies_is_known_and_no_range() {
        Ran ran = cli("simulate", "surge", BLACK_FRIDAY, "--runs", "10", "--minutes", "5", "-o", "json");

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode report = JSON.readTree(ran.out());
        assertThat(report.path("variant").asString()).isEqualTo("istio-sidecar");
        assertThat(report.path("services").asInt()).isEqualTo(300);
        assertThat(report.path("pods").asInt()).isEqualTo(2400);
        JsonNode limit = report.path("inputs").valueStream().filter(each -> each.path("input").asString().equals("proxy-limit")).findFirst()
                .orElseThrow();
        assertThat(limit.path("high").asDouble()).isZero();
        assertThat(limit.path("basis").asString()).isEqualTo("declared");
    }

    /** A cluster of three nodes in three quarters full, with metrics, as `meshadvisor snapshot` writes it. */
    @Test
    void a_snapshot_tells_nodes_use_and_proxies_so_that_few_inputs_stay_open() {
        Ran ran = cli("simulate", "surge", "--snapshot", PROD, "--factor", "4", "--runs", "10", "--minutes", "20", "-o", "json");

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode report = JSON.readTree(ran.out());
        assertThat(report.path("title").asString()).isNotBlank();
        assertThat(report.path("variant").asString()).isEqualTo("istio-sidecar");
        assertThat(report.path("services").asInt()).isEqualTo(3);
        assertThat(report.path("pods").asInt()).isEqualTo(15);
        assertThat(report.at("/numbers/nodes/p5").asInt()).isEqualTo(3);
        assertThat(report.at("/numbers/nodes/p95").asInt()).isEqualTo(3);
        assertThat(known(report, "memory-before")).isEqualTo("0.75 measured 2026-09-01");
        assertThat(known(report, "cpu-before")).isEqualTo("0.1 measured 2026-09-01");
        assertThat(known(report, "proxy-idle")).isEqualTo("64 measured 2026-09-01");
        assertThat(known(report, "proxy-request")).isEqualTo("128 declared 2026-09-01");
        assertThat(known(report, "proxy-limit")).isEqualTo("1024 declared 2026-09-01");
        assertThat(report.path("gaps")).isEmpty();
    }

    /** An input that is no range any more, with what it stands on. */
    private static String known(JsonNode report, String input) {
        JsonNode found = report.path("inputs").valueStream().filter(each -> each.path("input").asString().equals(input)).findFirst()
                .orElseThrow();
        assertThat(found.path("low").asDouble()).isEqualTo(found.path("high").asDouble());
        return found.path("low").asString() + " " + found.path("basis").asString() + " " + found.path("date").asString().substring(0, 10);
    }

    @Test
    void another_mesh_than_the_one_that_runs_keeps_the_nodes_and_leaves_the_proxies_open() {
        JsonNode report = JSON.readTree(cli("simulate", "surge", "--snapshot", PROD, "--mesh", "linkerd", "--runs", "10", "--minutes", "5",
                "-o", "json").out());

        assertThat(known(report, "memory-before")).isEqualTo("0.75 measured 2026-09-01");
        JsonNode idle = report.path("inputs").valueStream().filter(each -> each.path("input").asString().equals("proxy-idle")).findFirst()
                .orElseThrow();
        assertThat(idle.path("high").asDouble()).isGreaterThan(idle.path("low").asDouble());
    }

    @Test
    void a_file_that_is_no_snapshot_and_a_cluster_that_is_not_there_are_refused_as_assess_does() throws IOException {
        Path none = Files.writeString(folder.resolve("none.json"), "kind: Service");

        assertThat(cli("simulate", "surge", "--snapshot", none.toString()).err()).contains("is no whole snapshot");
        assertThat(cli("simulate", "surge", SHOP, "--snapshot", PROD).err()).contains("give one of both");
        assertThat(cli("simulate", "surge", "--context", "nowhere", "--kubeconfig", folder.resolve("no").toString()).code())
                .isNotZero().isNotEqualTo(ExitCode.BUG.code());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"--factor 0.5|--factor 0.5 must be from 1 to 100", "--minutes 0|--minutes 0 must be from 1 to 1440",
                    "--runs 3|--runs 3 must be from 10 to 2000", "--mesh istio-sidecat|did you mean \"istio-sidecar\"?",
                    "--scenario war-stor|did you mean \"war-story\"?", "--scenario war-story|give either a scenario or a PATH"})
    void what_cannot_be_meant_so_is_refused_with_the_way_out(String options, String said) {
        String[] words = options.split(" ", -1);
        String[] all = {"simulate", "surge", SHOP, words[0], words[1]};

        Ran ran = cli(all);

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains(said).doesNotContain("internal error");
    }

    @Test
    void without_a_mesh_somebody_has_to_say_which() {
        Ran ran = cli("simulate", "surge", SHOP);

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("no mesh runs there").contains("istio-ambient").contains("linkerd");
    }

    @Test
    void a_scenario_of_ones_own_is_read_and_a_broken_one_refused_with_its_place() throws IOException {
        String documented = Files.readString(Path.of("../docs/simulate.md")).replaceAll("(?s).*```yaml\n(.*?)```.*", "$1");
        Path file = Files.writeString(folder.resolve("sale.yaml"), documented);
        Path broken = Files.writeString(folder.resolve("broken.yaml"), documented.replace("node-memory", "node-memori"));

        Ran ran = cli("simulate", "surge", "--scenario", file.toString(), "--runs", "10", "-o", "json");
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(JSON.readTree(ran.out()).path("asTold").path("all").asInt()).isEqualTo(10);
        Ran refused = cli("simulate", "surge", "--scenario", broken.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("broken.yaml").contains("node-memori").contains("docs/simulate.md");
    }
}
