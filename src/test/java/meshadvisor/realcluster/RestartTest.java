package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The API server goes away and comes back while it is read. */
@Tag("cluster")
class RestartTest {

    private static final Path RESTART = Path.of("test/cluster/restart-apiserver").toAbsolutePath();

    private static Lab lab;
    private static Place place;

    @TempDir
    Path folder;

    @BeforeAll
    static void a_cluster_with_workloads() {
        lab = Lab.open();
        place = Place.in(lab, "realcluster-restart");
    }

    @AfterAll
    static void it_is_removed() {
        if (place != null) {
            place.close();
        }
    }

    @Test
    void an_api_server_that_is_killed_and_restarted_in_mid_scan_costs_nothing_of_the_report() throws IOException {
        AtomicInteger restarts = new AtomicInteger();
        long half;
        Report whole;
        try (Relay relay = new Relay(URI.create(lab.server()), Long.MAX_VALUE, () -> {})) {
            whole = assessedThrough(relay);
            half = relay.answered() / 2;
        }
        Report report;
        try (Relay relay = new Relay(URI.create(lab.server()), half, () -> restart(restarts))) {
            report = assessedThrough(relay);
        }
        lab.kubectl("wait", "--for=condition=Ready", "nodes", "--all", "--timeout=60s").good();
        assertThat(restarts).hasValue(1);
        assertThat(report.unread()).isEmpty();
        // Documents are not counted: the usage of pods is among them, and pods of Jobs come and end meanwhile.
        assertThat(report.workloads()).isEqualTo(whole.workloads());
        assertThat(report.services()).isEqualTo(whole.services());
    }

    private Report assessedThrough(Relay relay) throws IOException {
        Path kubeconfig = Files.writeString(folder.resolve("relayed.kubeconfig"),
                Files.readString(lab.reader()).replace(lab.server(), relay.address()));
        return Report.of(lab.meshadvisor(kubeconfig, "assess", "-n", place.name(), "-o", "json").good());
    }

    /** The state of the cluster is where its logs are. */
    private static void restart(AtomicInteger restarts) {
        String state = lab.audit().getParent().getParent().toString();
        Ended.run(Map.of(), "", List.of(RESTART.toString(), state)).good();
        restarts.incrementAndGet();
    }
}
