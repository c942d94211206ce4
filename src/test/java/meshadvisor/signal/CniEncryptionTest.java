package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;

class CniEncryptionTest {

    private static final String AGENT = """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: cilium, namespace: kube-system}
            spec:
              template:
                metadata: {labels: {k8s-app: cilium}}
                spec: {containers: [{name: cilium-agent, image: "quay.io/cilium/cilium:v1.20.0"}]}
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: cilium-config, namespace: kube-system}
            data: {enable-wireguard: "WIREGUARD", enable-ipsec: "false"}
            """;
    private static final String RELEASE = """
            apiVersion: helm.toolkit.fluxcd.io/v2
            kind: HelmRelease
            metadata: {name: cilium, namespace: kube-system}
            spec:
              chart: {spec: {chart: cilium, version: 1.20.0, sourceRef: {kind: HelmRepository, name: cilium}}}
              values: {encryption: {enabled: ENABLED, type: wireguard}}
            """;

    private static Reading encrypts(String manifests) {
        return new ClusterSignals(Scan.of(manifests).world()).of("cni-encrypts");
    }

    @Test
    void the_settings_of_the_agent_tell_that_the_network_encrypts() {
        assertThat(encrypts(AGENT.replace("WIREGUARD", "true")).words()).isEqualTo("yes");
        assertThat(encrypts(AGENT.replace("WIREGUARD", "true")).seenAt()).extracting(e -> e.place().toString()).containsExactly("-:12:26");
        assertThat(encrypts(AGENT.replace("WIREGUARD", "false")).words()).isEqualTo("no");
    }

    @Test
    void the_values_of_its_chart_tell_it_too() {
        assertThat(encrypts(RELEASE.replace("ENABLED", "true")).words()).isEqualTo("yes");
        assertThat(encrypts(RELEASE.replace("ENABLED", "false")).words()).isEqualTo("no");
    }

    @Test
    void a_key_of_a_node_tells_that_its_agent_encrypts() {
        String node = "---\n{apiVersion: cilium.io/v2, kind: CiliumNode, metadata: {name: one%s}, spec: {%s}}\n";
        String agent = AGENT.replace("WIREGUARD", "false");
        String annotation = ", annotations: {network.cilium.io/wg-pub-key: abc}";

        assertThat(encrypts(agent + node.formatted(annotation, "")).words()).isEqualTo("yes");
        assertThat(encrypts(agent + node.formatted("", "encryption: {key: 3}")).words()).isEqualTo("yes");
        assertThat(encrypts(agent + node.formatted("", "encryption: {}")).words()).isEqualTo("no");
    }

    @Test
    void without_its_settings_an_agent_of_a_running_cluster_leaves_it_open() {
        String agent = AGENT.substring(0, AGENT.indexOf("---"));
        String running = "---\n{apiVersion: v1, kind: Node, metadata: {name: one}}\n";

        assertThat(encrypts(agent + running)).isInstanceOf(Reading.Unknown.class);
        assertThat(encrypts(agent).words()).isEqualTo("no");
    }
}
