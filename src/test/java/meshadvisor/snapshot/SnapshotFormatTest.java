package meshadvisor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meshadvisor.cluster.Collected;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.model.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The published schema describes the snapshots that are written. */
class SnapshotFormatTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNode SOURCE = JSON.readTree(text());
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(SOURCE);
    private static final Collected COLLECTED = new Collected("prod", "v1.35.4", SnapshotFile.AT, List.of("shop"),
            List.of(new Remark("config:3", "The certificate is not checked.", "Give one.")),
            List.of(Gap.of("read-pods", "which pods there are", "pods is forbidden", "kubectl create clusterrole")));
    private static final String OBJECTS = "{apiVersion: v1, kind: Pod, metadata: {name: cart, namespace: shop, labels: {app: cart}}}";

    @TempDir
    Path folder;

    private static String text() {
        try {
            return Files.readString(Path.of("../docs/formats/snapshot.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_snapshot_is_valid_with_its_names_and_without() throws IOException {
        assertThat(SCHEMA.validate(plain())).isEmpty();
        Redaction redaction = new Redaction(RedactionKey.make(folder.resolve("key")), SnapshotFile.KNOWLEDGE);
        Path file = folder.resolve("r.json");
        SnapshotFile.write(SnapshotWriter.to(file, SnapshotFile.AT, "test", redaction), file, COLLECTED, SnapshotFile.objects(OBJECTS));
        JsonNode redacted = JSON.readTree(Files.readString(file));
        assertThat(SCHEMA.validate(redacted)).isEmpty();
        assertThat(redacted.at("/collected/redacted").asBoolean()).isTrue();
        assertThat(redacted.at("/collected/redactionKey").asString()).isEqualTo(redaction.keyId());
        assertThat(redacted.at("/items/0/metadata/name").asString()).matches("x[a-z]{10}");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the rights are POSIX ones")
    void only_the_owner_can_read_a_snapshot_and_what_is_kept_beside_it() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.json"), "an older one");
        SnapshotWriter writer = SnapshotWriter.to(file, SnapshotFile.AT, "test", UnaryOperator.identity());
        var list = writer.takers().of("pods", "");
        SnapshotFile.objects(OBJECTS).forEach(list::take);
        list.end(List.of());
        try (Stream<Path> parts = Files.walk(folder.resolve("mine.json.parts"))) {
            assertThat(parts.toList()).hasSize(3).allSatisfy(part -> assertThat(rights(part)).isEqualTo(
                    Files.isDirectory(part) ? "rwx------" : "rw-------"));
        }
        writer.finish(COLLECTED, List.of(list));
        assertThat(rights(file)).isEqualTo("rw-------");
    }

    private static String rights(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/collected", "/collected/gaps/0", "/collected/remarks/0"})
    void a_field_that_nobody_promised_is_noticed(String where) throws IOException {
        JsonNode snapshot = plain();
        ((ObjectNode) snapshot.at(where)).put("surprise", 1);
        assertThat(SCHEMA.validate(snapshot)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/apiVersion", "/kind", "/collected/at", "/collected/redacted", "/collected/redactionKey", "/items"})
    void a_field_with_another_kind_of_value_is_noticed(String where) throws IOException {
        JsonNode snapshot = plain();
        int slash = where.lastIndexOf('/');
        ((ObjectNode) snapshot.at(where.substring(0, slash))).put(where.substring(slash + 1), "surprise");
        assertThat(SCHEMA.validate(snapshot)).isNotEmpty();
    }

    private JsonNode plain() throws IOException {
        Path file = SnapshotFile.write(folder.resolve("s.json"), COLLECTED, SnapshotFile.objects(OBJECTS));
        return JSON.readTree(Files.readString(file));
    }
}
