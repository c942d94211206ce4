package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What --install runs: a tool of the same name that only writes down what it was told. */
@Tag("mesh")
class BenchInstallTest {

    private static Lab lab;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_cluster() {
        lab = Lab.open();
    }

    /** Runs the program with tools that write down their arguments and the cluster that they were led to, and end with a code. */
    private Ended install(int code) throws IOException {
        for (String tool : List.of("istioctl", "kubectl", "helm")) {
            Path file = Files.writeString(folder.resolve(tool),
                    "#!/bin/sh\nif [ \"$KUBECONFIG\" != '" + lab.admin() + "' ]; then exit 99; fi\necho \"" + tool + " $*\" >> '"
                            + folder.resolve("told") + "'\nexit " + code + "\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return Ended.run(Map.of("KUBECONFIG", lab.admin().toString(), "PATH", folder + ":" + System.getenv("PATH")), "",
                List.of(Lab.PROGRAM.toString(), "bench", "run", "--install", "--variants", "istio-ambient", "-o",
                        folder.resolve("run.json").toString(), "--cpu", "60"));
    }

    private List<String> told() throws IOException {
        return Files.exists(folder.resolve("told")) ? Files.readAllLines(folder.resolve("told")) : List.of();
    }

    @Test
    void it_runs_just_what_it_shows_and_stops_at_the_first_that_fails() throws IOException {
        Ended ended = install(3);
        assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
        assertThat(told()).hasSize(1);
        assertThat(ended.err().lines().filter(line -> line.startsWith("$ ")).map(line -> line.substring(2)))
                .containsExactlyElementsOf(told());
        assertThat(ended.err()).contains("To undo the installation for istio-ambient: ", "failed with exit code 3", "stays");
    }

    @Test
    void it_runs_all_of_it_and_looks_again_what_is_there() throws IOException {
        Ended ended = install(0);
        assertThat(ended.code()).as(ended.toString()).isEqualTo(2); // no node has so much room
        assertThat(told()).isNotEmpty().first().asString().startsWith("istioctl install");
        assertThat(ended.err().lines().filter(line -> line.startsWith("$ ")).map(line -> line.substring(2)))
                .containsExactlyElementsOf(told());
        assertThat(ended.err()).contains("of CPU free and the run requests up to");
    }

    @Test
    void on_a_cluster_that_people_may_depend_on_it_runs_nothing() throws IOException {
        try (Place place = Place.empty(lab, "shop-prod")) {
            Ended ended = install(0);
            assertThat(ended.code()).as(ended.toString()).isEqualTo(2);
            assertThat(ended.err()).contains("--install is for clusters that can be thrown away", place.name());
            assertThat(told()).isEmpty();
        }
    }
}
