package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As a plugin of kubectl. */
@Tag("cluster")
class PluginTest {

    private static Lab lab;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_cluster() {
        lab = Lab.open();
    }

    @Test
    void kubectl_finds_the_plugin_by_its_name_and_it_calls_itself_by_that() throws IOException {
        Files.createSymbolicLink(folder.resolve("kubectl-mesh_advisor"), Lab.PROGRAM);
        Map<String, String> env = Map.of("PATH", folder + ":" + System.getenv("PATH"), "KUBECONFIG", lab.reader().toString());
        assertThat(Report.of(Ended.run(env, "", List.of("kubectl", "mesh-advisor", "assess", "-o", "json")).good()).documents())
                .isPositive();
        assertThat(Ended.run(env, "", List.of("kubectl", "mesh-advisor", "assess", "--context", "nowhere")))
                .satisfies(wrong -> {
                    assertThat(wrong.code()).isEqualTo(2);
                    assertThat(wrong.err()).contains("nowhere");
                });
        assertThat(Ended.run(env, "", List.of("kubectl", "mesh-advisor", "--help")).good()).contains("kubectl mesh-advisor");
    }
}
