package meshadvisor.cli;

import static meshadvisor.cli.Ran.cliWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.lab.file.BenchFiles;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs every meshadvisor command that stands in a shell block of the documentation; blocks that say {@code sh cluster} need a cluster. */
@TestInstance(Lifecycle.PER_CLASS)
class DocumentedCommandsTest {

    private static final Path ROOT = Path.of("..");
    private static final String SAMPLE = "sample-clusters/twelve-services-shop";
    private static final String PROGRAM = "cli/bin/meshadvisor ";

    @TempDir
    static Path folder;

    static List<String> every_documented_command() throws IOException {
        List<String> commands = new ArrayList<>();
        try (Stream<Path> samples = Files.list(ROOT.resolve("sample-clusters"))) {
            List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"),
                    ROOT.resolve("docs/traffic.md"), ROOT.resolve("docs/cost.md"), ROOT.resolve("docs/estimate.md"),
                    ROOT.resolve("docs/simulate.md"), ROOT.resolve("docs/cluster.md"), ROOT.resolve("docs/report.md"),
                    ROOT.resolve("docs/gate.md"), ROOT.resolve("docs/source.md"), ROOT.resolve("docs/plan.md"),
                    ROOT.resolve("sample-clusters/README.md")));
            samples.map(s -> s.resolve("README.md")).filter(Files::isRegularFile).sorted().forEach(documents::add);
            for (Path document : documents) {
                commands.addAll(commands(Files.readString(document)));
            }
        }
        return commands.stream().distinct().toList();
    }

    private static List<String> commands(String markdown) {
        List<String> commands = new ArrayList<>();
        boolean shell = false;
        for (String line : markdown.lines().map(String::strip).toList()) {
            shell = line.startsWith("```") ? line.equals("```sh") || line.startsWith("```bash") || line.startsWith("```console")
                    : shell;
            int start = line.indexOf(PROGRAM);
            if (shell && start >= 0 && !line.startsWith("#")) {
                commands.add(line.substring(start).replaceAll("\\s+#.*", "").replaceAll("\\s+\\\\$", ""));
            }
        }
        return commands;
    }

    @ParameterizedTest
    @MethodSource("every_documented_command")
    void a_documented_command_works(String command) throws IOException {
        String[] parts = command.substring(PROGRAM.length()).split("\\s*>\\s*");
        List<String> words = Stream.of(parts[0].split("\\s+")).map(DocumentedCommandsTest::here).toList();

        Ran run = cliWith(Files.readString(ROOT.resolve(SAMPLE).resolve(manifest())), words.toArray(String[]::new));

        assertThat(run.code()).as("%s said: %s", command, run.err()).isIn(0, 3);
        assertThat(run.err()).isEmpty();
        if (parts.length > 1) {
            Files.writeString(folder.resolve(parts[1].strip()), run.out());
        }
    }

    private static String manifest() throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(SAMPLE).resolve("manifests"))) {
            return "manifests/" + files.map(f -> f.getFileName().toString()).sorted().findFirst().orElseThrow();
        }
    }

    /** Two runs of a benchmark that show the same. */
    private static Path run(String name) {
        try {
            var run = BenchRuns.of(name.startsWith("before") ? 3 : 4).variant("istio-sidecar", 410).at(BenchRuns.FAST).blocks(22).metered()
                    .ended();
            return Files.writeString(folder.resolve(name), BenchFiles.text(run));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Paths of the documentation as they are from here: a user's own files are a sample, what is written goes to a temporary folder. */
    private static String here(String word) {
        return switch (word) {
            case "deploy/", "before/", "after/" -> ROOT.resolve(SAMPLE).toString();
            case "budgets.yaml" -> ROOT.resolve("docs/formats/budgets.example.yaml").toString();
            case "before.json", "after.json", "bench-run.json" -> run(word).toString();
            case "plan/" -> folder.resolve("plan").toString();
            case "prices.yaml" -> "test/resources/cost/prices.yaml";
            case "traces.json" -> "test/resources/traces/jaeger.json";
            default -> word.startsWith("deploy/") ? ROOT.resolve(SAMPLE).toString()
                    : word.startsWith("sample-clusters/") ? ROOT.resolve(word).toString()
                            : word.matches(
                                    "(\\w+=)?((report|last-month|surge|bench|gate)\\.json|answers\\.yaml|[a-z]+\\.(html|pdf)|findings\\.(csv|sarif|xml)|(summary|plan)\\.md)")
                                            ? word.replaceAll("[\\w.-]+$", folder.resolve(word.replaceAll("^\\w+=", "")).toString())
                                            : word;
        };
    }
}
