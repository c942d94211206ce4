package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command that says what a mesh would add. */
class EstimateTest {

    private static final String SHOP = "../sample-clusters/twelve-services-shop/manifests";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void every_way_is_told_as_a_range_and_the_same_run_gives_the_same_bytes() {
        Ran once = cli("estimate", SHOP);
        assertThat(once.code()).as(once.err()).isZero();
        assertThat(once.out()).startsWith("What a mesh would add to 26 pods").contains("linkerd").contains("istio-ambient-waypoint");
        assertThat(cli("estimate", SHOP).out()).isEqualTo(once.out());
    }

    @Test
    void what_is_known_of_the_traffic_makes_the_range_smaller() {
        JsonNode guessed = JSON.readTree(cli("estimate", SHOP, "--way", "linkerd", "-o", "json").out());
        JsonNode told = JSON.readTree(cli("estimate", SHOP, "--way", "linkerd", "--requests", "180..220", "-o", "json").out());
        assertThat(guessed.path("ways")).hasSize(1);
        assertThat(width(told)).isLessThan(width(guessed) / 3);
    }

    private static double width(JsonNode estimate) {
        JsonNode cpu = estimate.at("/ways/0/cpu");
        return cpu.path("high").asDouble() / cpu.path("low").asDouble();
    }

    @Test
    void a_run_calibrates_a_profile_that_says_the_same_again() throws IOException {
        String run = file("bench-run.json", BenchFiles.text(BenchRuns.usual()));
        String profile = folder.resolve("here.yaml").toString();
        Ran calibrated = cli("estimate", SHOP, "--calibrate", run, "--save-profile", profile, "-o", "json");
        assertThat(calibrated.code()).as(calibrated.err()).isZero();
        assertThat(JSON.readTree(calibrated.out()).path("checks")).isNotEmpty();
        Ran again = cli("estimate", SHOP, "--profile", profile, "-o", "json");
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(calibrated.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "--way nobody                   | --way nobody: there is no such way; known are cilium",
            "--requests many                | --requests many: write a number, or two with .. between them",
            "--requests 5..2                | --requests 5..2: write a number",
            "--calibrate nowhere.json       | --calibrate nowhere.json: there is no such file",
            "--profile nowhere.yaml         | --profile nowhere.yaml: there is no such file; meshadvisor estimate --calibrate",
            "--save-profile x.yaml          | --save-profile writes what --calibrate found, which is not given"})
    void an_option_that_cannot_be_meant_so_is_told(String options, String message) {
        Ran ran = cli(("estimate " + SHOP + " " + options).split("\\s+", -1));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains(message);
        assertThat(ran.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "schema: other/profile                                        | this is no profile",
            "measurements: []                                             | this is no profile",
            "nonsense: [                                                  | here.yaml:",
            "{schema: meshadvisor/profile, schema-version: '1.0', surprise: 1} | unknown field \"surprise\""})
    void a_file_that_is_no_profile_is_refused_with_its_name(String text, String message) throws IOException {
        Ran ran = cli("estimate", SHOP, "--profile", file("here.yaml", text));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("here.yaml").contains(message).doesNotContain("\tat ");
    }

    @Test
    void what_cannot_be_read_is_said_and_makes_the_result_incomplete() throws IOException {
        Ran ran = cli("estimate", file("broken.yaml", "kind: [\n"));
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.err()).contains("could not be read").contains("nothing was found that a mesh could take in");
    }

    @Test
    void a_file_that_is_neither_run_nor_snapshot_is_refused() throws IOException {
        Ran ran = cli("estimate", SHOP, "--calibrate", file("odd.json", "{\"kind\": \"Odd\"}"));
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("odd.json").doesNotContain("\tat ");
    }
}
