package meshadvisor.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import meshadvisor.cli.Meshadvisor;
import meshadvisor.cli.Outside;
import meshadvisor.cli.Terminal;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Node;
import meshadvisor.tree.YamlReader;

/** One folder of {@code sample-clusters/}. */
record Sample(Path folder) {

    static final Path FOLDER = Path.of("../sample-clusters");
    private static final Map<String, String> PRINTED = new ConcurrentHashMap<>();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-17T12:00:00Z"), ZoneOffset.UTC);

    /** Every folder, by name. */
    static List<Sample> all() {
        try (Stream<Path> entries = Files.list(FOLDER)) {
            return entries.filter(Files::isDirectory).sorted().map(Sample::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return folder.getFileName().toString();
    }

    Expectation expectation() {
        return Expectation.of(yaml(text(folder.resolve("expected/expected.yaml"))));
    }

    String readme() {
        return text(folder.resolve("README.md"));
    }

    /** What follows the program's name in the command that the README shows, given where the samples are. */
    List<String> arguments(String samples) {
        String here = samples + "/" + name();
        List<String> arguments = new ArrayList<>(List.of("assess", here));
        if (Files.exists(folder.resolve("answers.yaml"))) {
            arguments.addAll(List.of("--answers", here + "/answers.yaml"));
        }
        if (Files.isDirectory(folder.resolve("sources"))) {
            arguments.addAll(List.of("--source", here + "/sources"));
        }
        return arguments;
    }

    /** The report. */
    Assessed assessed() {
        return new Assessed(yaml(printed("json")));
    }

    /** The report as it is printed in that format, 80 columns wide and without colour; made once, for the same is asked several times. */
    String printed(String format) {
        return PRINTED.computeIfAbsent(name() + " " + format, key -> print(format));
    }

    private String print(String format) {
        var out = new StringWriter();
        var err = new StringWriter();
        var outside = new Outside(new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err), CLOCK, Map.of(),
                Terminal.NONE, Outside.USUAL_NAME);
        List<String> arguments = new ArrayList<>(arguments(FOLDER.toString()));
        arguments.addAll(List.of("-o", format));
        int code = Meshadvisor.run(arguments.toArray(String[]::new), outside);
        assertThat(code).as(err.toString()).isZero();
        return out.toString();
    }

    /** JSON is YAML, so the reader of manifests reads both. */
    private static Node yaml(String text) {
        List<Node> documents = new ArrayList<>();
        YamlReader.read(text.getBytes(UTF_8), Limits.DEFAULT, document -> documents.add(document.root()), problem -> {
            throw new IllegalArgumentException(problem.line() + ": " + problem.sentence());
        });
        return documents.getFirst();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
