package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import meshadvisor.format.ReportFormat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code meshadvisor report} says of saved reports. */
class ReportTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String SHOP = "test/resources/format/shop";
    private static final String LEAVING = "../sample-clusters/linkerd-nobody-uses/manifests";

    @TempDir
    static Path folder;

    @BeforeAll
    static void reports_are_saved() {
        save("before", "json");
        save("after", "json", "--need", "mtls", "--consider", "istio");
        save("before", "yaml");
    }

    private static void save(String name, String format, String... more) {
        String[] words = new String[4 + more.length];
        System.arraycopy(new String[] {"assess", SHOP, "-o", format + "=" + file(name + "." + format)}, 0, words, 0, 4);
        System.arraycopy(more, 0, words, 4, more.length);
        assertThat(cli(words).code()).isIn(0, 5);
    }

    private static String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Ran compared(String from, String with, String format) {
        return cli("report", "--from", file(from), "--compare", file(with), "-o", format);
    }

    @Test
    void another_verdict_is_told_with_its_reasons() {
        assertThat(compared("after.json", "before.json", "table").out()).startsWith("The verdict is adopt linkerd; it was ")
                .contains("the earlier report foretold it: it would be so if mtls were yes",
                        "\"Encrypted and authenticated traffic between services\" is stated", "unknown → yes",
                        "0 new, 0 solved, 1 changed,",
                        "if-adopted → now");
    }

    @ParameterizedTest
    @CsvSource({"before.json, before.json", "before.json, before.yaml", "before.yaml, before.json"})
    void the_same_in_json_and_yaml_is_no_change(String from, String with) {
        assertThat(compared(from, with, "table").out()).contains("as before; nothing else changed, either.");
    }

    @ParameterizedTest
    @CsvSource({"after.json, before.json", "before.json, after.json", "before.json, before.json"})
    void what_is_written_is_what_the_schema_says(String from, String with) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JSON.readTree(Files.readString(Path.of("../docs/formats/report-changes.schema.json"))));
        JsonNode json = JSON.readTree(compared(from, with, "json").out());
        assertThat(schema.validate(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"table", "json", "yaml", "markdown", "html", "csv"})
    void every_format_is_written_and_is_the_same_a_second_time(String format) {
        Ran first = compared("after.json", "before.json", format);
        assertThat(first.code()).isZero();
        assertThat(first.out()).isNotBlank().isEqualTo(compared("after.json", "before.json", format).out());
    }

    @Test
    void a_figure_that_moves_less_than_is_not_known_of_it_is_no_change() throws IOException {
        String after = Files.readString(Path.of(file("after.json")));
        JsonNode added = JSON.readTree(after).at("/added/0/cpu");
        String moved = after.replace("\"likely\": " + added.path("likely").toString(), "\"likely\": "
                + (added.path("low").asDouble() + added.path("likely").asDouble()) / 2);
        Files.writeString(Path.of(file("moved.json")), moved);
        JsonNode figures = JSON.readTree(compared("moved.json", "after.json", "json").out()).path("figures");
        assertThat(figures).isNotEmpty().allSatisfy(figure -> assertThat(figure.path("apart").asBoolean()).isFalse());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|is no report of meshadvisor", "a: [|is no report (", "''|is no report",
            "{schema: {name: meshadvisor/report, version: '2.0'}}|is a report of format 2.0, and only 1.x is known here",
            "{schema: {name: meshadvisor/report, version: '1.4'}}|does not hold together (a number is missing)"})
    void a_file_that_is_no_report_is_refused_with_what_it_is(String content, String said) throws IOException {
        Files.writeString(Path.of(file("bad.json")), content);
        Ran ran = compared("bad.json", "none.json", "table");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("bad.json " + said, "there is no file " + file("none.json"));
    }

    @Test
    void a_file_has_to_be_named() {
        assertThat(cli("report").code()).isEqualTo(ExitCode.USAGE.code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"after.json", "before.json", "before.yaml"})
    void a_saved_assessment_is_shown_again_as_it_was(String from) throws IOException {
        List<String> formats = Stream.of(ReportFormat.values()).map(format -> format.name().toLowerCase(Locale.ROOT)).toList();
        List<String> words = new ArrayList<>(List.of("assess", SHOP));
        if (from.startsWith("after")) {
            words.addAll(List.of("--need", "mtls", "--consider", "istio"));
        }
        shownAgain(words, from, formats);
    }

    /** Runs the command with all formats, shows what it saved again with all of them, and compares byte by byte. */
    private static void shownAgain(List<String> command, String from, List<String> formats) throws IOException {
        List<String> words = new ArrayList<>(command);
        List<String> again = new ArrayList<>(List.of("report", "--from", file(from)));
        formats.forEach(format -> {
            words.addAll(List.of("-o", format + "=" + file("first." + format)));
            again.addAll(List.of("-o", format + "=" + file("again." + format)));
        });
        assertThat(cli(words.toArray(String[]::new)).code()).isIn(0, 5);
        assertThat(cli(again.toArray(String[]::new)).code()).isZero();
        for (String format : formats) {
            assertThat(Path.of(file("again." + format))).as(format).isNotEmptyFile()
                    .hasSameBinaryContentAs(Path.of(file("first." + format)));
        }
    }

    @Test
    void a_saved_estimate_and_a_saved_surge_are_shown_again_as_they_were() throws IOException {
        List<String> formats = List.of("table", "json", "yaml", "markdown", "html", "csv");
        for (List<String> command : List.of(List.of("estimate", SHOP, "--way", "linkerd"),
                List.of("simulate", "surge", "--scenario", "war-story", "--runs", "10"))) {
            List<String> words = new ArrayList<>(command);
            words.addAll(List.of("-o", "json=" + file("saved.json")));
            shownAgain(words, "saved.json", formats);
        }
    }

    @Test
    void a_saved_estimate_has_no_findings_and_it_is_said_what_it_can_be_shown_as() {
        assertThat(cli("estimate", SHOP, "--way", "linkerd", "-o", "json=" + file("estimate.json")).code()).isIn(0, 5);
        Ran ran = cli("report", "--from", file("estimate.json"), "-o", "sarif=" + file("x.sarif"), "-o", "junit");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("-o sarif shows findings, which only what meshadvisor assess wrote holds", "-o junit shows",
                "table, json, yaml, markdown, html");
    }

    @Test
    void several_results_become_one_text_with_the_assessment_first() throws IOException {
        String gate = file("gate.json");
        assertThat(cli("gate", SHOP, "--budget", "../docs/formats/budgets.example.yaml", "-o", "json=" + gate).code()).isIn(0, 4, 5);
        assertThat(cli("simulate", "surge", "--scenario", "war-story", "--runs", "10", "-o", "json=" + file("surge.json")).code()).isZero();
        Ran ran = cli("report", "--from", gate, "--from", file("surge.json"), "--from", file("after.json"), "-o", "markdown", "-o",
                "html=" + file("review.html"), "-o", "pdf=" + file("review.pdf"));
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).startsWith("## Service mesh advice\n\n**Adopt a service mesh").containsSubsequence("## Assessment",
                "after.json",
                "## Surge", "surge.json", "no day", "## Gate", "gate.json", "of 2026-09-17");
        assertThat(Path.of(file("review.pdf"))).isNotEmptyFile();
        assertThat(Files.readString(Path.of(file("review.html")))).contains(">Gate: Budgets<");
    }

    @Test
    void what_cannot_be_joined_is_refused_all_of_it_at_once() {
        Ran ran = cli("report", "--from", file("after.json"), "--from", file("before.json"), "--from", file("after.json"), "-o", "json");
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("are both assessments, and a text has one verdict", "are the same, byte by byte",
                "-o json cannot hold several results");
        assertThat(cli("report", "--from", file("after.json"), "--from", file("before.json"), "--compare", file("before.json")).err())
                .contains("--compare says what changed in one assessment; give one --from, not 2");
        assertThat(cli("report", "--from", file("none.json"), "--from", "test/resources/checkout").err()).contains("there is no file",
                "test/resources/checkout is a folder");
    }

    @Test
    void a_report_that_failed_fails_again() throws IOException {
        Ran first = cli("assess", LEAVING, "--fail-on", "warning", "-o", "json=" + file("failing.json"), "-o", "junit");
        Ran again = cli("report", "--from", file("failing.json"), "-o", "junit");
        assertThat(first.code()).isEqualTo(ExitCode.FINDINGS.code());
        assertThat(again).isEqualTo(new Ran(ExitCode.FINDINGS.code(), first.out(), ""));
        assertThat(cli("report", "--from", file("failing.json"), "--exit-zero").code()).isZero();
        assertThat(cli("report", "--from", file("before.json"), "-o", "junit").code()).isZero();
        assertThat(JSON.readTree(Files.readString(Path.of(file("failing.json")))).at("/made/failOn").asString()).isEqualTo("warning");
    }

    @Test
    void it_can_be_shown_in_another_language_than_it_was_written_in() {
        assertThat(cli("report", "--from", file("after.json"), "--language", "de").out())
                .startsWith("Ein Service Mesh einführen, nämlich Linkerd,").contains("\nBEFUNDE ─", "\nWeiter      meshadvisor");
        assertThat(cli("report", "--from", file("after.json"), "--language", "uk").out())
                .startsWith("Запровадити сервісну сітку Linkerd для").contains("\nЗНАХІДКИ ─");
        assertThat(cli("report", "--from", file("after.json"), "--language", "tlh").err())
                .contains("--language tlh: there is no such language; there are de, en, uk");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|is no result of meshadvisor",
            "{kind: BenchRun}|is what a benchmark measured; meshadvisor bench report ",
            "{schema: {name: meshadvisor/report, version: '1.5'}}|kept no texts, only figures; write it anew with meshadvisor assess -o json=FILE",
            "{schema: {name: meshadvisor/gate}, shown: {text: [{item: x, depth: 0}]}}|cannot be shown again: a sentence stands at no depth",
            "{schema: {name: meshadvisor/gate}, shown: {text: [7]}}|cannot be shown again: a block of no known kind"})
    void a_file_that_cannot_be_shown_again_is_refused_with_the_reason(String content, String said) throws IOException {
        Files.writeString(Path.of(file("strange.json")), content);
        Ran ran = cli("report", "--from", file("strange.json"));
        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains(said);
    }

    @Test
    void every_file_that_was_read_has_its_digest() throws Exception {
        Path answers = Files.writeString(Path.of(file("answers.yaml")), cli("questions", SHOP).out());
        JsonNode inputs = JSON.readTree(cli("assess", SHOP, "--answers", answers.toString(), "-o", "json").out()).at("/scope/inputs");
        for (Path read : List.of(answers, Path.of(SHOP, "pay.yaml"))) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(read));
            assertThat(inputs).anySatisfy(input -> {
                assertThat(input.path("file").asString()).isEqualTo(read.toString());
                assertThat(input.path("sha256").asString()).isEqualTo(HexFormat.of().formatHex(digest));
            });
        }
        assertThat(inputs.valueStream().map(input -> input.path("file").asString()).toList()).isSorted().doesNotHaveDuplicates();
    }
}
