package meshadvisor.snapshot;

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
import java.util.stream.Stream;
import meshadvisor.cli.Meshadvisor;
import meshadvisor.cli.Outside;
import meshadvisor.cli.Terminal;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A snapshot without names is advised on like one with names. */
class RedactedSamplesTest {

    private static final Path SAMPLES = Path.of("../sample-clusters");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-17T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    static Path folder;

    static List<Path> every_sample() {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            return samples.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("every_sample")
    void the_assessment_of_a_sample_is_the_same_without_its_names(Path sample) throws Exception {
        List<JsonObject> objects = SnapshotFile.objects(sample.resolve("manifests"));
        Path key = folder.resolve("key");
        Redaction redaction =
                new Redaction(Files.exists(key) ? RedactionKey.read(key) : RedactionKey.make(key), SnapshotFile.KNOWLEDGE);
        Path plain = SnapshotFile.write(folder.resolve("plain.json"), SnapshotFile.collected("prod", SnapshotFile.AT), objects);
        Path redacted = folder.resolve("redacted.json");
        SnapshotFile.write(SnapshotWriter.to(redacted, SnapshotFile.AT, "test", redaction), redacted,
                SnapshotFile.collected("prod", SnapshotFile.AT), objects);

        assertThat(gist(assessed(sample, redacted))).isEqualTo(gist(assessed(sample, plain)));
    }

    /** What must not change. */
    private static Map<String, Object> gist(Node report) {
        return Map.of("outcome", report.at("verdict", "outcome").text(), "mesh", report.at("verdict", "mesh").text(),
                "services", report.at("services", "application").items().size(),
                "workloads", SnapshotFile.text(report.get("workloads")), "edges", SnapshotFile.text(report.at("seen", "callGraph")),
                "left out", report.at("services", "leftOut").items().size(),
                "needs", report.get("needs").items().stream().map(n -> Stream.of("id", "stated", "observed", "answer")
                        .map(f -> n.get(f).text()).toList()).toList(),
                "findings", report.get("findings").items().stream()
                        .map(f -> f.get("code").text() + " " + f.get("severity").text() + " " + f.get("applies").text() + " "
                                + f.at("object", "kind").text())
                        .sorted().toList());
    }

    private static Node assessed(Path sample, Path snapshot) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("assess", "--snapshot", snapshot.toString(), "-o", "json"));
        if (Files.exists(sample.resolve("answers.yaml"))) {
            arguments.addAll(List.of("--answers", sample.resolve("answers.yaml").toString()));
        }
        var out = new StringWriter();
        var err = new StringWriter();
        int code = Meshadvisor.run(arguments.toArray(String[]::new),
                new Outside(new ByteArrayInputStream(new byte[0]), new PrintWriter(out), new PrintWriter(err), CLOCK, Map.of(),
                        Terminal.NONE,
                        Outside.USUAL_NAME));
        assertThat(code).as(err.toString()).isZero();
        return JsonReader.object(new ByteArrayInputStream(out.toString().getBytes(UTF_8)), Pruning.NOTHING).root();
    }
}
