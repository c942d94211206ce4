package meshadvisor.lab.scene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalsTest {

    private static Objects guarded(String hook, String ready) {
        return new Objects().add("admissionregistration.k8s.io/v1/validatingwebhookconfigurations", """
                {'metadata': {'name': 'guard'}, 'webhooks': [{'name': 'guard.example.com', 'clientConfig': {'service': {'namespace': 'policy',
                 'name': 'guard'}}, 'rules': [{'operations': ['CREATE'], 'apiGroups': [''], 'resources': ['pods']}] %s}]}
                """.formatted(hook)).add("discovery.k8s.io/v1/endpointslices", """
                {'metadata': {'name': 'guard-1', 'namespace': 'policy', 'labels': {'kubernetes.io/service-name': 'guard'}},
                 'endpoints': [{'conditions': {'ready': %s}}]}
                """.formatted(ready));
    }

    @Test
    void a_webhook_that_must_be_asked_and_cannot_answer_refuses_everything() {
        assertThat(Refusals.of(guarded("", "false").found()))
                .containsExactly("The webhook guard.example.com of guard has to be asked about new "
                        + "objects, and its Service policy/guard has no pod that answers: repair it, or let it leave namespaces meshadvisor-bench-* out.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                                                                                                   | true
            , 'failurePolicy': 'Ignore'                                                                                          | false
            , 'namespaceSelector': {'matchLabels': {'guarded': 'yes'}}                                                           | false
            , 'namespaceSelector': {'matchExpressions': [{'key': 'istio-injection', 'operator': 'In', 'values': ['enabled']}]}   | false
            , 'objectSelector': {'matchExpressions': [{'key': 'guarded', 'operator': 'Exists'}]}                                 | false
            """)
    void one_that_answers_or_is_not_asked_or_may_be_silent_refuses_nothing(String hook, String ready) {
        assertThat(Refusals.of(guarded(hook, ready).found())).isEmpty();
    }
}
