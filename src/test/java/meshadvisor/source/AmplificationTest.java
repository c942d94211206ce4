package meshadvisor.source;

import static meshadvisor.source.SystemsTest.service;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.model.Evidence;
import meshadvisor.signal.World;
import meshadvisor.signal.code.Chain;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How many calls may come of one, against numbers that were computed by hand. */
class AmplificationTest {

    @TempDir
    Path folder;

    /** A service that tries calls so many times, 1 for a client that does not retry, and names the hosts of others. */
    private String calling(String name, int tries, String... others) {
        String guard = tries > 1 ? "@retry(stop=stop_after_attempt(" + tries + "))\n" : "";
        StringBuilder code = new StringBuilder("import requests\n");
        for (String other : others) {
            code.append('\n').append(guard).append("def call_").append(other).append("():\n    return requests.get(\"http://").append(other)
                    .append(":8080/\", timeout=1)\n");
        }
        Fixture.write(folder.resolve(name + "/requirements.txt"), "requests\ntenacity\n");
        Fixture.write(folder.resolve(name + "/app.py"), code.toString());
        return service(name, name + ":1");
    }

    private static String route(String host, int attempts, String gateway) {
        return """
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: %1$s%3$s}
                spec:
                  hosts: [%1$s]
                %4$s  http:
                    - retries: {attempts: %2$d, perTryTimeout: 1s}
                      route: [{destination: {host: %1$s}}]
                ---
                """.formatted(host, attempts, gateway.isEmpty() ? "" : "-" + gateway,
                gateway.isEmpty() ? "" : "  gateways: [" + gateway + "]\n");
    }

    private List<Chain> chains(String manifests) {
        return Chain.of(Scan.of(manifests).withCode(folder).world());
    }

    @Test
    void tries_in_code_and_tries_of_the_mesh_multiply_along_the_worst_chain() {
        // web tries 3 times; cart is retried twice by the mesh, so 3 tries for each; cart tries 4 times; prices once: 3 x 3 x 4 = 36
        String manifests = calling("web", 3, "cart") + calling("cart", 4, "prices") + calling("prices", 1) + route("cart", 2, "");

        List<Chain> chains = chains(manifests);

        assertThat(chains).singleElement().satisfies(chain -> {
            assertThat(chain.services()).containsExactly("web", "cart", "prices");
            assertThat(chain.factor()).isEqualTo(36);
            assertThat(chain.evidence()).extracting(Evidence::sentence)
                    .anyMatch(s -> s.startsWith("web tries 3 times with Tenacity, as the code says"))
                    .anyMatch(s -> s.contains("VirtualService cart retries 2 times")).anyMatch(s -> s.startsWith("cart tries 4 times"));
        });
    }

    @Test
    void of_two_ways_the_worse_one_is_named() {
        // web -> cart -> prices is 2 x 3 = 6, web -> orders -> prices is 2 x 5 = 10
        List<Chain> chains = chains(calling("web", 2, "cart", "orders") + calling("cart", 3, "prices") + calling("orders", 5, "prices")
                + calling("prices", 1));
        assertThat(chains.getFirst().services()).containsExactly("web", "orders", "prices");
        assertThat(chains.getFirst().factor()).isEqualTo(10);
        assertThat(chains).extracting(c -> String.join(" ", c.services())).doesNotContain("orders prices").contains("cart prices");
    }

    @Test
    void a_circle_is_gone_through_once() {
        // a -> b -> c -> a: of a three calls behind one another would come back to a; two do not: 2 x 3
        List<Chain> chains = chains(calling("one", 2, "two") + calling("two", 3, "three") + calling("three", 5, "one"));
        assertThat(chains.stream().collect(Collectors.toMap(c -> c.services().getFirst(), Chain::factor)))
                .isEqualTo(Map.of("one", 6.0, "two", 15.0, "three", 10.0));
    }

    @Test
    void retries_of_a_gateway_at_the_edge_are_none_between_services() {
        assertThat(chains(calling("web", 3, "cart") + calling("cart", 1) + route("cart", 2, "edge"))).singleElement()
                .extracting(Chain::factor).isEqualTo(3.0);
    }

    @Test
    void many_services_that_all_call_one_another_are_done_with_in_steps_that_have_a_bound() {
        String[] names = IntStream.range(0, 30).mapToObj(i -> "part" + i).toArray(String[]::new);
        String manifests = IntStream.range(0, 30).mapToObj(i -> calling(names[i], 2, names)).collect(Collectors.joining());
        // the longest way has 12 calls, each with 2 tries
        assertThat(chains(manifests)).isNotEmpty().allSatisfy(c -> assertThat(c.factor()).isEqualTo(4096));
    }

    private static String sidecars(String version) {
        return """
            apiVersion: v1
            kind: Namespace
            metadata: {name: shop, labels: {istio-injection: enabled}}
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: istiod, namespace: istio-system}
            spec:
              selector: {matchLabels: {app: istiod}}
              template:
                metadata: {labels: {app: istiod}}
                spec: {containers: [{name: discovery, image: "docker.io/istio/pilot:%s"}]}
            ---
            """.formatted(version);
    }

    private List<Chain> meshed(String version) {
        return chains((calling("web", 2, "cart") + calling("cart", 2, "prices") + calling("prices", 1))
                .replace("metadata: {name: ", "metadata: {namespace: shop, name: ") + sidecars(version));
    }

    @Test
    void what_a_mesh_retries_by_itself_counts_where_the_last_service_cannot_be_reached() {
        // web tries twice, cart tries twice; only the connection to prices fails for the mesh, which tries it 3 times: 2 x 2 x 3
        assertThat(meshed("1.24.1")).singleElement().satisfies(chain -> {
            assertThat(chain.services()).containsExactly("web", "cart", "prices");
            assertThat(chain.factor()).isEqualTo(12);
            assertThat(chain.evidence().getLast().sentence()).startsWith("Istio retries 2 times, without being asked (istio@head pilot");
        });
    }

    @Test
    void a_version_that_retries_every_503_does_so_on_each_call() {
        // 2 x 3 on the way to cart, 2 x 3 on the way to prices
        assertThat(meshed("1.22.0")).singleElement().extracting(Chain::factor).isEqualTo(36.0);
    }

    @Test
    void a_mesh_that_is_advised_counts_as_it_would_come() {
        String manifests = calling("web", 2, "cart") + calling("cart", 2, "prices") + calling("prices", 1);
        World world = Scan.of(manifests).withCode(folder).world();
        assertThat(Chain.of(world)).singleElement().extracting(Chain::factor).isEqualTo(4.0);
        assertThat(Chain.ifAdopted(world)).as("nobody proposes a mesh").isEmpty();
        assertThat(Chain.ifAdopted(world.advising(Set.of("istio-sidecar")))).singleElement().satisfies(a -> {
            assertThat(a.mesh()).isEqualTo("Istio");
            assertThat(a.chain().factor()).isEqualTo(12);
            assertThat(a.chain().evidence().getLast().sentence()).startsWith("Istio would retry 2 times");
        });
        assertThat(Chain.ifAdopted(world.advising(Set.of("linkerd", "istio-ambient", "cilium")))).isEmpty();
    }

    @Test
    void a_mesh_alone_multiplies_nothing_that_code_repeats() {
        World world = Scan.of(calling("web", 1, "cart") + calling("cart", 1, "prices") + calling("prices", 1)).withCode(folder).world();
        assertThat(Chain.ifAdopted(world.advising(Set.of("istio-sidecar")))).isEmpty();
    }

    @Test
    void calls_of_a_service_without_retries_count_only_behind_one_with_them() {
        // web retries nothing, so what cart does is the whole chain: 5 tries of cart, 3 of the mesh at the end
        String manifests = calling("web", 1, "cart") + calling("cart", 5, "prices") + calling("prices", 1);
        World world = Scan.of(manifests).withCode(folder).world().advising(Set.of("istio-sidecar"));
        assertThat(Chain.ifAdopted(world)).extracting(a -> a.chain().factor()).containsOnly(15.0);
    }
}
