package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of a snapshot is what was said of the cluster. */
@Tag("cluster")
class SnapshotTest {

    /** A cluster lives: readings of usage come every few seconds, and only reports of one state can be equal. */
    private static final int MOST_TRIES = 6;

    private static Lab lab;
    private static Place place;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_cluster_with_workloads() {
        lab = Lab.open();
        place = Place.in(lab, "realcluster-snapshot");
    }

    @AfterAll
    static void it_is_removed() {
        if (place != null) {
            place.close();
        }
    }

    @ParameterizedTest
    @CsvSource({"json, cluster.json", "table, cluster.json.gz", "markdown, cluster.json"})
    void a_snapshot_gives_byte_for_byte_the_report_of_the_running_cluster(String format, String name) {
        String file = folder.resolve(name).toString();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            String before = lab.meshadvisor(lab.reader(), "assess", "-o", format).good();
            lab.meshadvisor(lab.reader(), "snapshot", "-o", file).good();
            String after = lab.meshadvisor(lab.reader(), "assess", "-o", format).good();
            if (before.equals(after)) {
                assertThat(withoutDigests(lab.meshadvisor(Path.of("/nowhere"), "assess", "--snapshot", file, "-o", format).good()))
                        .isEqualTo(withoutDigests(before));
                return;
            }
        }
        fail("the cluster changed between two assessments, %s times", MOST_TRIES);
    }

    /** A snapshot is a file with a digest, and a cluster has none: in JSON it stands with the inputs, and in what people are shown of them. */
    private static String withoutDigests(String report) {
        return report.replaceAll("(?s)\"inputs\": \\[.*?\\]", "").replaceAll("(?s)\"shown\": \\{.*", "");
    }
}
