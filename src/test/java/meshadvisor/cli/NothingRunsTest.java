package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Code is read, and nothing of it is run: whatever a repository would do when it is built leaves a trace here, and there is none. */
class NothingRunsTest {

    private static final List<String> TOOLS = List.of("git", "mvn", "gradle", "java", "javac", "go", "npm", "node", "yarn", "pip", "python",
            "python3", "poetry", "dotnet", "cargo", "ruby", "bundle", "php", "composer", "mix", "lua", "cmake", "make", "conan", "docker",
            "helm",
            "kubectl", "skaffold", "tilt", "curl", "wget", "sh", "bash", "env");
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");
    private static final String MANIFEST = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: cart}
            spec:
              selector: {matchLabels: {app: cart}}
              template:
                metadata: {labels: {app: cart}}
                spec: {containers: [{name: main, image: "cart:1"}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: cart}
            spec: {selector: {app: cart}, ports: [{name: http, port: 8080}]}
            """;

    @TempDir
    Path folder;

    private Path trace;

    @BeforeEach
    void a_repository_full_of_things_that_run() throws IOException {
        trace = folder.resolve("trace");
        String touch = "touch " + trace;
        write("shop.yaml", MANIFEST);
        for (String script : List.of("gradlew", "mvnw", "configure", "bin/setup", ".envrc", ".git/hooks/post-checkout",
                ".git/hooks/pre-commit")) {
            program("cart/" + script, touch);
        }
        for (String tool : TOOLS) {
            program("tools/" + tool, touch);
            program("cart/" + tool, touch);
        }
        write("cart/.git/config",
                "[core]\n\tfsmonitor = \"" + touch + "\"\n\tpager = \"" + touch + "\"\n[filter \"x\"]\n\tsmudge = " + touch + "\n");
        write("cart/.gitattributes", "* filter=x\n");
        write("cart/package.json",
                "{\"dependencies\": {\"axios\": \"1\"}, \"scripts\": {\"preinstall\": \"" + touch + "\", \"install\": \"" + touch
                        + "\"}}");
        write("cart/setup.py", "import os\nos.system('" + touch + "')\n");
        write("cart/build.gradle", "'" + touch + "'.execute()\nexec { commandLine 'touch', '" + trace + "' }\n");
        write("cart/build.sbt", "import sys.process._\nval x = \"" + touch + "\".!\n");
        write("cart/mix.exs", "System.cmd(\"touch\", [\"" + trace + "\"])\n");
        write("cart/Gemfile", "`" + touch + "`\n");
        write("cart/CMakeLists.txt", "execute_process(COMMAND " + touch + ")\n");
        write("cart/conanfile.py", "import os\nos.system('" + touch + "')\n");
        write("cart/Tiltfile", "local('" + touch + "')\n");
        write("cart/Dockerfile", "FROM scratch\nRUN " + touch + "\n");
        write("cart/Cart.csproj",
                "<Project><Target Name=\"x\" BeforeTargets=\"Restore\"><Exec Command=\"" + touch + "\"/></Target></Project>");
        write("cart/skaffold.yaml", "build:\n  artifacts:\n  - image: cart\n    custom: {buildCommand: \"" + touch + "\"}\n");
        write("cart/app.js", "const {execSync} = require('child_process');\nexecSync('" + touch + "');\naxios.get('http://prices/');\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void program(String path, String command) throws IOException {
        write(path, "#!/bin/sh\n/usr/bin/" + command + "\n");
        Files.setPosixFilePermissions(folder.resolve(path), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void a_trap_that_is_run_leaves_its_trace() throws Exception {
        assertThat(trace).doesNotExist();
        assertThat(new ProcessBuilder(folder.resolve("cart/gradlew").toString()).start().waitFor()).isZero();
        assertThat(trace).exists();
    }

    @Test
    void nothing_of_a_repository_is_run_and_no_tool_is() throws Exception {
        assertThatTheCodeWasRead(run(List.of()));
        assertThat(trace).doesNotExist();
    }

    @Test
    void where_there_is_no_network_at_all_the_same_is_read() throws Exception {
        List<String> alone = new ArrayList<>();
        for (String option : List.of("-n", "-rn")) {
            if (alone.isEmpty() && Files.isExecutable(UNSHARE)
                    && new ProcessBuilder(UNSHARE.toString(), option, "/bin/true").start().waitFor() == 0) {
                alone.addAll(List.of(UNSHARE.toString(), option));
            }
        }
        assumeFalse(alone.isEmpty(), "unshare -n is not there, or not allowed to this user: whether a network is needed was not tried");
        assertThatTheCodeWasRead(run(alone));
        assertThat(trace).doesNotExist();
    }

    private static void assertThatTheCodeWasRead(Ran ran) {
        assertThat(ran.code()).as(ran.err()).isZero();
        JsonNode report = JsonMapper.builder().build().readTree(ran.out());
        assertThat(report.at("/seen/code/services/0/coverage").asString()).isEqualTo("found");
        assertThat(report.path("findings").valueStream().map(f -> f.path("code").asString())).contains("MA090");
    }

    /** The program in a process of its own, started in the repository, where every tool that it could call is a trap. */
    private Ran run(List<String> before) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(before);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp", absolute(), "meshadvisor.cli.Launcher",
                        "assess", folder.resolve("shop.yaml").toString(), "--source", folder.resolve("cart").toString(), "-o", "json"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.resolve("cart").toFile());
        builder.environment().put("PATH", folder.resolve("tools") + ":" + folder.resolve("cart"));
        Process process = builder.start();
        return Installed.ended(process);
    }

    private static String absolute() {
        return List.of(System.getProperty("java.class.path").split(":", -1)).stream().filter(p -> !p.isEmpty())
                .map(p -> Path.of(p).toAbsolutePath().toString()).reduce((a, b) -> a + ":" + b).orElse("");
    }
}
