package meshadvisor.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import meshadvisor.files.SearchPath;
import meshadvisor.manifest.Manifests;
import meshadvisor.manifest.Scan;
import meshadvisor.model.Text;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are scripts of a Unix shell")
class RenderingTest {

    private static final String DEPLOYMENT = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: %s}
            spec: {template: {spec: {containers: [{name: a, image: "a:1"}]}}}
            """;

    @TempDir
    private Path folder;

    private Path tools;
    private Scan.Asked shop;

    @BeforeEach
    void a_shop_with_a_chart_and_a_kustomization() throws IOException {
        tools = Files.createDirectory(folder.resolve("tools"));
        shop = Scan.in(folder.resolve("shop").toAbsolutePath()).with("chart/Chart.yaml", "apiVersion: v2\nname: chart\n")
                .with("chart/templates/cart.yaml", "kind: {{ .Values.kind }}\n").with("chart/values.yaml", "kind: Deployment\n")
                .with("chart/templates/static.yaml", DEPLOYMENT.formatted("static"))
                .with("base/kustomization.yaml", "resources: [web.yaml]\n")
                .with("base/web.yaml", DEPLOYMENT.formatted("web"))
                .with("prod/kustomization.yaml", "resources: [../base]\nnamespace: prod\npatches: [{path: patch.yaml}]\n")
                .with("prod/patch.yaml", DEPLOYMENT.formatted("web")).with("other.yaml", DEPLOYMENT.formatted("other"));
    }

    private void tool(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + script);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    /** Prints an object. */
    private static String print(String name) {
        return "echo '" + DEPLOYMENT.formatted(name).replace("\n", "'; echo '") + "'\n";
    }

    private Scan render(Rendering.Limits limits) {
        var rendering = new Rendering(SearchPath.of(tools.toString()), limits);
        return new Scan(shop.folder() + "/", Manifests.read(shop.source(), rendering).snapshot());
    }

    private Scan render() {
        return new Scan(shop.folder() + "/", Rendering.collect(shop.source(), tools.toString()).snapshot());
    }

    @Test
    void what_is_rendered_takes_the_place_of_what_it_was_made_of() throws IOException {
        tool("helm", print("cart-of-helm"));
        tool("kubectl", print("web-of-kubectl"));
        Scan scan = render();
        assertThat(scan.objects()).containsExactly("Deployment cart-of-helm", "Deployment other", "Deployment web-of-kubectl");
        assertThat(scan.files()).containsExactly("chart (rendered by helm template)", "other.yaml", "prod (rendered by kubectl kustomize)");
        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.snapshot().installed().patches()).isEmpty();
    }

    @Test
    void without_being_asked_nothing_is_run() throws IOException {
        tool("helm", "echo > '" + folder + "/was-run'\n");
        tool("kubectl", "echo > '" + folder + "/was-run'\n");
        assertThat(shop.read().gaps()).hasSize(2);
        assertThat(folder.resolve("was-run")).doesNotExist();
        render();
        assertThat(folder.resolve("was-run")).exists();
    }

    @Test
    void a_tool_that_is_missing_leaves_a_gap_that_says_so() {
        assertThat(render().gaps()).containsExactly(
                "what the Helm chart chart makes: helm was not found on the PATH; it is a template and was not rendered"
                        + " > helm template chart chart | meshadvisor assess -f -",
                "what the kustomization prod makes: neither kubectl nor kustomize was found on the PATH; its files were read as they are;"
                        + " rendered, it would set the namespace prod and apply 1 patch > kubectl kustomize prod | meshadvisor assess -f -");
        assertThat(render().objects()).containsExactly("Deployment web", "Deployment static", "Deployment other");
    }

    @Test
    void kustomize_alone_will_do() throws IOException {
        tool("kustomize", "[ \"$1\" = build ] && " + print("web-of-kustomize"));
        assertThat(render().files()).contains("prod (rendered by kustomize build)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            echo "Error: chart requires kubeVersion: >=1.99" >&2; exit 1 | helm template failed: chart requires kubeVersion: >=1.99;
            echo 'E1123 20:10:27.1 310 run.go:72] "command failed" err="no \\"x\\" in '$2'"' >&2; exit 1 | failed: no "x" in chart;
            printf 'E1123 2:1.1 31 run.go:72] "command failed" err=<\\n\\ttrouble\\n >\\n' >&2; exit 1 | helm template failed: trouble;
            exit 3                                                       | helm template failed: it said nothing;
            """)
    void a_tool_that_fails_leaves_a_gap_with_its_first_line(String script, String said) throws IOException {
        tool("helm", script.replace("$2", "\"$3\"") + "\n");
        tool("kubectl", print("web"));
        assertThat(render().gaps()).singleElement().asString().contains(said);
    }

    @Test
    void output_with_an_error_is_not_read() throws IOException {
        tool("helm", print("half") + "exit 1\n");
        assertThat(render().objects()).doesNotContain("Deployment half");
    }

    @Test
    void a_tool_sees_nothing_of_the_user() throws IOException {
        tool("helm", """
                echo 'apiVersion: v1'; echo 'kind: Namespace'; echo 'metadata:'; echo '  name: seen'; echo '  labels:'
                echo "    arguments: '$*'"
                for name in HOME XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME TMPDIR PWD; do eval "echo \\"    $name: '\\$$name'\\""; done
                for name in KUBECONFIG HTTPS_PROXY http_proxy NO_PROXY GIT_ALLOW_PROTOCOL PATH USER JAVA_HOME; do
                  eval "echo \\"    $name: '\\$$name'\\""; done
                echo more > "$HOME/file"; mkdir "$HOME/deep"; echo more > "$HOME/deep/file"
                read line; echo "    piped: '$line'"
                """);
        Map<String, Text> seen = render().snapshot().running().namespaces().getFirst().labels();
        String home = seen.get("HOME").value();
        assertThat(seen).allSatisfy((name, value) -> assertThat(value.value()).as(name).isEqualTo(switch (name) {
            case "arguments" -> "template chart " + shop.folder().resolve("chart");
            case "KUBECONFIG" -> "/dev/null";
            case "HTTPS_PROXY", "http_proxy" -> "http://127.0.0.1:9";
            case "GIT_ALLOW_PROTOCOL" -> "file";
            case "PATH" -> tools.toString();
            case "NO_PROXY", "USER", "JAVA_HOME", "piped" -> "";
            default -> home;
        }));
        assertThat(home).isNotEmpty().isNotEqualTo(System.getProperty("user.home"));
        assertThat(Path.of(home)).doesNotExist();
    }

    @Test
    void a_tool_that_takes_too_long_is_stopped_with_all_that_it_started() throws IOException {
        Path child = folder.resolve("child");
        tool("helm", "( while :; do :; done ) &\necho $! > '" + child + "'\nwhile :; do :; done\n");
        tool("kubectl", print("web"));
        assertThat(render(new Rendering.Limits(Duration.ofSeconds(1), 1_000)).gaps()).singleElement().asString()
                .contains("helm template was stopped after 1 second");
        long pid = Long.parseLong(Files.readString(child).strip());
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::onExit).map(end -> end.orTimeout(10, TimeUnit.SECONDS)))
                .satisfiesAnyOf(gone -> assertThat(gone).isEmpty(),
                        ending -> assertThat(ending.orElseThrow()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void a_tool_that_writes_too_much_is_stopped() throws IOException {
        tool("helm", "while :; do echo 'apiVersion: v1'; done\n");
        tool("kubectl", "while :; do echo error >&2; done\n");
        assertThat(render(new Rendering.Limits(Duration.ofSeconds(2), 1_000)).gaps()).satisfiesExactly(
                chart -> assertThat(chart).contains("helm template was stopped, as it wrote more than 1000 bytes"),
                kustomization -> assertThat(kustomization).contains("kubectl kustomize was stopped after 2 seconds"));
    }

    @Test
    void errors_that_nobody_reads_do_not_hold_a_tool_up() throws IOException {
        tool("helm", "i=0; while [ $i -lt 40000 ]; do echo 'a warning that nobody will ever read' >&2; i=$((i+1)); done\n" + print("cart"));
        assertThat(render().objects()).contains("Deployment cart");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            resources: [https://example.org/x.yaml]                       | https://example.org/x.yaml
            resources: [github.com/org/repo//deploy?ref=v1]               | github.com/org/repo//deploy?ref=v1
            patches: [{path: 'http://localhost:8080/x'}]                  | http://localhost:8080/x
            resources: [.hidden]                                          | git@example.org:x
            """)
    void what_would_be_fetched_is_not_rendered(String kustomization, String address) throws IOException {
        tool("kubectl", "echo > '" + folder + "/was-run'\n");
        shop.with("prod/kustomization.yaml", kustomization + "\nnamespace: prod\n")
                .with("prod/.hidden/kustomization.yml", "bases: ['git@example.org:x']\n");
        assertThat(render().gaps()).anyMatch(g -> g.contains("kubectl kustomize was not run, as it would fetch " + address));
        assertThat(folder.resolve("was-run")).doesNotExist();
    }

    @Test
    void only_absolute_folders_of_the_path_are_searched() throws IOException {
        tool("helm", print("cart"));
        Path here = Path.of("").toAbsolutePath();
        String relative = here.relativize(tools.toAbsolutePath()).toString();
        assertThat(SearchPath.of(relative + ":" + ":.:\0").find("helm")).isEmpty();
        assertThat(SearchPath.of("nowhere:" + tools).find("helm")).contains(tools.resolve("helm"));
        assertThat(SearchPath.of(tools.toString()).find("chart")).isEmpty();
    }

    @Test
    void a_folder_and_a_file_that_cannot_be_run_are_no_tools() throws IOException {
        Files.createDirectory(tools.resolve("helm"));
        Files.writeString(tools.resolve("kubectl"), "no program");
        assertThat(SearchPath.of(tools.toString()).find("helm")).isEmpty();
        assertThat(SearchPath.of(tools.toString()).find("kubectl")).isEmpty();
    }

    @Test
    void a_program_that_does_not_start_leaves_a_gap() throws IOException {
        Files.writeString(tools.resolve("helm"), "#!/nowhere/sh\n");
        assertThat(tools.resolve("helm").toFile().setExecutable(true)).isTrue();
        assertThat(render().gaps()).anyMatch(g -> g.contains("helm template could not be started: "));
    }

    @Test
    void rendered_manifests_are_filtered_and_substituted_like_others() throws IOException {
        tool("kubectl", "echo 'apiVersion: v1'; echo 'kind: Service'; echo 'metadata: {name: ${name}}'\n");
        shop.with("flux.yaml", """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: prod}
                spec: {path: ./prod, postBuild: {substitute: {name: cart}}}
                """);
        assertThat(render().objects()).contains("Service cart");
    }

    @Test
    void what_is_rendered_can_be_broken_too() throws IOException {
        tool("kubectl", "echo 'a: ['\n");
        assertThat(render().problems()).containsExactly("UNREADABLE prod (rendered by kubectl kustomize):2:1");
    }

    @Test
    void the_real_kubectl_renders() {
        String path = System.getenv().getOrDefault("PATH", "");
        Assumptions.assumeTrue(SearchPath.of(path).find("kubectl").isPresent(), "kubectl is not installed");
        Scan scan = new Scan(shop.folder() + "/", Rendering.collect(shop.source(), path).snapshot());
        assertThat(scan.objects()).contains("Deployment prod/web");
        shop.with("prod/kustomization.yaml", "resources: [../nowhere]\nnamespace: prod\n");
        Scan failed = new Scan(shop.folder() + "/", Rendering.collect(shop.source(), path).snapshot());
        assertThat(failed.gaps()).anyMatch(g -> g.contains("kubectl kustomize failed: accumulating resources"));
    }
}
