package meshadvisor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.bench.Order.Method;
import meshadvisor.bench.Order.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Service a URL names. */
class BenchTargetTest {

    @Test
    void a_service_is_named_as_its_callers_name_it() {
        Target plain = new Target("shop", "web", 80, "/", Method.GET);
        assertThat(BenchTarget.of("http://web.shop", Method.GET)).contains(plain);
        assertThat(BenchTarget.of("http://web.shop.svc/", Method.GET)).contains(plain);
        assertThat(BenchTarget.of("http://web.shop.svc.cluster.local:80", Method.GET)).contains(plain);
        assertThat(BenchTarget.of("http://web.shop:8080/a%20b?c=d&e", Method.HEAD))
                .contains(new Target("shop", "web", 8080, "/a%20b?c=d&e", Method.HEAD));
    }

    @ParameterizedTest
    @ValueSource(strings = {"web.shop", "https://web.shop", "http://web", "http://web.shop.example.com", "http://10.0.0.1/",
            "http://[::1]/", "http://user:pass@web.shop", "http://web.shop/#part", "http://web.shop/ a", "", "http://", "ftp://web.shop",
            "http://web.shop.svc.evil.com", "http://web.shop.svc.cluster.local.example.com", "http://web.shop:99999999999"})
    void anything_else_is_none(String url) {
        assertThat(BenchTarget.of(url, Method.GET)).isEmpty();
    }
}
