package meshadvisor.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every command of the load generator that stands in the documentation, as a user does, only shorter. */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentedLoadTest {

    private static final Path ROOT = Path.of("..");
    private static final String PROGRAM = "load-generator/bin/load-generator ";

    @TempDir
    static Path folder;

    private Process server;
    private String port;

    static List<String> every_documented_command() throws IOException {
        List<String> commands = new ArrayList<>();
        for (var page : List.of("README.md", "docs/load-generator.md")) {
            Files.readString(ROOT.resolve(page)).lines().filter(line -> line.contains(PROGRAM))
                    .map(line -> line.substring(line.indexOf(PROGRAM) + PROGRAM.length()).strip())
                    .filter(command -> !command.startsWith("serve ")).forEach(commands::add);
        }
        assertThat(commands).hasSizeGreaterThan(8);
        return commands.stream().distinct().toList();
    }

    @BeforeAll
    void serve_as_documented() throws IOException {
        assertThat(Files.readString(ROOT.resolve("docs/load-generator.md"))).contains(PROGRAM + "serve --port 8080\n");
        server = start(List.of("serve", "--port", "0"));
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        port = out.readLine().replaceFirst("listening on 127\\.0\\.0\\.1:", "");
    }

    @AfterAll
    void end() {
        server.destroy();
    }

    @ParameterizedTest
    @MethodSource("every_documented_command")
    void a_documented_command_works(String command) throws IOException, InterruptedException {
        if (command.startsWith("agent ")) {
            Files.writeString(folder.resolve("script.json"), documentedScript());
        }
        if (command.startsWith("merge ")) {
            for (var each : List.of("one", "two")) {
                run("drive --rate 100 --duration 1s --warmup none --run-json " + each + ".json --hlog " + each
                        + ".hlog http://127.0.0.1:8080/");
            }
        }
        String said = run(command);
        if (command.startsWith("agent ")) {
            assertThat(said).contains("#ma1 cell-1/run.json ", "#ma1 before.json ").endsWith("#ma1 - done 6 failed\n");
        } else {
            assertThat(said).contains("intended").contains("completed").contains("valid");
        }
    }

    /** The script of the page about scripts, with the port and times of a test. Nobody serves the page of a proxy here. */
    private String documentedScript() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/formats/agent.md"));
        String script = page.substring(page.indexOf("```json\n") + "```json\n".length());
        return script.substring(0, script.indexOf("```")).replace("127.0.0.1:8080", "127.0.0.1:" + port).replace("20s",
                "300ms\",\"--warmup\",\"none");
    }

    private String run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(Stream.of(command.replace("\"", "").split(" ")).map(this::here).toList());
        if (command.startsWith("drive ") && !command.contains("--warmup")) {
            words.addAll(List.of("--warmup", "100ms"));
        }
        if (command.startsWith("drive ") && !command.contains("--duration") && !command.contains("--steps")
                && !command.contains("--ramp")) {
            words.addAll(List.of("--duration", "300ms"));
        }
        Process process = start(words);
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        // 3: not valid, which so short a run seldom is.
        assertThat(process.waitFor()).as("%s said: %s%s", command, out, err).isIn(0, 3);
        assertThat(out).as("%s said: %s", command, err).isNotEmpty();
        return out;
    }

    /** The port that is served, times that a test has, files of a temporary folder. */
    private String here(String word) {
        return word.replace("127.0.0.1:8080", "127.0.0.1:" + port)
                .replaceFirst("^(\\d+)s$", "300ms").replaceAll(":\\d+s(?=,|$)", ":300ms")
                .replaceFirst("^(@?)([a-z]+\\.(json|hlog))$", "$1" + folder + "/$2");
    }

    private static Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ROOT.resolve(PROGRAM.strip()).toString()));
        command.addAll(arguments);
        var builder = new ProcessBuilder(command);
        builder.environment().put("LOAD_GENERATOR_JAVA", System.getProperty("java.home"));
        return builder.start();
    }
}
