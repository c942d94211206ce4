package meshadvisor.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.client.http.HttpClient;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import java.net.URI;
import java.time.Duration;
import meshadvisor.cluster.Right.May;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a benchmark may do something: silence is neither yes nor no. */
class OwnedRightsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"status":{"allowed":true}}                                             | 201 | YES
            {"status":{"allowed":true,"evaluationError":"a webhook was away"}}      | 201 | YES
            {"status":{"allowed":false}}                                            | 201 | NO
            {"status":{"allowed":false,"reason":"no role"}}                         | 201 | NO
            {"status":{"allowed":false,"evaluationError":"a webhook was away"}}     | 201 | UNKNOWN
            {"status":{}}                                                           | 201 | UNKNOWN
            {}                                                                      | 201 | UNKNOWN
            {"kind":"Status","message":"selfsubjectaccessreviews is forbidden"}     | 403 | UNKNOWN
            {"kind":"Status","message":"not found"}                                 | 404 | UNKNOWN
            """)
    void an_answer_is_what_it_says(String body, int status, May may) throws Exception {
        try (RawServer server = RawServer.that(RawServer.saying("HTTP/1.1 " + status + " X\nContent-Type: application/json", body));
                OwnedApi api = api(server)) {
            assertThat(api.may("create", "batch", "jobs", "")).isEqualTo(may);
        }
    }

    private static OwnedApi api(RawServer server) {
        HttpClient.Factory clients = new JdkHttpClientFactory();
        HttpClient.Builder builder = clients.newBuilder();
        builder.addOrReplaceInterceptor("GUARD", new OwnedOnly());
        return new OwnedApi(new Api(builder.build(), URI.create("http://localhost:" + server.port()),
                new Api.Terms(Duration.ofSeconds(5), Deadline.in(Duration.ofSeconds(10)), Live.SHORT), ProxyWay.NONE));
    }
}
