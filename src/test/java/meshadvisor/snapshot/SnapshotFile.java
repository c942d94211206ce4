package meshadvisor.snapshot;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meshadvisor.catalog.Library;
import meshadvisor.cluster.Collected;
import meshadvisor.cluster.Taker;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.JsonWriter;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;
import meshadvisor.tree.YamlReader;

/** Snapshots made of manifests, as if a cluster held them. */
final class SnapshotFile {

    static final Library KNOWLEDGE = library();
    static final String AT = "2026-09-01T08:00:00Z";

    private SnapshotFile() {}

    private static Library library() {
        try (var in = SnapshotFile.class.getResourceAsStream("/meshadvisor/catalogue")) {
            return Library.ofCompiled(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of all manifests of a folder. */
    static List<JsonObject> objects(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.(ya?ml|json)")).sorted().flatMap(f -> read(f).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonObject> read(Path file) {
        try {
            return objects(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The objects of a text of YAML. */
    static List<JsonObject> objects(String yaml) {
        List<JsonObject> objects = new ArrayList<>();
        YamlReader.read(yaml, Limits.DEFAULT, document -> {
            if (document.root() instanceof Mapping root && root.get("kind").present()) {
                objects.add(json(root));
            }
        }, problem -> {});
        return objects;
    }

    /** As the API server would give it. */
    static JsonObject json(Node node) {
        try {
            return JsonReader.object(new ByteArrayInputStream(text(node).getBytes(UTF_8)), Pruning.NOTHING);
        } catch (IOException | BrokenJson e) {
            throw new IllegalStateException(e);
        }
    }

    static String text(Node node) {
        var text = new ByteArrayOutputStream();
        try (JsonWriter out = new JsonWriter(text)) {
            out.node(node);
        }
        return text.toString(UTF_8);
    }

    static Collected collected(String cluster, String at) {
        return new Collected(cluster, "v1.35.4", at, List.of(), List.of(), List.of());
    }

    /** Writes a snapshot with its names. */
    static Path write(Path file, Collected collected, List<JsonObject> objects) throws IOException {
        return write(SnapshotWriter.to(file, collected.at(), "test", UnaryOperator.identity()), file, collected, objects);
    }

    static Path write(SnapshotWriter writer, Path file, Collected collected, List<JsonObject> objects) throws IOException {
        Taker list = writer.takers().of("things", "");
        objects.forEach(list::take);
        list.end(List.of());
        writer.finish(collected, List.of(list));
        return file;
    }
}
