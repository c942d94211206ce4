package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that are no good snapshots are told in a sentence, and what does not go together before a cluster is asked. */
class SnapshotFilesTest {

    private static final String WHOLE = """
            {"apiVersion": "meshadvisor/v1", "kind": "ClusterSnapshot",
             "collected": {"cluster": "prod", "serverVersion": "v1.35.4", "at": "2026-09-01T08:00:00Z", "redacted": false, "redactionKey": "",
               "namespaces": [], "remarks": [], "gaps": []},
             "items": [{"apiVersion": "v1", "kind": "Service", "metadata": {"name": "cart", "namespace": "shop"}}]}
            """;

    @TempDir
    Path folder;

    @Test
    void a_whole_one_is_assessed_compressed_or_not() throws IOException {
        assertThat(assessed(WHOLE.getBytes(UTF_8)).code()).isZero();
        assertThat(assessed(zipped(WHOLE)).code()).isZero();
    }

    @Test
    void one_that_was_cut_is_refused() throws IOException {
        refused(WHOLE.substring(0, WHOLE.length() / 2).getBytes(UTF_8), "is no whole snapshot: ");
        refused("".getBytes(UTF_8), "is no whole snapshot: ");
        byte[] zip = zipped(WHOLE);
        refused(Arrays.copyOf(zip, zip.length / 2), "cut");
        byte[] spoilt = zip.clone();
        Arrays.fill(spoilt, zip.length / 2, zip.length - 8, (byte) 0xff);
        refused(spoilt, "take ");
    }

    @Test
    void what_is_something_else_is_refused() throws IOException {
        refused("kind: Service".getBytes(UTF_8), "is no whole snapshot: ");
        refused("[]".getBytes(UTF_8), "is no whole snapshot: ");
        refused("{\"kind\": \"PodList\", \"items\": []}".getBytes(UTF_8), "its kind is PodList; manifests are given as PATH");
        refused("{\"items\": []}".getBytes(UTF_8), "its kind is not given");
    }

    @Test
    void a_newer_version_is_refused() throws IOException {
        refused(WHOLE.replace("meshadvisor/v1", "meshadvisor/v9").getBytes(UTF_8),
                "is a snapshot of the version meshadvisor/v9; this program reads meshadvisor/v1");
    }

    @Test
    void a_file_that_is_not_there_is_told_before_anything_is_read() {
        assertThat(cli("assess", "--snapshot", "nowhere.json").err()).contains("--snapshot nowhere.json: there is no such file");
    }

    @Test
    void a_snapshot_is_not_filtered_and_goes_into_a_file() {
        assertThat(cli("snapshot", "-o", "-", "-l", "app=cart", "--kubeconfig", "none").err())
                .contains(
                        "-l: a snapshot holds all objects, and is filtered when it is assessed: meshadvisor assess --snapshot FILE -l app=cart")
                .contains("-o -: name a file");
    }

    @Test
    void a_redaction_and_its_key_belong_together() {
        String out = folder.resolve("s.json").toString();
        assertThat(cli("snapshot", "-o", out, "--redact", "--kubeconfig", "none").err())
                .contains("--redact and --redact-key belong together");
        assertThat(cli("snapshot", "-o", out, "--redact-key", "k", "--kubeconfig", "none").err())
                .contains("--redact and --redact-key belong together");
        assertThat(cli("snapshot", "-o", out, "--redact", "--redact-key", out, "--kubeconfig", "none").err())
                .contains("the key must stay apart");
    }

    @Test
    void a_key_that_is_none_is_told_before_a_cluster_is_asked() throws IOException {
        Path key = Files.writeString(folder.resolve("key"), "letmein");
        Ran ran = cli("snapshot", "-o", folder.resolve("s.json").toString(), "--redact", "--redact-key", key.toString(), "--kubeconfig",
                "none");
        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).contains("holds no key: it must be at least 64 hexadecimal digits");
    }

    private void refused(byte[] content, String sentence) throws IOException {
        Ran ran = assessed(content);
        assertThat(ran.code()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains("s.json", sentence);
        assertThat(ran.out()).isEmpty();
    }

    private Ran assessed(byte[] content) throws IOException {
        return cli("assess", "--snapshot", Files.write(folder.resolve("s.json"), content).toString());
    }

    private static byte[] zipped(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
