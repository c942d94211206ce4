package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.model.Answers;
import meshadvisor.report.Report;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reports say of a running cluster, and that they say nothing of one where manifests were read. */
class RunningTest {

    private static String written(String name, Format format) {
        return Reports.written(Reports.ALL.get(name), format).replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TABLE", "MARKDOWN"})
    void people_read_version_platform_nodes_pods_and_proxies(Format format) {
        assertThat(written("a running cluster", format)).contains("shop-prod: Kubernetes v1.35.4 on Amazon EKS, 1 node, 1 running pod")
                .contains("1 pod runs a proxy of istio 1.30.3, as a classic sidecar").contains("15017");
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TABLE", "MARKDOWN"})
    void nothing_is_said_of_a_cluster_where_manifests_were_read(Format format) {
        assertThat(written("adopt", format)).doesNotContain("Kubernetes v").doesNotContain("running pod");
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TABLE", "MARKDOWN"})
    void what_was_not_read_is_no_zero_and_no_platform(Format format) {
        String read = Reports.written(unread(), format).replace("<!-- -->", "").replaceAll("\\s+", " ");
        assertThat(read)
                .contains("on a platform that only the nodes tell, nodes not read, running pods not read, read at 2026-09-17T08:00:30Z")
                .doesNotContain("0 nodes").doesNotContain("no platform that is known");
    }

    @Test
    void programs_read_null_for_what_was_not_read() {
        JsonNode running = JsonMapper.builder().build().readTree(Reports.written(unread(), Format.JSON)).path("running");
        assertThat(running.path("nodes").isNull()).isTrue();
        assertThat(running.path("pods").isNull()).isTrue();
        assertThat(running.path("readAt").asString()).isEqualTo("2026-09-17T08:00:30Z");
    }

    @ParameterizedTest
    @EnumSource(value = Format.class, names = {"TABLE", "MARKDOWN"})
    void people_read_how_the_cluster_is_with_units(Format format) {
        assertThat(Reports.written(busy(), format).replace("<!-- -->", "").replaceAll("\\s+", " "))
                .contains("Control plane of istio: Deployment istio-system/istiod 1.30.3, 2 replicas wanted, 1 ready")
                .contains("Deployment shop/cart in 1 pod, 7 restarts, out of memory in 1")
                .contains("Nodes: 2 of m5.large, eu-1a, kubelet v1.35.3; 1 of m5.xlarge, kubelet v1.35.3")
                .contains("7900m CPU and 24576 MiB of memory; on one node 1900m CPU and 8192 MiB of memory at least and "
                        + "4000m CPU and 8192 MiB of memory at most")
                .contains("Used on 1 node: 250m CPU and 1024 MiB of memory, measured over 15s until 2026-09-17T08:00:00Z")
                .contains("Bounds: 1 PodDisruptionBudget, 0 HorizontalPodAutoscalers");
    }

    @Test
    void programs_read_how_the_cluster_is_as_numbers() {
        JsonNode running = JsonMapper.builder().build().readTree(Reports.written(busy(), Format.JSON)).path("running");
        assertThat(running.at("/troubledProxies/0/restarts").asInt()).isEqualTo(7);
        assertThat(running.path("troubledProxies")).hasSize(1);
        assertThat(running.at("/room/mostOnNode/cpuMillis").asInt()).isEqualTo(4000);
        assertThat(running.at("/usage/memoryMib").asInt()).isEqualTo(1024);
        assertThat(running.at("/controlPlanes/0/ready").asInt()).isEqualTo(1);
        assertThat(running.path("disruptionBudgets").asInt()).isEqualTo(1);
    }

    @Test
    void what_nobody_read_of_the_state_is_null() {
        JsonNode running = JsonMapper.builder().build().readTree(Reports.written(unread(), Format.JSON)).path("running");
        assertThat(List.of("room", "usage", "disruptionBudgets", "autoscalers")).allMatch(field -> running.path(field).isNull());
    }

    private static Report busy() {
        return Reports.of("""
                {apiVersion: meshadvisor/v1, kind: Cluster, metadata: {name: shop-prod}, spec: {serverVersion: v1.35.4, scope: all}}
                """ + node("n1", "m5.large, topology.kubernetes.io/zone: eu-1a", 2)
                + node("n2", "m5.large, topology.kubernetes.io/zone: eu-1a", 2)
                + node("n3", "m5.xlarge", 4) + deployment("istio-system", "istiod", "docker.io/istio/pilot:1.30.3", 2)
                + deployment("shop", "cart", "registry.example/cart:1", 2)
                + pod("istio-system", "istiod-7d9f-a", "{name: main, image: 'docker.io/istio/pilot:1.30.3', "
                        + "resources: {requests: {cpu: 100m}}}", "{name: main, ready: true}")
                + pod("istio-system", "istiod-7d9f-b", "{name: main, image: 'docker.io/istio/pilot:1.30.3'}", "{name: main, ready: false}")
                + proxied("a", "{name: istio-proxy, ready: true, restartCount: 7, lastState: {terminated: {reason: OOMKilled}}}")
                + proxied("b", "{name: istio-proxy, ready: true, restartCount: 3, lastState: {terminated: {reason: Error}}}") + """
                        ---
                        apiVersion: metrics.k8s.io/v1beta1
                        kind: NodeMetrics
                        metadata: {name: n1}
                        timestamp: "2026-09-17T08:00:00Z"
                        window: 15s
                        usage: {cpu: 250m, memory: 1Gi}
                        ---
                        {apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: {name: cart, namespace: shop}, spec: {maxUnavailable: 1}}
                        """, Answers.NONE);
    }

    private static String node(String name, String type, int processors) {
        return """
                ---
                apiVersion: v1
                kind: Node
                metadata: {name: %s, labels: {node.kubernetes.io/instance-type: %s}}
                status:
                  allocatable: {cpu: "%d", memory: 8Gi}
                  conditions: [{type: Ready, status: "True"}]
                  nodeInfo: {kubeletVersion: v1.35.3}
                """.formatted(name, type, processors);
    }

    private static String deployment(String namespace, String name, String image, int replicas) {
        return """
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %s, namespace: %s}
                spec: {replicas: %d, template: {spec: {containers: [{name: main, image: '%s'}]}}}
                """.formatted(name, namespace, replicas, image);
    }

    private static String proxied(String suffix, String status) {
        return pod("shop", "cart-7d9f-" + suffix, "{name: istio-proxy, image: 'docker.io/istio/proxyv2:1.30.3'}", status);
    }

    private static String pod(String namespace, String name, String container, String status) {
        return """
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: %s
                  namespace: %s
                  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: %s, controller: true}]
                spec: {nodeName: n1, containers: [%s]}
                status: {phase: Running, containerStatuses: [%s]}
                """.formatted(name, namespace, name.substring(0, name.lastIndexOf('-')), container, status);
    }

    private static Report unread() {
        return Reports.of("""
                apiVersion: meshadvisor/v1
                kind: Cluster
                metadata: {name: shop-prod}
                spec: {serverVersion: v1.35.4, readAt: "2026-09-17T08:00:30Z"}
                """, Answers.NONE);
    }

    @Test
    void programs_read_it_as_fields_and_null_where_manifests_were_read() {
        JsonMapper json = JsonMapper.builder().build();
        JsonNode running = json.readTree(Reports.written(Reports.ALL.get("a running cluster"), Format.JSON)).path("running");
        assertThat(running.path("nodes").asInt()).isEqualTo(1);
        assertThat(running.at("/proxies/0/version").asString()).isEqualTo("1.30.3");
        assertThat(running.at("/platforms/0/id").asString()).isEqualTo("eks");
        assertThat(running.path("traps").findValuesAsString("id")).contains("webhook-port").doesNotContain("security-groups-for-pods");
        assertThat(json.readTree(Reports.written(Reports.ALL.get("adopt"), Format.JSON)).path("running").isNull()).isTrue();
    }
}
