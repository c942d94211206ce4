package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import meshadvisor.bench.BenchRun;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What commands make of files with runs, good and bad. */
class BenchFilesTest {

    private static final String SHOP = "../sample-clusters/twelve-services-shop/manifests";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    static Path folder;

    private static String usual = "";

    @BeforeAll
    static void a_run_is_written() throws IOException {
        usual = BenchFiles.text(BenchRuns.usual());
        Files.writeString(folder.resolve("usual.json"), usual);
    }

    private static String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static String file(String name, BenchRun run) throws IOException {
        return file(name, BenchFiles.text(run));
    }

    private static String usual() {
        return folder.resolve("usual.json").toString();
    }

    @Test
    void a_run_is_reported_on_the_screen_and_into_files() throws IOException {
        Path markdown = folder.resolve("bench.md");
        Ran ran = cli("bench", "report", usual(), "-o", "json", "-o", "markdown=" + markdown);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(JSON.readTree(ran.out()).at("/schema/name").asString()).isEqualTo("meshadvisor/bench-report");
        assertThat(Files.readString(markdown)).startsWith("## Benchmark").contains("istio-sidecar/upstream-envoy");
        assertThat(cli("bench", "report", usual()).out()).startsWith("Measured: after 22 blocks").doesNotContain("\u001b");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"meshadvisor/v1|meshadvisor/v9|is no BenchRun of meshadvisor/v1 but BenchRun of meshadvisor/v9",
            "BenchRun|BenchPlan|but BenchPlan of meshadvisor/v1", "\"startedAt\"|\"startetAt\"|startedAt"})
    void a_file_of_another_kind_is_refused_with_what_it_is(String from, String to, String said) throws IOException {
        Ran ran = cli("bench", "report", file("other.json", usual.replaceFirst(from, to)));

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("other.json").contains(said).contains("; give a file").hasLineCount(1);
    }

    @Test
    void all_files_that_cannot_be_read_are_told_at_once() throws IOException {
        Ran ran = cli("bench", "compare", file("cut.json", usual.substring(0, usual.length() / 2)), file("text.json", "no JSON\n"));

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("cut.json").contains("text.json").doesNotContain("internal error").hasLineCount(2);
        Ran missing = cli("bench", "compare", folder.resolve("missing.json").toString(), folder.toString());
        assertThat(missing.err()).contains("there is no file").contains("is a folder").hasLineCount(2);
    }

    @Test
    void an_unknown_format_is_a_mistake_before_anything_is_read() {
        Ran ran = cli("bench", "report", "missing.json", "-o", "htm");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("-o htm:").doesNotContain("missing.json");
    }

    @Test
    void runs_in_other_environments_are_compared_with_a_label_and_exit_zero() throws IOException {
        String other = file("newer.json", BenchRuns.of(3).variant("istio-sidecar", 300).on("kernel", "6.8.0").blocks(10).ended());
        Ran ran = cli("bench", "compare", usual(), other, "-o", "json");

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode compared = JSON.readTree(ran.out());
        assertThat(compared.path("comparable").asBoolean()).isFalse();
        assertThat(compared.path("environment").valueStream().map(each -> each.path("what").asString())).containsExactly("kernel");
        assertThat(compared.path("contrasts")).isNotEmpty();
        assertThat(compared.path("inOne").valueStream().map(JsonNode::asString)).contains("Only the first run has app-mtls.");
    }

    @Test
    void what_was_measured_stands_beside_an_advice_and_does_not_move_it() {
        JsonNode without = JSON.readTree(cli("assess", SHOP, "-o", "json").out());
        Ran ran = cli("assess", SHOP, "--bench", usual(), "-o", "json");

        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode with = JSON.readTree(ran.out());
        assertThat(with.path("verdict")).isEqualTo(without.path("verdict"));
        assertThat(with.path("verdict").path("outcome").asString()).isEqualTo("NO_MESH");
        assertThat(with.at("/measured/0/facts").valueStream().filter(fact -> fact.path("bearsOnVerdict").asBoolean())
                .map(fact -> fact.path("label").asString())).containsOnly("app-mtls").hasSize(2);
        assertThat(with.at("/measured/0/facts").valueStream().map(fact -> fact.path("label").asString()))
                .contains("istio-sidecar/upstream-envoy");
        assertThat(with.at("/measured/0/elsewhere")).hasSize(1);
    }
}
