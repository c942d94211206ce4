package meshadvisor.realcluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Scene.Presence;
import meshadvisor.cluster.ClusterLook;
import meshadvisor.cluster.Patience;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Connection;
import meshadvisor.kubeconfig.Credentials;
import meshadvisor.kubeconfig.Environment;
import meshadvisor.kubeconfig.Flags;
import meshadvisor.kubeconfig.Kubeconfigs;
import meshadvisor.lab.scene.SceneReading;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a benchmark sees of a real cluster before it does anything. */
@Tag("cluster")
@Tag("mesh")
class SceneTest {

    private static final Duration TIME = Duration.ofMinutes(1);

    private static Lab lab;

    @BeforeAll
    static void a_cluster() {
        lab = Lab.open();
    }

    private static ClusterLook look(Path kubeconfig) {
        Environment environment = new Environment(Map.of(), Path.of(".").toAbsolutePath(), Path.of("").toAbsolutePath(), Path.of("/"));
        Flags flags = new Flags(Optional.of(kubeconfig), Optional.empty(), Optional.empty(), Optional.empty(), Flags.NONE.impersonation(),
                Optional.of("60s"), Flags.ExecConsent.TRUSTED_FILES, List.of());
        Access access = ((Connection.Found) Kubeconfigs.connect(flags, environment)).access();
        return ClusterLook.open(access, Credentials.of(access, environment, InstantSource.system(), TIME), TIME, Patience.USUAL);
    }

    private static Scene scene(Path kubeconfig) {
        try (ClusterLook look = look(kubeconfig)) {
            return SceneReading.of(look, Knowledge.CATALOGUE, Instant.now());
        }
    }

    @Test
    void somebody_who_may_only_read_sees_nodes_with_their_room_and_what_results_are_true_of() {
        Scene scene = scene(lab.reader());
        assertThat(scene.nodes()).isNotEmpty().allSatisfy(node -> {
            assertThat(node.freeCpu()).isBetween(0, node.cpu());
            assertThat(node.freeMebibytes()).isBetween(0L, node.memoryMebibytes());
        });
        assertThat(scene.fingerprint()).containsKeys("kubernetes", "kernel-version", "container-runtime-version", "os-image", "nodes");
        assertThat(scene.presence("baseline")).contains(new Presence.There("", "", ""));
        assertThat(scene.refused()).isEmpty();
    }

    @Test
    void an_istio_with_another_envoy_is_there_and_says_so() {
        assumeTrue(lab.kubectl("-n", "istio-system", "get", "deployment", "istiod").code() == 0, "Istio is not installed");
        assertThat(scene(lab.reader()).presence("istio-sidecar")).containsInstanceOf(Presence.There.class).hasValueSatisfying(
                there -> assertThat(((Presence.There) there).flavour()).isEqualTo("upstream-envoy"));
        assertThat(scene(lab.reader()).presence("istio-ambient")).containsInstanceOf(Presence.NotThere.class);
    }
}
