package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a cluster makes of workloads by itself is no workload. */
@Tag("cluster")
class WorkloadsTest {

    private static Lab lab;
    private static Place place;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_cluster_with_workloads() {
        lab = Lab.open();
        place = Place.in(lab, "realcluster-owners");
    }

    @AfterAll
    static void it_is_removed() {
        if (place != null) {
            place.close();
        }
    }

    @Test
    void pods_and_replica_sets_and_jobs_that_workloads_made_are_not_counted_beside_them() throws IOException {
        Path file = Files.writeString(folder.resolve("shop.yaml"), Place.manifest());
        Report files = Report.of(lab.meshadvisor(Path.of("/nowhere"), "assess", file.toString(), "-o", "json").good());
        Report live = live();
        assertThat(live.workloads()).isEqualTo(files.workloads());
        assertThat(live.services()).isEqualTo(files.services()).containsExactly("cart");
    }

    @Test
    void a_pod_and_a_job_of_nobody_are_workloads_of_their_own() {
        Report before = live();
        lab.kubectl("-n", place.name(), "run", "alone", "--image=registry.k8s.io/pause:3.10").good();
        lab.kubectl("-n", place.name(), "create", "job", "once", "--image=registry.k8s.io/pause:3.10").good();
        Report after = live();
        lab.kubectl("-n", place.name(), "delete", "pod/alone", "job/once").good();
        assertThat(after.workloads().get("Job")).isEqualTo(before.workloads().get("Job") + 1);
        assertThat(after.workloads().get("Pod")).isEqualTo(before.workloads().getOrDefault("Pod", 0) + 1);
    }

    private static Report live() {
        return Report.of(lab.meshadvisor(lab.reader(), "assess", "-n", place.name(), "-o", "json").good());
    }
}
