package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.rule.Finding;
import meshadvisor.support.Scan;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every action with every way to name identities, under every setting of mutual TLS. */
class PolicySignalsTest {

    private static final List<String> POSITIVE = List.of("from: [{source: {principals: [a]}}]", "from: [{source: {namespaces: [a]}}]",
            "from: [{source: {serviceAccounts: [a]}}]", "when: [{key: source.principal, values: [a]}]",
            "when: [{key: source.namespace, values: [a]}]");
    private static final List<String> NEGATIVE = List.of("from: [{source: {notPrincipals: [a]}}]", "from: [{source: {notNamespaces: [a]}}]",
            "from: [{source: {notServiceAccounts: [a]}}]", "when: [{key: source.principal, notValues: [a]}]");
    private static final List<String> NEITHER =
            List.of("from: [{source: {requestPrincipals: [a]}}]", "from: [{source: {ipBlocks: [10.0.0.0/8]}}]",
                    "to: [{operation: {methods: [GET]}}]", "when: [{key: 'request.auth.claims[iss]', values: [a]}]");

    /** Settings of mutual TLS for the workload {@code app: cart} of the namespace shop, and whether they refuse all plaintext. */
    private static final Map<String, Boolean> SETTINGS = Map.ofEntries(
            Map.entry("", false),
            Map.entry(setting("istio-system", "mtls: {mode: STRICT}"), true),
            Map.entry(setting("istio-system", "mtls: {mode: PERMISSIVE}"), false),
            Map.entry(setting("shop", "mtls: {mode: STRICT}"), true),
            Map.entry(setting("shop", "mtls: {mode: UNSET}"), false),
            Map.entry(setting("billing", "mtls: {mode: STRICT}"), false),
            Map.entry(setting("shop", "selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}"), true),
            Map.entry(setting("shop", "selector: {matchLabels: {app: web}}, mtls: {mode: STRICT}"), false),
            Map.entry(setting("shop", "selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}, portLevelMtls: {80: {mode: DISABLE}}"),
                    false),
            Map.entry(setting("shop", "selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}, portLevelMtls: {80: {mode: STRICT}}"),
                    true),
            Map.entry(setting("istio-system", "mtls: {mode: STRICT}") + setting("shop", "mtls: {mode: PERMISSIVE}"), false),
            Map.entry(setting("istio-system", "mtls: {mode: STRICT}") + setting("billing", "mtls: {mode: PERMISSIVE}"), true),
            Map.entry(setting("istio-system", "mtls: {mode: PERMISSIVE}") + setting("shop", "mtls: {mode: STRICT}"), true),
            Map.entry(
                    setting("shop", "mtls: {mode: STRICT}") + setting("shop", "selector: {matchLabels: {app: cart}}, mtls: {mode: DISABLE}")
                            .replace("name: default", "name: cart"),
                    false),
            Map.entry(
                    setting("shop", "mtls: {mode: STRICT}") + setting("shop", "selector: {matchLabels: {app: web}}, mtls: {mode: DISABLE}")
                            .replace("name: default", "name: web"),
                    true));

    private static String setting(String namespace, String spec) {
        return "{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: default, namespace: %s}, spec: {%s}}\n---\n"
                .formatted(namespace, spec);
    }

    static Stream<Arguments> every_combination() {
        return SETTINGS.entrySet().stream().flatMap(setting -> Stream.of("ALLOW", "DENY", "CUSTOM", "AUDIT")
                .flatMap(action -> Stream.of(POSITIVE, NEGATIVE, NEITHER)
                        .flatMap(forms -> forms.stream().map(form -> Arguments.of(setting.getKey(), action, form,
                                setting.getValue() ? "" : expected(action, forms))))));
    }

    private static String expected(String action, List<String> forms) {
        boolean failsOpen = action.equals("DENY") && forms.equals(POSITIVE) || action.equals("ALLOW") && forms.equals(NEGATIVE);
        return failsOpen ? "error" : action.equals("ALLOW") && forms.equals(POSITIVE) ? "warning" : "";
    }

    @ParameterizedTest
    @MethodSource("every_combination")
    void a_policy_by_identity_fails_open_where_plaintext_is_accepted(String settings, String action, String form, String expected) {
        List<Finding> findings = Scan
                .of(settings + ("{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: policy, "
                        + "namespace: shop}, spec: {selector: {matchLabels: {app: cart}}, action: %s, rules: [{%s}]}}")
                        .formatted(action, form))
                .judged()
                .findings().stream().filter(f -> f.code().equals("MA041")).toList();
        assertThat(findings).extracting(f -> f.severity().id()).isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
    }
}
