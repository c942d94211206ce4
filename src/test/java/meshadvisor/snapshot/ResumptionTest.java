package meshadvisor.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import meshadvisor.cluster.Taker;
import meshadvisor.model.Gap;
import meshadvisor.tree.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot that was interrupted is gone on with, if it is of the same. */
class ResumptionTest {

    private static final String LATER = "2026-09-02T08:00:00Z";
    private static final List<JsonObject> PODS = SnapshotFile.objects("{apiVersion: v1, kind: Pod, metadata: {name: cart}}");
    private static final List<JsonObject> NODES = SnapshotFile.objects("{apiVersion: v1, kind: Node, metadata: {name: one}}");

    @TempDir
    Path folder;

    @Test
    void lists_that_were_complete_are_not_read_again_and_the_time_is_that_of_the_beginning() throws IOException {
        interruptedAfterTheNodes();

        SnapshotWriter again = writer(LATER, "prod");
        assertThat(again.resumed()).isEqualTo(1);
        assertThat(again.at()).isEqualTo(SnapshotFile.AT);
        Taker nodes = again.takers().of("nodes", "");
        assertThat(nodes.complete()).isTrue();
        Taker pods = again.takers().of("pods", "");
        assertThat(pods.complete()).isFalse();
        take(pods, PODS);
        again.finish(SnapshotFile.collected("prod", again.at()), List.of(nodes, pods));

        assertThat(Files.readString(file())).contains("\"one\"", "\"cart\"", SnapshotFile.AT).containsOnlyOnce("\"cart\"");
        assertThat(folder).isDirectoryNotContaining(f -> !f.equals(file()));
    }

    @Test
    void another_identity_begins_anew() throws IOException {
        interruptedAfterTheNodes();
        SnapshotWriter other = writer(LATER, "another cluster");
        assertThat(other.resumed()).isZero();
        assertThat(other.at()).isEqualTo(LATER);
        assertThat(other.takers().of("nodes", "").complete()).isFalse();
    }

    @Test
    void another_key_begins_anew() throws IOException {
        Redaction one = new Redaction(RedactionKey.make(folder.resolve("one")), SnapshotFile.KNOWLEDGE);
        Redaction other = new Redaction(RedactionKey.make(folder.resolve("other")), SnapshotFile.KNOWLEDGE);
        take(SnapshotWriter.to(file(), SnapshotFile.AT, "prod", one).takers().of("nodes", ""), NODES);
        assertThat(SnapshotWriter.to(file(), LATER, "prod", one).resumed()).isEqualTo(1);
        assertThat(SnapshotWriter.to(file(), LATER, "prod", other).resumed()).isZero();
    }

    @Test
    void a_list_with_a_gap_is_read_again() throws IOException {
        Taker nodes = writer(SnapshotFile.AT, "prod").takers().of("nodes", "");
        NODES.forEach(nodes::take);
        nodes.end(List.of(Gap.of("read-nodes", "whether there are more nodes", "the connection broke", "assess again")));
        assertThat(writer(LATER, "prod").takers().of("nodes", "").complete()).isFalse();
    }

    @Test
    void an_older_snapshot_stays_until_the_new_one_is_whole() throws IOException {
        Files.writeString(file(), "older");
        interruptedAfterTheNodes();
        assertThat(file()).hasContent("older");
    }

    /** The process dies while the second list is being read. */
    private void interruptedAfterTheNodes() throws IOException {
        SnapshotWriter writer = SnapshotWriter.to(file(), SnapshotFile.AT, "prod", object -> {
            if (object.root().get("kind").text().equals("Pod")) {
                throw new IllegalStateException("killed");
            }
            return object;
        });
        take(writer.takers().of("nodes", ""), NODES);
        Taker pods = writer.takers().of("pods", "");
        assertThatThrownBy(() -> take(pods, PODS)).hasMessage("killed");
    }

    private static void take(Taker taker, List<JsonObject> objects) {
        objects.forEach(taker::take);
        taker.end(List.of());
    }

    private SnapshotWriter writer(String at, String identity) throws IOException {
        return SnapshotWriter.to(file(), at, identity, UnaryOperator.identity());
    }

    private Path file() {
        return folder.resolve("s.json");
    }
}
