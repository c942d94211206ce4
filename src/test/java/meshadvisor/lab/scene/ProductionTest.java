package meshadvisor.lab.scene;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.Caution;
import meshadvisor.bench.Order;
import meshadvisor.bench.planning.RightsRole;
import meshadvisor.model.Gap;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProductionTest {

    private static final Caution CAUTION = Caution.of(Knowledge.LIBRARY);
    private static final Instant NOW = Instant.parse("2026-11-27T00:00:00Z");

    private static List<String> signs(Objects objects, String... names) {
        return signs(objects, List.of(), names);
    }

    private static List<String> signs(Objects objects, List<Gap> gaps, String... names) {
        return new Production(objects.found(), gaps, Set.of("kube-system", "istio-system"), NOW).signs(CAUTION, Stream.of(names));
    }

    private static Objects machines(int count, String spec) {
        Objects objects = new Objects();
        IntStream.range(0, count)
                .forEach(i -> objects.machine("n" + i, ", 'labels': {'topology.kubernetes.io/zone': 'z" + i % 3 + "'}", spec, ""));
        return objects;
    }

    @Test
    void a_small_cluster_shows_none() {
        assertThat(signs(new Objects().machine("n", "", "", "").add("apps/v1/deployments",
                "{'metadata': {'name': 'istiod', 'namespace': 'istio-system'}}"), "lab", "https://10.0.0.1:6443")).isEmpty();
    }

    @Test
    void each_sign_is_told_with_number_limit_and_reason() {
        Objects objects = machines(6, "'providerID': 'aws:///eu-west-1a/i-1'").add("v1/services",
                "{'metadata': {'name': 'front', 'namespace': 'shop'}, 'spec': {'type': 'LoadBalancer'}}")
                .add("policy/v1/poddisruptionbudgets", "{'metadata': {'name': 'cart', 'namespace': 'shop'}}")
                .add("policy/v1/poddisruptionbudgets", "{'metadata': {'name': 'istiod', 'namespace': 'istio-system'}}")
                .add("v1/namespaces", "{'metadata': {'name': 'kube-system', 'creationTimestamp': '2026-09-01T00:00:00Z'}}");
        assertThat(signs(objects)).containsExactly("6 nodes, more than 5 (n0, n1, n2, …): clusters for tests are small.",
                "3 zones, more than 1 (z0, z1, z2): several zones are paid for where failures would hurt.",
                "87 days since its first namespace was made, more than 30: clusters for tests do not grow old.",
                "1 Services of type LoadBalancer (shop/front): a Service of type LoadBalancer lets people in from outside.",
                "1 PodDisruptionBudgets (shop/cart): a PodDisruptionBudget says that somebody minds when pods end.",
                "6 nodes of a cloud, more than 3 (n0, n1, n2, …): this many nodes of a cloud cost money every hour.");
    }

    @Test
    void many_namespaces_and_workloads_are_signs_and_those_of_benchmarks_are_none() {
        Objects objects = new Objects();
        IntStream.range(0, 21)
                .forEach(i -> objects.add("apps/v1/deployments", "{'metadata': {'name': 'd" + i + "', 'namespace': 'shop'}}"));
        IntStream.range(0, 6).forEach(i -> objects.add("v1/pods", "{'metadata': {'name': 'p', 'namespace': 't" + i + "'}}")
                .add("v1/pods", "{'metadata': {'name': 'p', 'namespace': 'meshadvisor-bench-r" + i + "-ctl'}}"));
        assertThat(signs(objects)).hasSize(2).anyMatch(s -> s.startsWith("6 namespaces with pods, more than 5"))
                .anyMatch(s -> s.startsWith("21 workloads, more than 20"));
    }

    @ParameterizedTest
    @CsvSource({"prod, true", "eu-prod-1, true", "https://prod.example.com, true", "production, true", "shop_PRD, true", "product, false",
            "reproduction, false", "non-prod, false", "pre-prod, false", "lab, false", "delivery, false", "live, true"})
    void names_are_read_as_words(String name, boolean production) {
        assertThat(signs(new Objects(), name)).hasSize(production ? 1 : 0);
        assertThat(signs(new Objects().add("v1/namespaces", "{'metadata': {'name': '" + name.replaceAll("[:/.]+", "-") + "'}}")))
                .hasSize(production ? 1 : 0);
    }

    @Test
    void of_a_cluster_that_is_there_to_be_thrown_away_only_names_count() {
        assertThat(signs(machines(6, "'providerID': 'kind://docker/kind/n'"))).isEmpty();
        assertThat(signs(machines(6, "'providerID': 'kind://docker/kind/n'"), "prod")).hasSize(1);
        assertThat(signs(machines(6, "'providerID': 'kind://docker/kind/n'").machine("other", "", "", ""))).isNotEmpty();
    }

    @Test
    void what_could_not_be_read_is_said_with_what_it_hides_and_how_to_see_it() {
        List<Gap> gaps = List.of(gap("read-poddisruptionbudgets.policy"), gap("read-namespaces"), gap("read-ciliumnodes.cilium.io"),
                gap("objects-deployments.apps"));
        assertThat(signs(new Objects().machine("n", "", "", ""), gaps)).containsExactly(
                "Not seen, and so not known to be absent: days since its first namespace was made, names that mean production (forbidden):"
                        + " grant read-namespaces.",
                "Not seen, and so not known to be absent: workloads (forbidden): grant objects-deployments.apps.",
                "Not seen, and so not known to be absent: PodDisruptionBudgets (forbidden): grant read-poddisruptionbudgets.policy.");
    }

    @Test
    void of_a_cluster_that_is_there_to_be_thrown_away_it_does_not_matter_what_could_not_be_read_but_for_names() {
        Objects kind = machines(6, "'providerID': 'kind://docker/kind/n'");
        assertThat(signs(kind, List.of(gap("read-poddisruptionbudgets.policy")))).isEmpty();
        assertThat(signs(kind, List.of(gap("read-namespaces")))).singleElement().asString().contains("names that mean production");
    }

    @Test
    void the_role_of_a_plan_lets_all_of_it_be_seen() {
        String role = RightsRole.of(new BenchPlan("r", new Order(List.of(), List.of(), List.of(), Order.Design.USUAL,
                new Order.Pods("", Order.Program.IMAGE, 1, 1, 1, Order.Placement.SAME_NODE, 1, 1, Order.Style.AS_SHIPPED)), List.of(),
                List.of(), List.of(), new BenchPlan.Placed("", ""), NEEDED, new BenchPlan.Peak(0, 0, 0, 0), 0, 0, List.of())).object()
                .toString();
        assertThat(SceneReading.ALWAYS).allSatisfy(kind -> assertThat(role).contains(kind.substring(kind.lastIndexOf('/') + 1)));
    }

    private static final List<BenchPlan.Right> NEEDED = Stream.of("nodes", "pods", "namespaces")
            .map(resource -> new BenchPlan.Right("", resource, List.of("list"), "", "")).toList();

    private static Gap gap(String id) {
        return Gap.of(id, "what", "forbidden", "grant " + id);
    }

    @Test
    void the_catalogue_counts_everything_that_can_be_counted_once() {
        assertThat(CAUTION.signs()).extracting(Caution.Sign::of).containsExactlyInAnyOrder(Caution.Of.values());
    }
}
