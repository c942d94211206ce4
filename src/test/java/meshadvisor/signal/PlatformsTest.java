package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** By which signs a platform is recognised, and which namespaces belong to one. */
class PlatformsTest {

    private static final String NODE = """
            apiVersion: v1
            kind: Node
            metadata: {name: n1, labels: {kubernetes.io/os: linux, LABEL}}
            spec: {providerID: "PROVIDER"}
            status: {nodeInfo: {kubeletVersion: "KUBELET"}}
            ---
            """;

    private static String node(String label, String provider, String kubelet) {
        return NODE.replace("LABEL", label).replace("PROVIDER", provider).replace("KUBELET", kubelet);
    }

    private static List<String> platforms(String objects) {
        return PlatformSeen.of(Scan.of(objects).world()).stream().map(p -> p.platform().id()).toList();
    }

    @ParameterizedTest
    @CsvSource({"eks.amazonaws.com/nodegroup: main, aws:///eu-west-1a/i-1, v1.33.1, eks",
            "a: b, aws:///eu-west-1a/i-1, v1.33.1-eks-abc, eks",
            "cloud.google.com/gke-nodepool: main, gce://shop/z/n, v1.33.1, gke", "a: b, gce://shop/z/n, v1.33.1-gke.1, gke",
            "kubernetes.azure.com/cluster: shop, azure:///x, v1.33.1, aks", "node.openshift.io/os_id: rhcos, aws:///x, v1.33.1, openshift",
            "a: b, k3s://n1, v1.33.1+k3s1, k3s", "a: b, kind://docker/kind/n1, v1.33.1, kind",
            "microk8s.io/cluster: \"true\", '', v1.33.1, microk8s",
            "minikube.k8s.io/name: minikube, '', v1.33.1, minikube"})
    void a_platform_is_recognised_by_its_nodes(String label, String provider, String kubelet, String platform) {
        assertThat(platforms(node(label, provider, kubelet))).containsExactly(platform);
    }

    @Test
    void a_machine_of_a_cloud_is_not_yet_the_clouds_kubernetes() {
        String objects = node("a: b", "aws:///eu-west-1a/i-1", "v1.33.1");
        assertThat(platforms(objects)).isEmpty();
        assertThat(PlatformSeen.reading(Scan.of(objects).world())).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void signs_of_two_platforms_leave_it_open() {
        String objects = node("eks.amazonaws.com/nodegroup: main", "", "v1.33.1+k3s1");
        assertThat(platforms(objects)).containsExactly("eks", "k3s");
        assertThat(PlatformSeen.reading(Scan.of(objects).world()))
                .isInstanceOfSatisfying(Reading.Unknown.class, u -> assertThat(u.gap().why()).contains("Amazon EKS and of K3s"));
    }

    private static String daemons(String name, String image, String words) {
        return """
                apiVersion: apps/v1
                kind: DaemonSet
                metadata: {name: NAME, namespace: kube-system}
                spec: {template: {spec: {containers: [{name: main, image: IMAGE, command: [WORDS]}]}}}
                ---
                """.replace("NAME", name).replace("IMAGE", image).replace("WORDS", words);
    }

    @Test
    void daemon_sets_tell_the_network_of_a_cluster() {
        String objects = node("a: b", "", "v1.33.1") + daemons("calico-node", "docker.io/calico/node:v3.30.0", "start")
                + daemons("kube-proxy", "registry.k8s.io/kube-proxy:v1.33.1", "--proxy-mode=ipvs");
        assertThat(NetworkSeen.of(Scan.of(objects).world())).extracting(e -> e.sentence()).containsExactly(
                "the CNI is Calico: DaemonSet kube-system/calico-node runs docker.io/calico/node:v3.30.0",
                "Services are reached through kube-proxy, in mode ipvs");
        assertThat(new ClusterSignals(Scan.of(objects).world()).of("cni").words()).isEqualTo("calico");
    }

    @Test
    void what_the_arguments_of_kube_proxy_do_not_tell_is_not_guessed() {
        String objects = node("a: b", "", "v1.33.1") + daemons("kube-proxy", "registry.k8s.io/kube-proxy:v1.33.1", "--config=/x");
        assertThat(NetworkSeen.of(Scan.of(objects).world())).singleElement()
                .satisfies(e -> assertThat(e.sentence()).endsWith("in a mode that its arguments do not tell"));
        assertThat(new ClusterSignals(Scan.of(objects).world()).of("cni")).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void manifests_tell_no_platform() {
        assertThat(platforms("{apiVersion: v1, kind: Namespace, metadata: {name: openshift-shop}}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"kube-system", "kube-node-lease", "kube-public", "gke-managed-system", "gke-managed-cim", "openshift-dns",
            "openshift", "calico-system"})
    void a_namespace_of_a_platform_holds_no_application(String namespace) {
        assertThat(Scan.of("").world().candidate(namespace)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shop", "fleet-management", "openshifted", "default"})
    void other_namespaces_may(String namespace) {
        assertThat(Scan.of("").world().candidate(namespace)).isTrue();
    }
}
