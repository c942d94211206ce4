package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static meshadvisor.cli.Ran.cliWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import meshadvisor.format.ReportFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("sets the default locale")
class AssessTest {

    private static final String CART = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart, namespace: shop, labels: {app: cart}}
            spec:
              selector: {matchLabels: {app: cart}}
              template:
                metadata: {labels: {app: cart}}
                spec: {containers: [{name: cart, image: "example/cart:1"}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cart, namespace: shop, labels: {app: cart}}
            spec: {selector: {app: cart}, ports: [{port: 80}]}
            """;
    private static final String DANGLING = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: cart, namespace: shop}
            spec: {hosts: [cart], http: [{route: [{destination: {host: cartt}}]}]}
            """;
    private static final String BROKEN = "a: [1\n";

    @TempDir
    Path folder;

    static List<String> every_format() {
        return Wanted.words(ReportFormat.class);
    }

    @ParameterizedTest
    @MethodSource("every_format")
    void the_exit_code_does_not_depend_on_the_format(String format) {
        String output = format + "=" + folder.resolve("report");
        assertThat(cliWith(CART, "assess", "-", "-o", output).code()).isZero();
        assertThat(cliWith(CART + "---\n" + DANGLING, "assess", "-", "-o", output, "--fail-on", "error").code()).isEqualTo(3);
        assertThat(cliWith(CART + "---\n" + DANGLING, "assess", "-", "-o", output).code()).isZero();
        assertThat(cliWith(CART + "---\n" + BROKEN, "assess", "-", "-o", output).code()).isEqualTo(5);
        assertThat(cliWith(CART + "---\n" + BROKEN, "assess", "-", "-o", output, "--fail-on", "error").code()).isEqualTo(5);
        assertThat(cliWith(CART + "---\n" + BROKEN, "assess", "-", "-o", output, "--exit-zero").code()).isZero();
        assertThat(cli("assess", "no/such/path", "-o", output).code()).isEqualTo(2);
        assertThat(cliWith("", "assess", "-", "-o", output, "--fail-if-empty").code()).isEqualTo(5);
    }

    @Test
    void a_document_that_cannot_be_read_is_a_finding_and_the_rest_is_assessed() {
        Ran run = cliWith(CART + "---\n" + BROKEN, "assess", "-", "-o", "json");

        assertThat(run.out()).contains("MA900").contains("\"name\": \"cart\"");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void all_mistakes_of_one_command_line_are_told_at_once_without_a_stack() {
        Ran run = cli("assess", "--need", "mtsl", "--no-need", "nonsense", "--as-of", "tomorrow", "-l", "app", "--timeout", "soon");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("did you mean \"mtls\"?", "nonsense", "--as-of tomorrow", "--selector app", "--timeout soon",
                "No kubeconfig names a cluster")
                .doesNotContain("\tat ");
    }

    @Test
    void every_path_that_is_missing_is_named() {
        assertThat(cli("assess", "no/such/one", "nor/this").err()).contains("no/such/one").contains("nor/this");
    }

    @Test
    void a_namespace_that_no_object_is_in_is_a_mistake_and_the_others_are_named() {
        Ran run = cliWith(CART, "assess", "-", "-n", "shopp");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("shopp").contains("shop");
    }

    @Test
    void a_namespace_and_labels_narrow_what_is_read() {
        String two = CART + "---\n" + CART.replace("shop", "bank").replace("cart", "till");

        assertThat(cliWith(two, "assess", "-", "-n", "bank", "-o", "json").out()).contains("\"name\": \"till\"")
                .doesNotContain("\"name\": \"cart\"");
        assertThat(cliWith(two, "assess", "-", "-l", "app=cart", "-o", "json").out()).contains("\"name\": \"cart\"")
                .doesNotContain("\"till\"");
    }

    @Test
    void a_stated_need_is_an_answer_with_its_author() throws IOException {
        Path answers = Files.writeString(folder.resolve("answers.yaml"), """
                schema: meshadvisor/answers/1.0
                needs: {mtls: {value: yes, by: A. Smith, on: 2026-09-01}}
                facts: {code-changeable: no, team-size: 7}
                requirements: [fips-build]
                services: {count: [], leave-out: []}
                objectives: [{service: cart, quantile: 99, limit: 250ms}]
                """);

        Ran run = cliWith(CART, "assess", "-", "--answers", answers.toString(), "-o", "json");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("mtls-unchangeable-few");
    }

    @Test
    void every_mistake_of_an_answers_file_is_told_with_its_line() throws IOException {
        Path answers = Files.writeString(folder.resolve("answers.yaml"), """
                schema: meshadvisor/answers/1.0
                need: {mtls: yes}
                needs: {mtls: perhaps, tls: yes}
                facts: {code-changable: no, team-size: many}
                requirements: [fibs-build]
                """);

        Ran run = cliWith(CART, "assess", "-", "--answers", answers.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("answers.yaml:2:1", "\"needs\"", "answers.yaml:3:", "perhaps", "answers.yaml:4:", "code-changeable", "many",
                        "answers.yaml:5:", "fips-build")
                .doesNotContain("\tat ");
    }

    @Test
    void thresholds_of_a_file_take_the_place_of_the_assumed_ones() throws IOException {
        Path thresholds = Files.writeString(folder.resolve("thresholds.yaml"), """
                thresholds:
                  - {id: mesh-minimum, value: 1, unit: services, provenance: ours, source: us}
                  - {id: mtls-mesh, value: 0, unit: services, provenance: ours, source: us}
                  - {id: mesh-comfortable, value: 1, unit: services, provenance: ours, source: us}
                  - {id: telemetry-mesh, value: 1, unit: services, provenance: ours, source: us}
                """);

        assertThat(cliWith(CART, "assess", "-", "--need", "mtls", "--thresholds", thresholds.toString(), "-o", "json").out())
                .contains("\"outcome\": \"ADOPT\"");
        assertThat(cliWith(CART, "assess", "-", "--need", "mtls", "-o", "json").out()).contains("\"outcome\": \"NO_MESH\"");
    }

    @Test
    void several_formats_in_one_run_and_only_one_of_them_on_standard_output() throws IOException {
        Path report = folder.resolve("report.json");

        Ran run = cliWith(CART, "assess", "-", "-o", "table", "-o", "json=" + report);

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Nothing seen here needs a service mesh");
        assertThat(Files.readString(report)).startsWith("{").endsWith("}\n");
        assertThat(cliWith(CART, "assess", "-", "-o", "table", "-o", "json").code()).isEqualTo(2);
        assertThat(folder).isDirectoryContaining(file -> file.equals(report)).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void a_pdf_goes_into_a_file_and_nowhere_else() throws IOException {
        Path report = folder.resolve("report.pdf");

        assertThat(cliWith(CART, "assess", "-", "-o", "pdf=" + report).out()).isEmpty();
        assertThat(Files.readString(report, StandardCharsets.ISO_8859_1)).startsWith("%PDF-1.").endsWith("%%EOF\n");
        Ran run = cliWith(CART, "assess", "-", "-o", "pdf");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("-o pdf is no text that a terminal could show; write -o pdf=FILE");
    }

    @Test
    void the_same_bytes_come_twice_and_in_every_locale() {
        Locale usual = Locale.getDefault();
        try {
            String first = cliWith(CART + "---\n" + DANGLING, "assess", "-", "-o", "json").out();
            for (String language : new String[] {"tr-TR", "ar-EG", "de-DE"}) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(cliWith(CART + "---\n" + DANGLING, "assess", "-", "-o", "json").out()).isEqualTo(first);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }

    @Test
    void a_suppression_needs_a_reason_and_ends_and_stays_visible() throws IOException {
        Path good = Files.writeString(folder.resolve("good.yaml"),
                "suppressions: [{rule: MA053, name: cart, reason: the host is made by another team, owner: me, until: 2026-12-31}]\n");
        Path expired =
                Files.writeString(folder.resolve("expired.yaml"), "suppressions: [{rule: MA053, reason: later, until: 2026-01-31}]\n");
        Path idle = Files.writeString(folder.resolve("idle.yaml"),
                "suppressions: [{rule: MA010, reason: no Jobs here}, {rule: MA053}, {rule: MA777, reason: x}]\n");
        String manifests = CART + "---\n" + DANGLING;

        assertThat(cliWith(manifests, "assess", "-", "--suppressions", good.toString(), "-o", "json", "--fail-on", "error"))
                .satisfies(run -> {
                    assertThat(run.code()).isZero();
                    assertThat(run.out()).contains("the host is made by another team");
                });
        assertThat(cliWith(manifests, "assess", "-", "--suppressions", expired.toString(), "-o", "json", "--fail-on", "error"))
                .satisfies(run -> {
                    assertThat(run.code()).isEqualTo(3);
                    assertThat(run.out()).contains("expired on 2026-01-31");
                });
        assertThat(cliWith(manifests, "assess", "-", "--suppressions", idle.toString(), "-o", "json").out()).contains("suppresses nothing",
                "gives no reason", "unknown rule \\\"MA777\\\"");
    }

    @Test
    void an_annotation_on_the_object_suppresses_too() {
        String annotated = DANGLING.replace("namespace: shop}",
                "namespace: shop, annotations: {suppress.meshadvisor.io/MA053: \"until=2026-12-31 owner=me the host comes later\"}}");

        assertThat(cliWith(CART + "---\n" + annotated, "assess", "-", "-o", "json", "--fail-on", "error").code()).isZero();
    }

    @Test
    void a_proposal_is_judged_whatever_the_verdict() {
        Ran run = cliWith(CART, "assess", "-", "--consider", "istio");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Istio ambient").contains("Nothing seen here needs a service mesh");
        assertThat(cliWith(CART, "assess", "-", "--consider", "istoi").code()).isEqualTo(2);
    }

    @Test
    void questions_write_a_file_that_can_be_answered() throws IOException {
        Ran questions = cliWith(CART, "questions", "-");
        Path answers = Files.writeString(folder.resolve("answers.yaml"), questions.out());

        assertThat(questions.out()).contains("schema: meshadvisor/answers/1.0");
        assertThat(cliWith(CART, "assess", "-", "--answers", answers.toString()).code()).isZero();
    }

    @Test
    void an_interview_asks_on_standard_error_until_the_input_ends() throws IOException {
        Path manifest = Files.writeString(folder.resolve("cart.yaml"), CART);

        Ran run = cliWith("maybe\nno\n", "assess", manifest.toString(), "--interactive", "-o", "json");

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("Please answer with one of");
        assertThat(run.out()).startsWith("{");
    }

    @Test
    void an_interview_cannot_share_standard_input_with_the_manifests() {
        Ran run = cliWith(CART, "assess", "-", "--interactive");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("meshadvisor: --interactive reads answers from standard input").doesNotContain("\tat ");
    }

    @Test
    void names_to_count_or_not_must_be_of_the_scan() {
        Ran run = cliWith(CART, "assess", "-", "--service", "carts", "--not-service", "nosuch");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--service carts: no Service and no workload of the scan is called so; did you mean \"cart\"?")
                .contains("--not-service nosuch: ");
        assertThat(cliWith(CART, "assess", "-", "--not-service", "cart").code()).isZero();
    }

    @Test
    void too_little_coverage_is_said_and_a_share_beyond_all_is_refused() {
        Ran run = cliWith(CART + "---\n" + BROKEN, "assess", "-", "--min-coverage", "90");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.err()).contains("less than the 90 % of --min-coverage");
        assertThat(cliWith(CART, "assess", "-", "--min-coverage", "101").code()).isEqualTo(2);
        assertThat(cliWith(CART, "assess", "-", "--min-coverage", "100").code()).isZero();
    }

    @Test
    void a_document_that_says_half_of_what_it_is_is_a_finding() throws IOException {
        Files.writeString(folder.resolve("cart.yaml"), CART + "---\napiVersion: apps/v1\nKind: Deployment\nmetadata: {name: web}\n");
        Ran run = cli("assess", folder.toString(), "-o", "json");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out()).contains("This document has no kind, so it is no Kubernetes object.");
    }

    @Test
    void a_manifest_with_a_character_that_no_text_has_is_a_finding_and_no_picture() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), CART.replace("example/cart:1", "example/\0cart:1"));
        Files.write(folder.resolve("b.yaml"), new byte[] {0, 1, 2});
        Ran run = cli("assess", folder.toString(), "-o", "json");
        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out()).contains("MA900").contains("a.yaml").doesNotContain("b.yaml");
    }

    @Test
    void a_thresholds_file_that_is_wrong_is_named() throws IOException {
        Path file = Files.writeString(folder.resolve("limits.yaml"), "thresholds: [{id: mesh-minimum, value: 5, source: us}]\n");
        Ran run = cliWith(CART, "assess", "-", "--thresholds", file.toString());
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("meshadvisor: " + file + ": \"provenance\" is missing at [\"thresholds\"][0]");
    }

    @Test
    void everything_that_is_wrong_with_a_command_line_is_told_at_once() {
        Ran run = cli("assess", "no/such", "nor/this", "--need", "mtls,foo", "--consider", "istoi", "-o", "xml", "--fail-on", "bad", "-l",
                "a=",
                "--min-coverage", "200", "--nonsense");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("no/such", "nor/this", "--need foo", "--consider istoi", "-o xml", "bad", "--min-coverage 200",
                "--nonsense").doesNotContain("\tat ");
    }
}
