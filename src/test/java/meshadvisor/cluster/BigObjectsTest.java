package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects that nobody should make and somebody will, read by a process with little memory. */
class BigObjectsTest {

    private static final int MEGABYTES = 50;
    private static final String MEMORY = "80m";

    @TempDir
    Path folder;

    /** Writes the spec of a pod. */
    private void assess(Fault.Writing spec, String... words) throws Exception {
        try (ApiServer server = ApiServer.http().shop(0)) {
            server.fault(Fault.written(out -> page(out, spec)).at("/api/v1/pods"));
            Path config = new Live(folder).cluster(server.address()).kubeconfig();
            Map<String, String> env = Map.of("KUBERNETES_MASTER", "http://localhost:9", "KUBERNETES_AUTH_TOKEN", "new-token",
                    "KUBERNETES_TRUST_CERTIFICATES", "true", "KUBERNETES_NAMESPACE", "nowhere", "KUBECONFIG", "/nonexistent");
            Spawned run = Spawned.java(folder, env, MEMORY, "assess", "--kubeconfig", config.toString(), "-o", "json");
            assertThat(run.exit()).as(run.said()).isZero();
            assertThat(run.said()).contains("\"cart\"").contains(words);
        }
    }

    private static void page(OutputStream out, Fault.Writing spec) throws IOException {
        write(out, "{\"kind\":\"PodList\",\"metadata\":{},\"items\":[" + ApiServer.pod("cart-0", "")
                + ",{\"metadata\":{\"name\":\"huge\",\"namespace\":\"shop\"},\"spec\":{");
        spec.to(out);
        write(out, "}}," + ApiServer.pod("cart-2", "") + "]}");
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(UTF_8));
    }

    private static void texts(OutputStream out, String begin, String end) throws IOException {
        write(out, begin);
        byte[] piece = "x".repeat(1 << 20).getBytes(UTF_8);
        for (int i = 0; i < MEGABYTES; i++) {
            out.write(piece);
        }
        write(out, end);
    }

    @Test
    void a_text_of_50_megabytes_is_not_held_and_the_object_is_told_as_left_out() throws Exception {
        assess(out -> texts(out, "\"nodeName\":\"", "\""), "what is in 1 of the pods", "too long");
    }

    @Test
    void a_text_of_50_megabytes_that_nobody_looks_at_is_passed_over() throws Exception {
        assess(out -> texts(out, "\"volumes\":[\"", "\"]"), "\"documents\": 7,");
    }

    @Test
    void small_fields_of_50_megabytes_are_not_held_and_the_object_is_left_out_by_name() throws Exception {
        assess(out -> {
            write(out, "\"a\":0");
            for (int i = 0; i < MEGABYTES << 10; i++) {
                StringBuilder piece = new StringBuilder(1 << 10);
                while (piece.length() < 1 << 10) {
                    piece.append(",\"f").append(i).append('-').append(piece.length()).append("\":1");
                }
                write(out, piece.toString());
            }
        }, "shop/huge has too many values");
    }
}
