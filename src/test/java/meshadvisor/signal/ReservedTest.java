package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import meshadvisor.model.ObjectKey;
import meshadvisor.signal.Reserved.Span;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pods request, from manifests and from pods that run. */
class ReservedTest {

    private static final long MEBIBYTE = 1 << 20;

    private static String deployment(String containers, String more) {
        return """
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: cart, namespace: shop}
                spec: {replicas: 3, template: {metadata: {labels: {app: cart}}, spec: {containers: [%s]%s}}}
                """.formatted(containers, more);
    }

    private static String container(String name, String resources) {
        return "{name: " + name + ", image: 'registry.example/" + name + ":1', resources: " + resources + "}";
    }

    private static Reserved one(String manifests) {
        List<Reserved> all = Reserved.of(Scan.of(manifests).world());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Span exactly(long value) {
        return new Span(value, OptionalLong.of(value));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{requests: {cpu: 100m, memory: 64Mi}, limits: {cpu: 1, memory: 1Gi}} | 300 | 192",
            "{limits: {cpu: 1, memory: 1Gi}} | 3000 | 3072", "{limits: {memory: 10Mi}, requests: {cpu: 0.1}} | 300 | 30",
            "{} | 0 | 0", "{requests: {cpu: '1e3m'}} | 0 | 0"})
    void requests_of_all_pods_are_added_and_a_limit_alone_is_a_request(String resources, long cpu, long mebibytes) {
        Reserved reserved = one(deployment(container("cart", resources), ""));

        assertThat(reserved.pods()).isEqualTo(exactly(3));
        assertThat(reserved.cpuMillis()).isEqualTo(exactly(cpu));
        assertThat(reserved.memoryBytes()).isEqualTo(exactly(mebibytes * MEBIBYTE));
        assertThat(reserved.open()).isEmpty();
    }

    @Test
    void an_init_container_counts_only_where_it_needs_more_than_what_runs_later() {
        String inits = ", initContainers: [" + container("first", "{requests: {cpu: 500m}}")
                + ", {name: proxy, image: 'registry.example/p:1',"
                + " restartPolicy: Always, resources: {requests: {cpu: 50m}}}, " + container("second", "{requests: {cpu: 400m}}") + "]";

        assertThat(one(deployment(container("cart", "{requests: {cpu: 100m}}"), inits)).cpuMillis()).isEqualTo(exactly(1500));
        assertThat(one(deployment(container("cart", "{requests: {cpu: 600m}}"), inits)).cpuMillis()).isEqualTo(exactly(1950));
    }

    @Test
    void how_many_pods_an_autoscaler_or_a_daemon_set_has_is_left_open() {
        String autoscaler = """
                ---
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: cart, namespace: shop}
                spec: {minReplicas: 2, maxReplicas: 10, scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: cart}}
                """;
        Reserved scaled = one(deployment(container("cart", "{requests: {cpu: 100m}}"), "") + autoscaler);
        Reserved agent = one(deployment(container("cart", "{requests: {cpu: 100m}}"), "").replace("Deployment", "DaemonSet"));

        assertThat(scaled.pods()).isEqualTo(new Span(2, OptionalLong.of(10)));
        assertThat(scaled.cpuMillis()).isEqualTo(new Span(200, OptionalLong.of(1000)));
        assertThat(scaled.memoryBytes()).isEqualTo(exactly(0));
        assertThat(scaled.open()).contains("autoscaler");
        assertThat(agent.cpuMillis()).isEqualTo(new Span(0, OptionalLong.empty()));
        assertThat(agent.open()).contains("DaemonSet");
    }

    @Test
    void of_two_definitions_either_may_hold_and_two_equal_ones_are_one() {
        String one = deployment(container("cart", "{requests: {cpu: 100m}}"), "");
        String other = deployment(container("cart", "{requests: {cpu: 200m}}"), "");

        assertThat(one(one + "---\n" + other).cpuMillis()).isEqualTo(new Span(300, OptionalLong.of(600)));
        assertThat(one(other + "---\n" + one)).isEqualTo(one(one + "---\n" + other));
        assertThat(one(one + "---\n" + one).cpuMillis()).isEqualTo(exactly(300));
        assertThat(one(one + "---\n" + one).open()).isEmpty();
    }

    @Test
    void a_limit_range_gives_what_a_container_does_not_state() {
        String range = """
                ---
                apiVersion: v1
                kind: LimitRange
                metadata: {name: usual, namespace: %s}
                spec: {limits: [{type: Container, defaultRequest: {cpu: 50m}, default: {cpu: 1, memory: 32Mi}}]}
                """;
        String plain = deployment(container("cart", "{}"), "");

        assertThat(one(plain + range.formatted("shop")).cpuMillis()).isEqualTo(exactly(150));
        assertThat(one(plain + range.formatted("shop")).memoryBytes()).isEqualTo(exactly(96 * MEBIBYTE));
        assertThat(one(plain + range.formatted("other")).cpuMillis()).isEqualTo(exactly(0));
    }

    @Test
    void what_is_meant_to_end_is_not_counted() {
        assertThat(Reserved.of(Scan.of("""
                apiVersion: batch/v1
                kind: Job
                metadata: {name: night, namespace: shop}
                spec: {template: {spec: {containers: [{name: night, image: 'registry.example/night:1', resources: {requests: {cpu: 1}}}]}}}
                """).world())).isEmpty();
    }

    @Test
    void a_proxy_that_the_manifest_marks_is_counted_for_each_pod() {
        String meshed = deployment(container("cart", "{}"), "").replace("labels: {app: cart}",
                "labels: {app: cart}, annotations: {linkerd.io/inject: enabled}");

        assertThat(one(meshed).proxies()).isEqualTo(exactly(3));
        assertThat(one(meshed).mesh()).isEqualTo("linkerd");
        assertThat(one(deployment(container("cart", "{}"), "")).proxies()).isEqualTo(exactly(0));
    }

    @Test
    void pods_that_run_count_in_the_place_of_what_is_declared() {
        String pods = """
                ---
                apiVersion: v1
                kind: Pod
                metadata: {name: cart-%1$s, namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: cart-7d9f, controller: true}]}
                spec: {nodeName: n1, containers: [{name: cart, image: 'registry.example/cart:1', resources: {requests: {cpu: 70m, memory: 5Mi}}}]}
                status: {phase: %2$s, startTime: "2026-09-17T08:00:00Z"}
                """;
        List<Reserved> all = Reserved.of(Scan.of(pods.formatted("a", "Running") + pods.formatted("b", "Running")
                + pods.formatted("c", "Succeeded")).world());

        assertThat(all).singleElement().satisfies(reserved -> {
            assertThat(reserved.pods()).isEqualTo(exactly(2));
            assertThat(reserved.cpuMillis()).isEqualTo(exactly(140));
            assertThat(reserved.memoryBytes()).isEqualTo(exactly(10 * MEBIBYTE));
        });
        assertThat(all).extracting(Reserved::workload).extracting(ObjectKey::namespace).containsExactly("shop");
    }
}
