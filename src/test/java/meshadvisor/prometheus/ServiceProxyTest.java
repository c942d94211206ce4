package meshadvisor.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.prometheus.Fetch.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceProxyTest {

    @ParameterizedTest
    @CsvSource({"monitoring/prometheus:9090, /api/v1/namespaces/monitoring/services/prometheus:9090/proxy",
            "monitoring/https:prometheus:web, /api/v1/namespaces/monitoring/services/https:prometheus:web/proxy",
            "monitoring/http:prometheus:9090, /api/v1/namespaces/monitoring/services/prometheus:9090/proxy"})
    void a_service_has_its_path_on_the_api_server(String text, String path) {
        assertThat(ServiceProxy.parse(text).orElseThrow().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "prometheus", "monitoring/prometheus", "a/b/c:1", "../x:9090", "Monitoring/prometheus:9090", "a/b:1/x",
            "ns/ftp:name:21"})
    void anything_else_is_none(String text) {
        assertThat(ServiceProxy.parse(text)).isEmpty();
    }

    @Test
    void every_question_goes_through_that_path_and_no_other() {
        List<String> paths = new ArrayList<>();
        Fetch apiServer = new Fetch() {
            @Override
            public String name() {
                return "the API server";
            }

            @Override
            public Answer get(String path) {
                paths.add(path);
                return new Refused(Reach.QUESTION, "it is busy", "ask again");
            }
        };

        Prometheus.observe(ServiceProxy.parse("monitoring/prometheus:9090").orElseThrow().through(apiServer), Asking.SOURCES, Asking.WINDOW,
                Asking.BOUNDS);

        assertThat(paths).isNotEmpty()
                .allMatch(p -> p.startsWith("/api/v1/namespaces/monitoring/services/prometheus:9090/proxy/api/v1/query?query="));
    }
}
