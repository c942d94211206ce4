package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.support.Scan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As what the proxies of running pods are counted. */
class ProxyCountTest {

    private static final String PROXY = "{name: istio-proxy, image: 'docker.io/istio/proxyv2:1.30.3', restartPolicy: Always}";
    @SuppressWarnings("InlineFormatString") // a manifest reads better as a whole
    private static final String POD = """
            apiVersion: v1
            kind: Pod
            metadata: {name: cart-a, namespace: shop, labels: {app: cart}, annotations: {}}
            spec: {nodeName: n1, initContainers: [%s], containers: [%s]}
            status: {phase: Running, startTime: "2026-09-17T08:00:00Z"}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"'' | PROXY | gateway", "'' | PROXY, {name: cart, image: 'registry.example/cart:1'} | classic",
            "PROXY | {name: cart, image: 'registry.example/cart:1'} | native",
            "{name: istio-init, image: 'docker.io/istio/proxyv2:1.30.3'} | PROXY | gateway"}, quoteCharacter = '"')
    void a_pod_that_is_nothing_but_a_proxy_has_no_sidecar(String inits, String containers, String kind) {
        String pod = POD.formatted(inits.replace("''", "").replace("PROXY", PROXY), containers.replace("PROXY", PROXY));
        assertThat(ProxyCount.of(Scan.of(pod).world())).singleElement().extracting(ProxyCount::sidecar).isEqualTo(kind);
    }
}
