package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.gate.Metrics;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Plans of the samples: whole, as files, and as the gate reads them. */
class PlanTest {

    private static final Path SAMPLES = Path.of("../sample-clusters");

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Schema SCHEMA = schema();

    @TempDir
    Path folder;

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(JSON.readTree(Files.readString(Path.of("../docs/formats/plan.schema.json"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String sample, String... more) {
        Path here = SAMPLES.resolve(sample);
        List<String> words = new ArrayList<>(List.of("plan", here.resolve("manifests").toString()));
        if (Files.exists(here.resolve("answers.yaml"))) {
            words.addAll(List.of("--answers", here.resolve("answers.yaml").toString()));
        }
        words.addAll(Arrays.asList(more));
        return words;
    }

    private static Ran plan(String sample, String... more) {
        return cli(words(sample, more).toArray(String[]::new));
    }

    static Stream<String> every_sample() throws IOException {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            return samples.filter(Files::isDirectory).map(s -> s.getFileName().toString()).sorted().toList().stream();
        }
    }

    /** Two meshes that are adopted, one that is kept, one that is left, and the answers without a mesh. */
    @ParameterizedTest
    @ValueSource(strings = {"bank-26-services", "exchange-two-regions", "hotel-on-cilium", "linkerd-nobody-uses", "twelve-services-shop",
            "school-no-metrics", "streaming-internal-canary", "ledger-network-policy"})
    void the_plan_of_a_sample_is_as_reviewed(String sample) throws IOException {
        Ran ran = plan(sample, "-o", "markdown");

        assertThat(ran.code()).as(ran.err()).isZero();
        Path golden = Path.of("test/resources/plan/" + sample + ".md");
        if (System.getProperty("golden", "").equals("write")) {
            Files.writeString(golden, ran.out());
        }
        assertThat(ran.out()).as("%s; after a change that is meant, run with -Dgolden=write and review", golden)
                .isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("every_sample")
    void the_plan_of_every_sample_is_what_the_schema_says_and_its_budgets_are_read_by_the_gate(String sample) throws IOException {
        Path plan = folder.resolve("plan");
        Ran ran = plan(sample, "--into", plan.toString(), "-o", "json=" + folder.resolve("plan.json"));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(SCHEMA.validate(JSON.readTree(Files.readString(folder.resolve("plan.json"))))).isEmpty();
        List<Path> budgets = budgets(plan);
        assertThat(budgets).isNotEmpty();
        var library = Knowledge.read().library();
        var rules = new TreeMap<String, String>();
        Rules.of(library).all().forEach((Rule r) -> {
            rules.put(r.code(), r.code());
            rules.put(r.id(), r.code());
        });
        for (Path file : budgets) {
            List<Mistake> mistakes = new ArrayList<>();
            assertThat(GateBudgetFile.read(file, Metrics.of(library), rules, mistakes).budgets()).isNotEmpty();
            assertThat(mistakes).extracting(Mistake::sentence).isEmpty();
        }
    }

    private static List<Path> budgets(Path plan) throws IOException {
        try (Stream<Path> files = Files.walk(plan)) {
            return files.filter(f -> f.getFileName().toString().equals("budgets.yaml")
                    || f.getParent().getFileName().toString().equals("charter")).sorted().toList();
        }
    }

    @Test
    void a_mesh_is_planned_although_another_one_is_advised() {
        Ran ran = plan("bank-26-services", "--consider", "istio-ambient", "--peak", "400", "--surge", "2");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("istio.io/dataplane-mode=ambient").contains("--rates 400,800")
                .doesNotContain("linkerd.io/inject=enabled");
    }

    @Test
    void without_a_peak_the_load_test_asks_for_it_and_runs_nothing() {
        Ran ran = plan("bank-26-services");

        assertThat(ran.out()).contains("The peak of the busiest service is known").doesNotContain("--rates");
    }

    @Test
    void a_plan_to_keep_a_mesh_speaks_of_no_pilot() {
        assertThat(plan("black-friday-300-sidecars", "-o", "markdown").out()).doesNotContainIgnoringCase("charter")
                .doesNotContain("first wave")
                .contains("is older than 1.22, whose support").contains("tag set default");
        assertThat(plan("hotel-on-cilium", "-o", "markdown").out()).doesNotContainIgnoringCase("charter").doesNotContain("first wave");
    }

    @Test
    void the_order_says_what_decided_it() {
        assertThat(plan("eight-go-services", "-o", "markdown").out())
                .contains("The highest score goes first; where scores are the same, the alphabet decides.");
    }

    @Test
    void an_answer_at_the_gateway_is_about_what_was_asked() {
        assertThat(plan("festival-two-cities", "-o", "markdown").out()).contains("01-edge-clusters").doesNotContain("429");
        assertThat(plan("greenhouse-devices", "-o", "markdown").out()).contains("01-edge-times").doesNotContain("429");
        assertThat(plan("archive-scan-limits", "-o", "markdown").out()).contains("429").doesNotContain("in the server itself");
        assertThat(plan("game-beta-by-header", "-o", "markdown").out()).contains("x-beta-tester").contains("first lobby-beta, then lobby")
                .contains("retired");
    }

    @Test
    void a_plan_replaces_its_own_files_and_no_others() throws IOException {
        Path plan = folder.resolve("plan");
        assertThat(plan("bank-26-services", "--into", plan.toString()).code()).isZero();
        Path foreign = Files.writeString(plan.resolve("notes.txt"), "mine");
        assertThat(plan("school-no-metrics", "--into", plan.toString()).code()).isZero();
        assertThat(foreign).hasContent("mine");
        try (Stream<Path> stages = Files.list(plan)) {
            assertThat(stages.map(s -> s.getFileName().toString())).contains("01-collector").noneMatch(s -> s.endsWith("-install"));
        }

        Path changed = Files.writeString(plan.resolve("README.md"), "changed");
        Ran refused = plan("school-no-metrics", "--into", plan.toString());
        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("README.md was changed since a plan wrote it").contains("--into");
        assertThat(changed).hasContent("changed");
    }

    @Test
    void a_folder_of_somebody_else_is_not_written_over() throws IOException {
        Files.writeString(folder.resolve("README.md"), "mine");
        Ran refused = plan("school-no-metrics", "--into", folder.toString());

        assertThat(refused.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(refused.err()).contains("was not written by a plan");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    @Test
    void mistakes_are_told_at_once() {
        Ran ran = plan("bank-26-services", "--consider", "istoi,linkerd", "--leave", "linkerd,kuma", "--peak", "0", "--surge", "0.5");

        assertThat(ran.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(ran.err()).contains("istoi").contains("--leave kuma").contains("--leave linkerd: say one of them")
                .contains("--peak 0.0 must be above 0").contains("--surge 0.5 must be from 1 to 100");
    }

    @Test
    void a_name_that_a_shell_would_run_is_quoted_and_one_that_ends_a_document_stays_a_name() throws IOException {
        Path manifest = Files.writeString(folder.resolve("evil.yaml"), """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: "a; rm -rf $HOME", namespace: "x\\n---\\nkind: ClusterRoleBinding"}
                spec:
                  selector: {matchLabels: {app: x}}
                  template: {metadata: {labels: {app: x}}, spec: {containers: [{name: c, image: mine:1}]}}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: "a; rm -rf $HOME", namespace: "x\\n---\\nkind: ClusterRoleBinding"}
                spec: {selector: {app: x}, ports: [{port: 80}]}
                """);
        Path plan = folder.resolve("plan");
        Ran ran = cli("plan", manifest.toString(), "--consider", "istio-ambient", "--into", plan.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("'deployment/a; rm -rf $HOME'").doesNotContain(" deployment/a; rm");
        try (Stream<Path> files = Files.walk(plan)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain("\nkind: ClusterRoleBinding");
            }
        }
    }
}
