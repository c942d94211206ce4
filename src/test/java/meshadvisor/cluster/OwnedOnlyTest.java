package meshadvisor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a benchmark can change. */
class OwnedOnlyTest {

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/pods", "GET, /api/v1/nodes/a/proxy/metrics/resource", "GET, /api/v1/nodes/a/proxy/metrics/cadvisor",
            "GET, /api/v1/nodes/a.b/proxy/stats/summary",
            "GET, /api/v1/namespaces/meshadvisor-bench-r1-ctl/pods/a/log", "POST, /api/v1/namespaces",
            "DELETE, /api/v1/namespaces/meshadvisor-bench-r1-ctl", "POST, /api/v1/namespaces/meshadvisor-bench-r1-ctl/secrets",
            "POST, /apis/batch/v1/namespaces/meshadvisor-bench-r1-baseline/jobs",
            "PATCH, /apis/batch/v1/namespaces/meshadvisor-bench-r1-baseline/jobs/server-http1",
            "DELETE, /k8s/clusters/c-1/api/v1/namespaces/meshadvisor-bench-r1-ctl/pods/a",
            "POST, /apis/rbac.authorization.k8s.io/v1/clusterroles",
            "DELETE, /apis/rbac.authorization.k8s.io/v1/clusterrolebindings/meshadvisor-bench-r1",
            "POST, /apis/authorization.k8s.io/v1/selfsubjectaccessreviews"})
    void reads_and_writes_to_own_things_pass(String method, String path) {
        assertThat(catchThrowable(() -> OwnedOnly.check(method, path))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/namespaces/default/pods", "DELETE, /api/v1/namespaces/kube-system", "DELETE, /api/v1/namespaces",
            "PATCH, /api/v1/namespaces/meshadvisor-bench-", "DELETE, /api/v1/namespaces/meshadvisor-bench-r1/pods",
            "DELETE, /api/v1/namespaces/my-meshadvisor-bench-r1", "PUT, /api/v1/namespaces/meshadvisor-bench-r1",
            "PATCH, /api/v1/nodes/a", "DELETE, /apis/rbac.authorization.k8s.io/v1/clusterroles/cluster-admin",
            "POST, /api/v1/namespaces/meshadvisor-bench-r1/pods/a/exec", "GET, /api/v1/namespaces/meshadvisor-bench-r1/pods/a/exec",
            "PATCH, /apis/apps/v1/namespaces/meshadvisor-bench-r1/deployments/a/scale",
            "DELETE, /api/v1/namespaces/meshadvisor-bench-r1/../kube-system",
            "DELETE, /api/v1/namespaces/meshadvisor-bench-r1/pods/../../default/pods/a", "GET, /api/v1/nodes/a/proxy/run/b/c/d",
            "GET, /api/v1/nodes/a/proxy/exec/b/c/d", "GET, /api/v1/nodes/a/proxy", "GET, /api/v1/namespaces/meshadvisor-bench-r1/secrets",
            "POST, /api/v1/namespaces/kube-system/services/a/proxy/api/v1/namespaces/meshadvisor-bench-r1/pods",
            "DELETE, /api/v1/nodes/a/proxy/api/v1/namespaces/meshadvisor-bench-r1",
            "GET, /api/v1/namespaces/shop/services/cart/proxy/delete", "GET, /api/v1/namespaces/shop/pods/cart:8080/proxy",
            "GET, /api/v1/nodes/a/proxy/run/b/c/nodes/a/proxy/stats/summary",
            "POST, /k8s/clusters/c-1/apis/x.io/v1/namespaces/shop/things/a/api/v1/namespaces",
            "POST, /apis/admissionregistration.k8s.io/v1/mutatingwebhookconfigurations"})
    void everything_else_is_a_bug(String method, String path) {
        assertThat(catchThrowable(() -> OwnedOnly.check(method, path))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(path);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/namespaces, default", "/apis/rbac.authorization.k8s.io/v1/clusterroles, cluster-admin",
            "/k8s/clusters/c-1/api/v1/namespaces, meshadvisor-bench-"})
    void what_is_made_outside_of_namespaces_has_a_name_of_a_benchmark(String collection, String name) {
        assertThat(catchThrowable(() -> OwnedOnly.checkName(collection, name))).isInstanceOf(IllegalStateException.class);
        assertThat(catchThrowable(() -> OwnedOnly.checkName(collection, "meshadvisor-bench-r1"))).isNull();
    }

    @Test
    void the_real_client_stops_it_before_anybody_is_asked() throws Exception {
        try (ApiServer server = ApiServer.http().shop(1); OwnedApi api = api(server)) {
            assertThat(catchThrowable(() -> api.delete("/api/v1/namespaces/default"))).isInstanceOf(IllegalStateException.class);
            assertThat(catchThrowable(() -> api.create("/api/v1/namespaces", "default", "{}", OwnedApi.Mode.REAL)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(catchThrowable(() -> api.patch("/api/v1/namespaces/meshadvisor-bench-r1/%2e%2e/default", "{}")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(catchThrowable(() -> api.apply("/apis/apps/v1/namespaces/shop/deployments/cart", "{}")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.seen()).isEmpty();
            assertThat(api.get("/version").get("gitVersion").text()).isEqualTo("v1.35.4");
        }
    }

    private static OwnedApi api(ApiServer server) {
        HttpClient.Factory clients = new JdkHttpClientFactory();
        HttpClient.Builder builder = clients.newBuilder();
        builder.addOrReplaceInterceptor("GUARD", new OwnedOnly());
        return new OwnedApi(new Api(builder.build(), URI.create(server.address()),
                new Api.Terms(Duration.ofSeconds(5), Deadline.in(Duration.ofSeconds(10)), Live.SHORT), ProxyWay.NONE));
    }
}
