package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.signal.Population.Pods;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How many pods a mesh could take in, where autoscalers decide. */
class PopulationTest {

    private static String workload(String kind, String name, String replicas) {
        return """
                ---
                apiVersion: apps/v1
                kind: %s
                metadata: {name: %s, namespace: shop}
                spec: {%s selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: a, image: a:1}]}}}
                """.formatted(kind, name, replicas.isEmpty() ? "" : "replicas: " + replicas + ",");
    }

    private static String scaler(String name, String bounds) {
        return """
                ---
                apiVersion: autoscaling/v2
                kind: HorizontalPodAutoscaler
                metadata: {name: %1$s, namespace: shop}
                spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %1$s}, %2$s}
                """.formatted(name, bounds);
    }

    private static Population of(String manifests) {
        return Population.of(Scan.of(manifests).world());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|',
            value = {"3 | minReplicas: 2, maxReplicas: 10 | 2 | 3 | 10", " | minReplicas: 4, maxReplicas: 8 | 4 | 4 | 8",
                    "20 | minReplicas: 2, maxReplicas: 5 | 2 | 5 | 5", "3 | maxReplicas: 6 | 1 | 3 | 6",
                    "3 | minReplicas: 5, maxReplicas: 2 | 5 | 5 | 5", "3 | minReplicas: 0, maxReplicas: 3 | 0 | 3 | 3"})
    void an_autoscaler_brings_what_is_written_into_its_bounds_and_leaves_a_range(String replicas, String bounds, int least, int now,
            int most) {
        Population population = of(workload("Deployment", "cart", replicas == null ? "" : replicas) + scaler("cart", bounds));

        assertThat(population.pods()).isEqualTo(new Pods(least, now, most));
        assertThat(population.unbounded()).isZero();
    }

    @Test
    void a_maximum_that_is_not_told_is_no_bound_and_is_said() {
        Population population = of(workload("Deployment", "cart", "3") + scaler("cart", "minReplicas: 2"));

        assertThat(population.pods()).isEqualTo(new Pods(2, 3, 3));
        assertThat(population.unbounded()).isEqualTo(1);
    }

    @Test
    void pods_of_all_workloads_are_added_end_to_end_and_an_autoscaler_of_another_leaves_them_alone() {
        Population population = of(workload("Deployment", "cart", "3") + workload("Deployment", "web", "2")
                + scaler("cart", "minReplicas: 1, maxReplicas: 9") + scaler("other", "minReplicas: 1, maxReplicas: 900"));

        assertThat(population.pods()).isEqualTo(new Pods(3, 5, 11));
    }

    @Test
    void of_two_definitions_nobody_knows_which_holds() {
        assertThat(of(workload("Deployment", "cart", "3") + workload("Deployment", "cart", "7")).pods()).isEqualTo(new Pods(3, 3, 7));
    }

    @Test
    void pods_on_every_node_are_no_pods_where_nodes_are_not_known() {
        Population population = of(workload("DaemonSet", "agent", ""));

        assertThat(population.pods()).isEqualTo(new Pods(0, 0, 0));
        assertThat(population.daemons()).isEqualTo(1);
        assertThat(population.members()).isEmpty();
    }
}
