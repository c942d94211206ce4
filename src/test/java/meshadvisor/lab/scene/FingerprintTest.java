package meshadvisor.lab.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meshadvisor.model.Gap;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FingerprintTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            mode: ""       | iptables (default)
            mode: ipvs     | ipvs
            mode: "nft"    | nft
            """)
    void the_mode_of_kube_proxy_is_read_from_its_settings(String line, String mode) {
        Objects objects = new Objects().config("kube-system", "kube-proxy",
                "{'data': {'config.conf': 'apiVersion: x\\n" + line.replace("\"", "\\\"") + "\\nother: 1\\n'}}");
        assertThat(Fingerprint.of(objects.found(), List.of(), Map.of(), new ArrayList<>())).containsEntry("kube-proxy", mode);
    }

    @Test
    void network_and_nodes_are_part_of_the_fingerprint_and_what_is_not_seen_is_a_gap() {
        Objects objects = new Objects().machine("a", "", "", "").machine("b", "", "", "").add("apps/v1/daemonsets",
                "{'spec': {'template': {'spec': {'containers': [{'image': 'docker.io/calico/node:v3.30@sha256:1'}]}}}}");
        List<Gap> gaps = new ArrayList<>();
        assertThat(Fingerprint.of(objects.found(), Knowledge.CATALOGUE.networks(), Map.of(), gaps)).containsEntry("cni", "Calico v3.30")
                .containsEntry("nodes", "2 × 2000m/4096Mi (arm64)").containsEntry("kubernetes", "v1.35.4").doesNotContainKey("kube-proxy");
        assertThat(gaps).extracting(Gap::id).containsExactly("bench-kube-proxy");
    }
}
