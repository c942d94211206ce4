package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Meta;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What belongs together in a running cluster is one workload. */
class OwnersTest {

    @TempDir
    private Path folder;

    private static String runner(String api, String kind, String name, String owner) {
        return """
                apiVersion: API
                kind: KIND
                metadata: {name: NAME, namespace: shop OWNER}
                spec: {template: {spec: {containers: [{name: main, image: shop/app}]}}}
                """.replace("API", api).replace("KIND", kind).replace("NAME", name).replace("OWNER", owner);
    }

    private static String pod(String name, String owner, String phase) {
        return """
                apiVersion: v1
                kind: Pod
                metadata: {name: NAME, namespace: shop OWNER}
                spec: {containers: [{name: main, image: shop/app}]}
                status: {phase: PHASE}
                """.replace("NAME", name).replace("OWNER", owner).replace("PHASE", phase);
    }

    private static String by(String api, String kind, String name) {
        return ", ownerReferences: [{apiVersion: " + api + ", kind: " + kind + ", name: " + name + ", controller: true}]";
    }

    private ClusterSnapshot read(List<String> documents) {
        return Scan.in(folder).piping(String.join("---\n", documents)).read().snapshot();
    }

    /** The workloads, in whichever order the objects come. */
    private List<String> workloads(String... documents) {
        List<String> turned = new ArrayList<>(List.of(documents));
        Collections.reverse(turned);
        List<String> there = names(read(List.of(documents)));
        assertThat(names(read(turned))).containsExactlyInAnyOrderElementsOf(there);
        return there;
    }

    private static List<String> names(ClusterSnapshot snapshot) {
        return snapshot.running().workloads().stream().map(w -> w.meta().key() + " x" + w.replicas()).toList();
    }

    private static String deployment() {
        return runner("apps/v1", "Deployment", "cart", "");
    }

    private static String replicaSet() {
        return runner("apps/v1", "ReplicaSet", "cart-7d9f", by("apps/v1", "Deployment", "cart"));
    }

    private static String cartPod(String name) {
        return pod(name, by("apps/v1", "ReplicaSet", "cart-7d9f"), "Running");
    }

    @Test
    void a_deployment_its_replica_set_and_its_pods_are_one() {
        assertThat(workloads(deployment(), replicaSet(), cartPod("cart-7d9f-a"), cartPod("cart-7d9f-b")))
                .containsExactly("Deployment shop/cart x1");
        assertThat(read(List.of(cartPod("cart-7d9f-a"), replicaSet(), deployment())).live().pods())
                .extracting(p -> p.owner().workload().toString()).containsExactly("Deployment shop/cart");
    }

    @Test
    void a_replica_set_that_was_not_read_is_told_by_its_name() {
        assertThat(workloads(deployment(), cartPod("cart-7d9f-a"))).containsExactly("Deployment shop/cart x1");
    }

    @Test
    void a_rollout_a_cron_job_and_a_knative_service_stand_for_what_they_made() {
        assertThat(workloads(runner("argoproj.io/v1alpha1", "Rollout", "web", ""),
                runner("apps/v1", "ReplicaSet", "web-1", by("argoproj.io/v1alpha1", "Rollout", "web")),
                pod("web-1-a", by("apps/v1", "ReplicaSet", "web-1"), "Running"))).containsExactly("Rollout shop/web x1");
        assertThat(workloads(runner("batch/v1", "CronJob", "night", ""),
                runner("batch/v1", "Job", "night-1", by("batch/v1", "CronJob", "night")),
                pod("night-1-a", by("batch/v1", "Job", "night-1"), "Succeeded"))).containsExactly("CronJob shop/night x1");
        assertThat(workloads(runner("serving.knative.dev/v1", "Service", "hello", ""),
                runner("apps/v1", "Deployment", "hello-1-deployment",
                        ", labels: {serving.knative.dev/service: hello}" + by("serving.knative.dev/v1", "Revision", "hello-1"))))
                .containsExactly("Service shop/hello x1");
    }

    @Test
    void pods_of_an_operators_own_kind_are_one_workload_of_that_kind() {
        String owner = by("core.strimzi.io/v1beta2", "StrimziPodSet", "kafka");
        assertThat(workloads(pod("kafka-1", owner, "Running"), pod("kafka-0", owner, "Running"), pod("kafka-2", owner, "Failed")))
                .containsExactly("StrimziPodSet shop/kafka x2");
        assertThat(read(List.of(pod("kafka-1", owner, "Running"), pod("kafka-0", owner, "Running"))).running().workloads())
                .singleElement().extracting(w -> w.pod().place().line()).isEqualTo(7);
    }

    @Test
    void a_deployment_of_an_operator_stays_a_workload() {
        assertThat(workloads(runner("apps/v1", "Deployment", "grafana", by("grafana.integreatly.org/v1", "Grafana", "main"))))
                .containsExactly("Deployment shop/grafana x1");
    }

    @Test
    void a_static_pod_and_a_bare_pod_stay_pods() {
        assertThat(workloads(pod("etcd-n1", by("v1", "Node", "n1"), "Running"), pod("debug", "", "Running")))
                .containsExactlyInAnyOrder("Pod shop/etcd-n1 x1", "Pod shop/debug x1");
    }

    @Test
    void a_finished_pod_is_no_workload_and_still_told() {
        ClusterSnapshot snapshot = read(List.of(pod("done", "", "Succeeded")));
        assertThat(snapshot.running().workloads()).isEmpty();
        assertThat(snapshot.live().pods()).hasSize(1);
    }

    @Test
    void an_empty_replica_set_is_left_from_an_older_version() {
        String old = replicaSet().replace("spec: {template", "spec: {replicas: 0, template");
        assertThat(workloads(old)).isEmpty();
    }

    @Test
    void owners_in_a_circle_are_no_reason_to_go_on_for_ever() {
        assertThat(workloads(runner("apps/v1", "Deployment", "a", by("apps/v1", "Deployment", "b")),
                runner("apps/v1", "Deployment", "b", by("apps/v1", "Deployment", "a")))).isEmpty();
    }

    @Test
    void what_a_cluster_makes_for_itself_is_no_definition() {
        String event = "{apiVersion: v1, kind: Event, metadata: {name: e, namespace: shop}}\n";
        String slice = "{apiVersion: discovery.k8s.io/v1, kind: EndpointSlice, metadata: {name: s, namespace: shop}}\n";
        String api = "{apiVersion: v1, kind: Service, metadata: {name: kubernetes, namespace: default, "
                + "labels: {component: apiserver, provider: kubernetes}}, spec: {ports: [{port: 443}]}}\n";
        ClusterSnapshot snapshot = read(List.of(event, slice, api, deployment(), replicaSet(), cartPod("cart-7d9f-a")));
        assertThat(snapshot.definitions()).extracting(Meta::key).extracting(String::valueOf).containsExactly("Deployment shop/cart");
        assertThat(snapshot.running().services()).isEmpty();
    }

    @Test
    void manifests_are_no_running_cluster() {
        ClusterSnapshot snapshot = read(List.of(deployment(), pod("debug", "", "Running").replace("status: {phase: Running}\n", "")));
        assertThat(snapshot.live().seen()).isFalse();
        assertThat(names(snapshot)).containsExactly("Deployment shop/cart x1", "Pod shop/debug x1");
    }
}
