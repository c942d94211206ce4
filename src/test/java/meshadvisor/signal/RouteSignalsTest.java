package meshadvisor.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteSignalsTest {

    @ParameterizedTest
    @ValueSource(strings = {"AddItem", "VoteDoughnut", "PlaceOrder", "UpdateUser", "checkout", "create_order", "cancel-order", "payInvoice",
            "DeleteAll", "SendMail", "transfer", "signup", "PATCHUser", "deleteV2"})
    void a_name_that_begins_with_a_changing_verb_changes_something(String name) {
        assertThat(RouteSignals.changes(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"GetCart", "ListOrders", "FindByName", "SearchProducts", "addresses", "orders", "updates", "Payments", "settings",
                    "posts", "SayHello", "Watch", "", "/", "123", "shipping", "placeholder", "records"})
    void a_name_without_one_is_harmless(String name) {
        assertThat(RouteSignals.changes(name)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "[{method: {exact: POST}}]                                              | unsafe-method",
            "[{method: {exact: GET}}, {method: {exact: PATCH}}]                     | unsafe-method",
            "[{method: {exact: LOCK}}]                                              | unsafe-method",
            "[{method: {exact: get}, uri: {prefix: /orders}}]                       | harmless",
            "[{method: {exact: GET}, uri: {exact: /orders/checkout}}]               | changing-name",
            "[{method: {exact: GET}, uri: {regex: '/orders/[0-9]+/cancel'}}]        | changing-name",
            "[{method: {exact: DELETE}, uri: {prefix: /orders}}]                    | harmless",
            "[{uri: {prefix: /orders}}]                                             | every-method",
            "[{headers: {x-user: {exact: me}}}]                                     | every-method",
            "[{uri: {exact: /shop.v1.Cart/AddItem}}]                                | changing-name",
            "[{uri: {exact: /shop.v1.Cart/GetCart}}]                                | harmless",
            "[{uri: {exact: /Cart/GetCart}}, {uri: {exact: /Cart/EmptyCart}}]       | changing-name",
            "[{uri: {exact: /shop.cart/GetCart}}]                                   | harmless",
            "[{uri: {prefix: /shop.v1.Cart/}}]                                      | every-method",
            "[{uri: {exact: /api/Users}}]                                           | every-method",
            "[{uri: {exact: /api/v1.2/Users}}]                                      | every-method",
            "[{headers: {idempotency-key: {regex: .+}}, method: {exact: POST}}]     | harmless",
            "[{withoutHeaders: {idempotency-key: {}}, method: {exact: POST}}]       | unsafe-method",
            "[{headers: {idempotency-key: {regex: .+}}}, {method: {exact: POST}}]   | unsafe-method"})
    void retries_are_judged_by_what_is_retried(String match, String judged) {
        assertThat(retried("match: " + match + ", retries: {attempts: 2}")).isEqualTo(judged);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "timeout: 3s                                                             | none",
            "retries: {attempts: 0}                                                  | none",
            "retries: {perTryTimeout: 2s}                                            | none",
            "retries: {attempts: 1}                                                  | every-method",
            "'retries: {attempts: 2, retryOn: \"connect-failure, refused-stream\"}'  | harmless",
            "'retries: {attempts: 2, retryOn: \"connect-failure,503\"}'              | every-method"})
    void retries_that_are_off_or_come_before_the_request_are_harmless(String rule, String judged) {
        assertThat(retried(rule)).isEqualTo(judged);
    }

    private static String retried(String rule) {
        World world = Scan.of("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: route}
                spec: {hosts: [shop], http: [{%s, route: [{destination: {host: shop}}]}]}
                """.formatted(rule)).world();
        List<Subject> routes = Subjects.of(world, "route");
        assertThat(routes).hasSize(1);
        return routes.getFirst().readings().of("retried-requests").words();
    }

    @Test
    void every_rule_of_a_route_is_a_subject_of_its_own_at_its_own_place() {
        World world = Scan.of("""
                apiVersion: networking.istio.io/v1
                kind: VirtualService
                metadata: {name: route}
                spec:
                  hosts: [shop]
                  http:
                    - match: [{uri: {prefix: /a}}]
                      route: [{destination: {host: shop}}]
                    - route: [{destination: {host: shop}}]
                """).world();
        assertThat(Subjects.of(world, "route")).extracting(s -> s.place().line()).containsExactly(7, 9);
    }
}
