package meshadvisor.cli;

import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The command as users call it: what it reads, what it says and its exit codes. */
class GateCommandTest {

    private static final String SHOP = "../sample-clusters/twelve-services-shop/manifests";
    private static final List<String> FORMATS = List.of("table", "json", "yaml", "markdown", "junit", "sarif", "github");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %s, namespace: shop}
            spec: {replicas: %d, template: {metadata: {labels: {app: %s}}, spec: {containers: [{name: a, image: 'registry.example/a:1',
              resources: {requests: {cpu: 100m, memory: 64Mi}, limits: {memory: 128Mi}}}]}}}
            """;
    private static final String RETRIES = """
            apiVersion: networking.istio.io/v1
            kind: VirtualService
            metadata: {name: cart, namespace: shop}
            spec: {hosts: [cart], http: [{retries: {attempts: 3, retryOn: 5xx}, route: [{destination: {host: cart}}]}]}
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void files() throws IOException {
        budgets("pass", "- {metric: pods, max: 1000}");
        budgets("warn", "- {metric: pods, max: 0, level: warn}");
        budgets("fail", "- {metric: pods, max: 0}");
        budgets("open", "- {metric: nodes, max: 3}");
        budgets("fail-and-open", "- {metric: pods, max: 0}\n- {metric: nodes, max: 3}");
        budgets("waived", "- {name: p, metric: pods, max: 0}\nwaivers:\n- {budget: p, owner: me, reason: move, until: 2026-09-17}");
        budgets("expired", "- {name: p, metric: pods, max: 0}\nwaivers:\n- {budget: p, owner: me, reason: move, until: 2026-09-16}");
        write("broken/a.yaml", DEPLOYMENT.formatted("cart", 1, "cart") + "---\na: [\n");
        write("base/shop.yaml", DEPLOYMENT.formatted("cart", 2, "cart"));
        write("head/shop.yaml", DEPLOYMENT.formatted("cart", 4, "cart") + "---\n" + DEPLOYMENT.formatted("web", 1, "web"));
        write("before.json", BenchFiles.text(BenchRuns.of(3).variant("istio-sidecar", 410).blocks(22).ended()));
        write("after.json", BenchFiles.text(BenchRuns.of(4).variant("istio-sidecar", 700).blocks(22).ended()));
    }

    @Test
    void a_need_that_counts_and_has_no_answer_is_open_until_the_fact_is_told_and_in_a_saved_report_too() throws IOException {
        budgets("needs", "- {metric: needs-open, max: 0}");
        String budget = folder.resolve("needs.yaml").toString();
        String system = "../sample-clusters/retried-orders/manifests";
        Path told = Files.writeString(folder.resolve("told.yaml"), "schema: meshadvisor/answers/1.0\nfacts: {code-changeable: yes}\n");

        assertThat(cli("gate", system, "--need", "resilience", "--budget", budget).code()).isEqualTo(4);
        Path saved = folder.resolve("open.json");
        cli("assess", system, "--need", "resilience", "-o", "json=" + saved);
        assertThat(cli("gate", "--report", saved.toString(), "--budget", budget).code()).isEqualTo(4);
        assertThat(cli("gate", system, "--need", "resilience", "--answers", told.toString(), "--budget", budget).code()).isZero();
    }

    private static void budgets(String name, String list) throws IOException {
        write(name + ".yaml", "schema: meshadvisor/budgets/1.0\nbudgets:\n" + list + "\n");
    }

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String at(String name) {
        return folder.resolve(name).toString();
    }

    private static Ran gate(String budgets, String... more) {
        List<String> args = new ArrayList<>(List.of("gate", "--budget", at(budgets + ".yaml")));
        args.addAll(Arrays.asList(more));
        return cli(args.toArray(String[]::new));
    }

    static Stream<Arguments> every_code_in_every_format() {
        List<List<String>> cases = List.of(List.of("pass", "", "0"), List.of("pass", "--strict", "0"), List.of("warn", "", "0"),
                List.of("warn", "--strict", "0"), List.of("fail", "", "4"), List.of("fail", "--strict", "4"), List.of("open", "", "0"),
                List.of("open", "--strict", "5"), List.of("fail-and-open", "", "4"), List.of("fail-and-open", "--strict", "4"),
                List.of("waived", "", "0"), List.of("waived", "--strict", "0"), List.of("expired", "", "4"),
                List.of("fail", "--exit-zero", "0"),
                List.of("open", "--exit-zero", "0"));
        return cases.stream().flatMap(c -> FORMATS.stream().map(f -> Arguments.of(c.get(0), c.get(1), Integer.parseInt(c.get(2)), f)));
    }

    @ParameterizedTest
    @MethodSource("every_code_in_every_format")
    void the_exit_code_tells_the_result_and_never_depends_on_the_format(String budgets, String option, int code, String format) {
        List<String> more = new ArrayList<>(List.of(SHOP, "-o", format));
        if (!option.isEmpty()) {
            more.add(option);
        }
        Ran ran = gate(budgets, more.toArray(String[]::new));

        assertThat(ran.code()).as(ran.err() + ran.out()).isEqualTo(code);
        assertThat(ran.out()).isNotBlank();
        assertThat(ran.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"pass, 5", "fail, 5", "open, 5"})
    void what_could_not_be_read_is_said_with_5_whatever_else_there_is(String budgets, int code) {
        Ran ran = gate(budgets, at("broken"));

        assertThat(ran.code()).isEqualTo(code);
        assertThat(ran.out()).contains("could not be read");
        assertThat(gate(budgets, at("broken"), "--exit-zero").code()).isZero();
    }

    @Test
    void several_formats_are_written_at_once() throws IOException {
        Ran ran = gate("fail", SHOP, "-o", "table", "-o", "json=" + at("gate.json"), "-o", "sarif=" + at("gate.sarif"), "-o",
                "junit=" + at("gate.xml"));

        assertThat(ran.out()).startsWith("Failed: 1 of 1 check is outside the budget.");
        assertThat(JSON.readTree(Files.readString(folder.resolve("gate.json"))).at("/result").asString()).isEqualTo("fail");
        assertThat(JSON.readTree(Files.readString(folder.resolve("gate.sarif"))).at("/version").asString()).isEqualTo("2.1.0");
        assertThat(Files.readString(folder.resolve("gate.xml"))).startsWith("<?xml");
        assertThat(gate("fail", SHOP, "-o", "json", "-o", "sarif").err()).contains("only one format");
    }

    @Test
    void the_sums_are_shown_where_that_is_wanted() {
        assertThat(gate("fail", SHOP).out()).doesNotContain("ARITHMETIC");
        assertThat(gate("fail", SHOP, "--explain").out()).contains("ARITHMETIC").contains("the least that it may be, is above 0: fail")
                .contains("margin: ");
    }

    @Test
    void a_report_in_a_file_gives_what_the_system_itself_gives() throws IOException {
        for (String sample : List.of("twelve-services-shop", "bank-26-services", "black-friday-300-sidecars",
                "two-meshes-after-a-merger")) {
            String manifests = "../sample-clusters/" + sample + "/manifests";
            budgets("all", Stream.of("findings", "rules-open", "gaps", "services", "pods", "proxies", "requested-cpu", "requested-memory")
                    .map(m -> "- {metric: " + m + ", max: " + (m.endsWith("memory") ? "1Mi" : "1") + "}").reduce("", (a, b) -> a + b + "\n")
                    + "- {metric: coverage, min: 100%}\n- {metric: findings, name: adopted, of: {applies: if-adopted}, max: 0}");
            String day = "2026-09-17";
            for (String format : List.of("json", "yaml")) {
                assertThat(cli("assess", manifests, "--as-of", day, "-o", format + "=" + at("report." + format)).code()).isIn(0, 5);
                JsonNode direct = JSON.readTree(gate("all", manifests, "--as-of", day, "-o", "json").out());
                JsonNode read = JSON.readTree(gate("all", "--report", at("report." + format), "-o", "json").out());

                assertThat(read.at("/checks")).as(sample).isEqualTo(direct.at("/checks"));
                assertThat(read.at("/asOf")).isEqualTo(direct.at("/asOf"));
            }
        }
    }

    @Test
    void a_system_has_not_changed_against_its_own_report() throws IOException {
        budgets("same", """
                - {metric: findings-new, of: {applies: any}, max: 0}
                - {metric: findings, max-increase: 0}
                - {metric: requested-cpu, each: namespace, max-increase: 0}
                - {metric: pods, max-increase: 0%, max-decrease: 0}
                - {metric: findings-fixed, max: 0}
                - {metric: gaps, max-increase: 0}
                """);
        for (String sample : List.of("twelve-services-shop", "archive-scan-limits", "black-friday-300-sidecars",
                "linkerd-with-istio-leftovers")) {
            String manifests = "../sample-clusters/" + sample + "/manifests";
            cli("assess", manifests, "-o", "json=" + at("base.json"));

            Ran ran = gate("same", manifests, "--baseline", at("base.json"), "--strict");
            assertThat(ran.code()).as(sample + ran.out() + ran.err()).isZero();
            assertThat(ran.out()).contains("Nothing that budgets count has changed.");
            assertThat(gate("same", "--base", manifests, "--head", manifests, "--strict").code()).isZero();
        }
    }

    @Test
    void a_pull_request_is_judged_by_its_two_folders_without_a_cluster() throws IOException {
        budgets("pr", "- {name: memory, metric: requested-memory, each: namespace, max-increase: 128Mi}\n- {metric: findings-new, max: 0}");
        Ran ran = gate("pr", "--base", at("base"), "--head", at("head"), "-o", "json", "--strict");
        JsonNode report = JSON.readTree(ran.out());

        assertThat(ran.code()).as(ran.out()).isEqualTo(4);
        assertThat(report.at("/checks/0/result").asString()).isEqualTo("fail");
        assertThat(report.at("/checks/0/judged/seen").asDouble()).isEqualTo(192);
        assertThat(report.at("/changes").valueStream().map(c -> c.at("/metric").asString() + " " + c.at("/by/seen").asDouble()).toList())
                .contains("pods 3.0", "requested-cpu 300.0", "requested-memory 192.0");
    }

    @Test
    void findings_of_a_pull_request_are_new_wherever_it_is_checked_out() throws IOException {
        write("one/k/retry.yaml", RETRIES + "---\n" + DEPLOYMENT.formatted("cart", 1, "cart"));
        write("other/k/a.yaml", DEPLOYMENT.formatted("cart", 1, "cart"));
        write("other/k/b.yaml", "# moved\n\n" + RETRIES);
        budgets("new", "- {metric: findings-new, of: {applies: any}, max: 0}\n- {metric: findings-fixed, of: {applies: any}, max: 0}");

        Ran moved = gate("new", "--base", at("one"), "--head", at("other"), "-o", "json");
        assertThat(JSON.readTree(moved.out()).at("/newFindings")).as(moved.out()).isEmpty();
        assertThat(JSON.readTree(moved.out()).at("/fixedFindings")).isEmpty();
        Ran added = gate("new", "--base", at("base"), "--head", at("other"), "-o", "json");
        assertThat(JSON.readTree(added.out()).at("/newFindings")).as(added.out()).isNotEmpty();
    }

    @Test
    void the_order_of_files_does_not_matter() throws IOException {
        write("order/a.yaml", RETRIES);
        write("order/b.yaml", DEPLOYMENT.formatted("cart", 2, "cart"));
        write("order/c.yaml", DEPLOYMENT.formatted("web", 3, "web"));
        budgets("order", "- {metric: findings, of: {applies: any}, max: 0}\n- {metric: requested-cpu, each: kind, max: 300m}");
        String forth = gate("order", at("order/a.yaml"), at("order/b.yaml"), at("order/c.yaml"), "-o", "json").out();
        String back = gate("order", at("order/c.yaml"), at("order/b.yaml"), at("order/a.yaml"), "-o", "json").out();

        assertThat(JSON.readTree(back).at("/checks")).isEqualTo(JSON.readTree(forth).at("/checks"));
    }

    @Test
    void two_runs_of_a_benchmark_are_compared_without_any_system() throws IOException {
        budgets("bench", "- {metric: latency-added, of: {variant: istio-sidecar, quantile: p50}, max: 5ms, max-increase: 0.1ms}\n"
                + "- {metric: memory-per-pod, of: {variant: istio-sidecar}, max: 100Mi}");
        Ran ran = gate("bench", "--bench", at("after.json"), "--baseline", at("before.json"), "-o", "json");
        JsonNode report = JSON.readTree(ran.out());

        assertThat(ran.code()).as(ran.err() + ran.out()).isEqualTo(4);
        assertThat(report.at("/checks").valueStream().map(c -> c.at("/result").asString()).toList()).containsExactly("pass", "fail",
                "inconclusive");
        assertThat(report.at("/checks/1/pieces/0/says").asString()).contains("less run");
        assertThat(report.at("/asOf").asString()).isEqualTo("2026-09-17");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"--base base --head head base | leave out PATH", "--report before.json base | leave out PATH",
            "--base base | belong together", "--base nowhere --head head | there is no file or folder",
            "--base base --head nowhere | there is no file or folder", "base --baseline before.json | give --bench",
            "base --bench base/shop.yaml | cannot be understood", "--report base/shop.yaml | is no report of meshadvisor",
            "base --baseline nowhere.json | there is no file", "base --baseline base | is a folder",
            "--report pass.yaml | is no report of meshadvisor"})
    void sources_that_do_not_fit_are_told(String options, String said) {
        String[] more = Stream.of(options.split(" ")).map(w -> w.startsWith("--") ? w : at(w)).toArray(String[]::new);
        Ran ran = gate("pass", more);

        assertThat(ran.code()).as(ran.out()).isEqualTo(2);
        assertThat(ran.err()).contains(said).doesNotContain("internal error");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"\"version\": \"1[^\"]*\" | \"version\": \"1.2\" | format 1.2, and budgets need 1.3",
            "\"version\": \"1[^\"]*\" | \"version\": \"2.0\" | format 2.0",
            "\"documents\": | \"documants\": | a number is missing or malformed",
            "\"name\": \"meshadvisor/report\" | \"name\": \"other\" | is no report of meshadvisor"})
    void a_report_of_another_kind_is_refused_with_what_it_is(String from, String to, String said) throws IOException {
        cli("assess", at("base"), "-o", "json=" + at("good.json"));
        write("bad.json", Files.readString(folder.resolve("good.json")).replaceFirst(from, to));
        Ran ran = gate("pass", "--report", at("bad.json"));

        assertThat(ran.code()).as(ran.out()).isEqualTo(2);
        assertThat(ran.err()).contains(said).hasLineCount(1);
    }

    @Test
    void money_and_nodes_are_budgets_in_the_currency_of_the_file() throws IOException {
        budgets("money", """
                - {name: cheap, metric: cost-monthly, of: {answer: linkerd}, max: 1 USD}
                - {name: dear, metric: cost-monthly, of: {answer: linkerd, counted: requests}, max: 1M USD}
                - {name: open, metric: cost-monthly, of: {answer: linkerd, counted: usage}, max: 3k USD}
                - {name: nodes, metric: nodes-added, of: {answer: linkerd}, max: 1000}
                - {name: advice, metric: cost-once, of: {advised: yes}, max: 10M USD}
                """);
        JsonNode report = JSON.readTree(gate("money", SHOP, "-o", "json").out());
        assertThat(report.at("/checks").valueStream().map(c -> c.at("/budget").asString() + " " + c.at("/result").asString()).toList())
                .contains("cheap fail", "dear pass", "open inconclusive", "nodes pass", "advice pass");
        assertThat(report.at("/checks/0/unit").asString()).isEqualTo("USD");
        double dollars = report.at("/checks/1/judged/seen").asDouble();

        budgets("euros", "- {metric: cost-monthly, of: {answer: linkerd, counted: requests}, max: 1M EUR}");
        assertThat(gate("euros", SHOP).err()).contains("what one USD is in EUR is not known: state it with --exchange USD=RATE");
        assertThat(gate("euros", SHOP, "--currency", "USD").err()).contains("the budgets are in EUR");
        Ran told = gate("euros", SHOP, "--exchange", "USD=0.5", "-o", "json");
        assertThat(JSON.readTree(told.out()).at("/checks/0/judged/seen").asDouble()).isCloseTo(dollars / 2, within(0.01));
        assertThat(gate("euros", SHOP, "--exchange", "USD=0.5").out()).contains(" EUR");
    }

    @Test
    void more_pods_cost_more_and_the_same_cost_the_same() throws IOException {
        budgets("grown", "- {metric: cost-monthly, of: {counted: usage}, max-increase: 0 USD}");

        assertThat(gate("grown", "--base", at("base"), "--head", at("base"), "--strict").code()).isZero();
        JsonNode grown = JSON.readTree(gate("grown", "--base", at("base"), "--head", at("head"), "-o", "json").out());
        assertThat(grown.at("/checks").valueStream().filter(c -> c.at("/of/answer").asString().equals("istio-sidecar"))
                .map(c -> c.at("/result").asString()).toList()).containsExactly("fail");
    }

    @Test
    void what_a_mesh_would_add_is_a_budget_too_and_a_change_of_it_is_told() throws IOException {
        budgets("overhead", """
                - {name: huge, metric: overhead-memory, max: 100Ti}
                - {name: none, metric: overhead-requested-cpu, of: {variant: istio-sidecar}, max: 0}
                - {name: hop, metric: hop-latency, of: {variant: istio-sidecar, quantile: p99}, max: 10s}
                """);
        JsonNode report = JSON.readTree(gate("overhead", SHOP, "-o", "json").out());
        assertThat(report.at("/checks").valueStream().filter(c -> c.at("/budget").asString().equals("huge"))
                .map(c -> c.at("/of/variant").asString()).toList()).contains("istio-sidecar", "linkerd").doesNotHaveDuplicates();
        assertThat(report.at("/checks").valueStream().filter(c -> c.at("/budget").asString().equals("none"))
                .map(c -> c.at("/result").asString()).toList()).containsExactly("fail");
        assertThat(report.at("/checks").valueStream().filter(c -> c.at("/budget").asString().equals("hop"))
                .map(c -> c.at("/result").asString()).toList()).containsExactly("pass");

        budgets("same-overhead", "- {metric: overhead-cpu, max-increase: 0}\n- {metric: hop-latency, max-increase: 0ms}");
        assertThat(gate("same-overhead", "--base", SHOP, "--head", SHOP, "--strict").code()).isZero();
        JsonNode grown = JSON.readTree(gate("same-overhead", "--base", at("base"), "--head", at("head"), "-o", "json").out());
        assertThat(grown.at("/changes").valueStream().map(c -> c.at("/metric").asString()).toList()).contains("overhead-requested-memory");
    }

    @Test
    void more_pods_take_more_memory_though_nobody_knows_how_much_each_takes() throws IOException {
        budgets("memory", """
                - {name: no more, metric: overhead-memory, of: {variant: istio-sidecar}, max-increase: 0Mi}
                - {name: less than one takes at most, metric: overhead-memory, of: {variant: istio-sidecar}, max-increase: 2Gi}
                """);
        JsonNode report = JSON.readTree(gate("memory", "--base", at("base"), "--head", at("head"), "-o", "json").out());
        assertThat(report.at("/checks").valueStream().map(c -> c.at("/result").asString()).toList()).containsExactly("fail", "pass");
    }
}
