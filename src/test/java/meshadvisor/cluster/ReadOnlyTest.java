package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What leaves the process. */
class ReadOnlyTest {

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/pods", "GET, /version", "GET, /api/v1/namespaces/secrets/pods", "GET, /api/v1/namespaces/secrets",
            "GET, /apis/external-secrets.io/v1/externalsecrets", "GET, /k8s/clusters/c-1/api/v1/nodes",
            "GET, /api/v1/namespaces/monitoring/services/prometheus:9090/proxy/api/v1/query",
            "POST, /apis/authorization.k8s.io/v1/selfsubjectaccessreviews", "POST, /apis/authorization.k8s.io/v1/selfsubjectrulesreviews"})
    void what_only_reads_passes(String method, String path) {
        assertThat(catchThrowable(() -> ReadOnly.check(method, path))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"POST, /api/v1/pods", "PUT, /api/v1/namespaces/a/pods/b", "PATCH, /api/v1/nodes/a", "DELETE, /api/v1/namespaces/a",
            "POST, /apis/authorization.k8s.io/v1/subjectaccessreviews", "PUT, /apis/authorization.k8s.io/v1/selfsubjectaccessreviews",
            "GET, /api/v1/secrets", "GET, /api/v1/namespaces/a/secrets", "GET, /api/v1/namespaces/a/secrets/b",
            "GET, /api/v1/watch/secrets", "GET, /k8s/clusters/c-1/api/v1/secrets", "GET, /api/v1/namespaces/secrets/secrets",
            "GET, /api/v1/namespaces/a/pods/b/exec", "GET, /api/v1/namespaces/a/pods/b/attach",
            "GET, /api/v1/namespaces/a/pods/b/portforward"})
    void what_could_change_something_or_is_a_secret_is_a_bug(String method, String path) {
        assertThat(catchThrowable(() -> ReadOnly.check(method, path))).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("a request that is not read-only was stopped: " + method + " " + path);
    }

    @Test
    void the_real_client_stops_it_before_anybody_is_asked() throws Exception {
        try (ApiServer server = ApiServer.http().shop(1); Api api = api(server)) {
            assertThat(catchThrowable(() -> api.ask("/api/v1/namespaces", "{}", body -> "read"))).isInstanceOf(IllegalStateException.class);
            assertThat(catchThrowable(() -> api.get("/api/v1/%73ecrets", Api.JSON, body -> "read")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.seen()).isEmpty();
            String version = api.get("/version", Api.JSON, body -> new String(body.readAllBytes(), UTF_8));
            assertThat(version).contains("v1.35.4");
            String answer = api.ask(ReadOnly.ACCESS_REVIEWS, "{}", body -> "read");
            assertThat(answer).isEqualTo("read");
        }
    }

    private static Api api(ApiServer server) throws IOException {
        HttpClient.Factory clients = new JdkHttpClientFactory();
        HttpClient.Builder builder = clients.newBuilder();
        builder.addOrReplaceInterceptor("READ-ONLY", new ReadOnly());
        return new Api(builder.build(), URI.create(server.address()),
                new Api.Terms(Duration.ofSeconds(5), Deadline.in(Duration.ofSeconds(10)), Live.SHORT), ProxyWay.NONE);
    }
}
