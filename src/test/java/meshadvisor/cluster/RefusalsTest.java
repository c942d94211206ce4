package meshadvisor.cluster;

import static meshadvisor.cluster.Fault.forbidden;
import static meshadvisor.cluster.Fault.status;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an API server refuses, in its own words. */
class RefusalsTest {

    @TempDir
    static Path keys;
    private static Certificates certificates;

    @TempDir
    Path folder;

    private ApiServer server;
    private Live live;

    @BeforeAll
    static void certificates() throws Exception {
        certificates = Certificates.in(keys);
    }

    @BeforeEach
    void a_shop() throws Exception {
        server = ApiServer.https(certificates.context("good")).shop(3);
        live = new Live(folder).cluster(server.address(), Live.trusting(certificates.pem("authority")));
    }

    @AfterEach
    void the_server_ends() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void without_a_fault_a_cluster_is_read_whether_it_tells_its_kinds_at_once_or_not(ApiServer.Age age) throws IOException {
        server.age(age);
        live.assess().exits(0).sees("cart");
        assertThat(server.seen("/api/v1/pods?limit=500")).hasSize(1);
        assertThat(server.seen()).allMatch(s -> s.method().equals("GET") && s.header("Authorization").equals("Bearer old-token"));
    }

    @Test
    void a_token_that_nobody_accepts_ends_the_run_with_what_to_do() throws IOException {
        server.fault(status(401, "Unauthorized"));
        live.assess().exits(6).says("cannot be read", "Unauthorized", "log in again");
        assertThat(server.seen()).hasSizeLessThan(4);
    }

    @Test
    void pods_that_nobody_may_list_are_not_read_and_not_none() throws IOException {
        server.fault(forbidden("pods"));
        assertThat(live.assess().exits(0).report()).contains("\"pods\": null").contains("\"readAt\": \"20");
    }

    @Test
    void a_token_that_expires_in_mid_scan_leaves_what_was_seen_before() throws IOException {
        server.fault(status(401, "Unauthorized").at("/api/v1/pods").after(2)).pagesOf(2);
        live.assess().exits(0).sees("cart").says("2 that were seen", "Unauthorized", "log in again");
    }

    @Test
    void a_plugin_that_renews_its_credential_is_asked_once_and_the_run_goes_on() throws IOException {
        Path asked = folder.resolve("asked");
        live.plugin("echo x >>" + asked + "; n=$(wc -l <" + asked + "); [ $n -gt 1 ] && t=new-token || t=old-token\n"
                + "echo '{\"apiVersion\":\"client.authentication.k8s.io/v1\",\"kind\":\"ExecCredential\",\"status\":{\"token\":\"'$t'\"}}'\n");
        server.fault(RefusalsTest::refusesOldTokensInLists);
        live.assess().exits(0).sees("cart");
        assertThat(asked).content().hasLineCount(2);
        assertThat(server.seen("/api/v1/pods").getLast().header("Authorization")).isEqualTo("Bearer new-token");
    }

    private static boolean refusesOldTokensInLists(HttpExchange exchange) throws IOException {
        boolean old = exchange.getRequestHeaders().getFirst("Authorization").endsWith("old-token");
        return old && exchange.getRequestURI().getRawQuery() != null && status(401, "Unauthorized").strikes(exchange);
    }

    @Test
    void a_refusal_while_the_clocks_do_not_agree_names_the_clocks() throws IOException {
        var answer = RawServer.saying("HTTP/1.1 401 Unauthorized\nDate: Wed, 01 Jan 2020 00:00:00 GMT",
                "{\"message\":\"token is not yet valid\"}");
        try (RawServer odd = RawServer.that(answer)) {
            live.cluster(odd.address());
            live.assess().exits(6).says("token is not yet valid", "the clocks do not agree: 2020-01-01T00:00:00Z there");
        }
    }

    @Test
    void a_kind_that_may_not_be_listed_is_a_gap_with_the_command_that_grants_it_and_the_rest_is_read() throws IOException {
        server.fault(forbidden("pods"));
        live.assess().exits(0).sees("cart").says("which pods there are", "User \\\"joe\\\" cannot list",
                "kubectl create clusterrole meshadvisor-pods --verb=get,list --resource=pods");
        assertThat(server.seen("/api/v1/pods")).hasSize(1);
    }

    @Test
    void in_one_namespace_the_command_grants_a_role_there() throws IOException {
        server.fault(forbidden("deployments"));
        live.assess("-n", "shop").exits(0).says("in the namespace shop",
                "kubectl create role meshadvisor-deployments.apps --verb=get,list --resource=deployments.apps -n shop");
    }

    @Test
    void rights_that_are_denied_just_after_the_server_was_away_are_asked_for_again() throws IOException {
        server.fault(Fault.brokenOff("{").at("/api/v1/pods").times(1)).fault(forbidden("pods").times(1));
        assertThat(live.assess().exits(0).sees("cart").out()).doesNotContain("is forbidden");
        assertThat(server.seen("/api/v1/pods?limit=500")).hasSize(3);
    }

    @Test
    void two_kinds_that_fail_at_once_are_two_gaps() throws IOException {
        server.fault(forbidden("pods")).fault(status(500, "etcd leader changed").at("/apis/apps/v1/deployments"));
        live.assess().exits(0).says("which pods there are", "which deployments there are", "etcd leader changed");
    }

    @Test
    void who_may_see_nothing_gets_no_report_and_hears_of_the_role_that_is_needed() throws IOException {
        server.fault(
                exchange -> exchange.getRequestURI().getRawQuery() != null && status(403, "namespaces is forbidden").strikes(exchange));
        live.assess().exits(6).says("nothing of the cluster c can be seen", "namespaces is forbidden", "meshadvisor rbac");
    }

    @Test
    void who_may_not_even_see_which_kinds_there_are_hears_it() throws IOException {
        server.fault(status(403, "forbidden: cannot get path"));
        live.assess().exits(6).says("cannot get path", "meshadvisor rbac");
    }

    @Test
    void kinds_beside_the_core_that_cannot_be_told_are_a_gap_and_the_core_is_read() throws IOException {
        server.fault(status(503, "aggregator down").at("/apis"));
        live.assess().exits(0).says("which kinds beside those of the core", "aggregator down", "kubectl get --raw /apis");
        assertThat(server.seen("/api/v1/services")).hasSize(1);
    }

    @Test
    void a_kind_that_is_removed_between_discovery_and_list_is_a_gap() throws IOException {
        server.serves("networking.istio.io", "v1", "virtualservices", "VirtualService");
        server.fault(status(404, "the server could not find the requested resource").at("/apis/networking.istio.io/v1/virtualservices"));
        live.assess().exits(0).sees("cart").says("which virtualservices there are", "could not find the requested resource",
                "nothing, if the kind was removed meanwhile");
    }

    @Test
    void a_group_whose_server_does_not_answer_is_a_gap() throws IOException {
        server.fault(exchange -> exchange.getRequestURI().getPath().equals("/apis") && Fault.json(exchange, 200,
                """
                {"kind":"APIGroupDiscoveryList","items":[{"metadata":{"name":"apps"},"versions":[{"version":"v1","freshness":"Stale"}]}]}"""));
        live.assess().exits(0).says("which kinds apps/v1 has", "the server behind it does not answer", "kubectl get apiservice v1.apps");
    }

    @Test
    void a_group_of_an_old_server_that_does_not_answer_is_a_gap() throws IOException {
        server.age(ApiServer.Age.OLD).fault(exchange -> exchange.getRequestURI().getPath().equals("/apis/apps/v1")
                && status(503, "service unavailable").strikes(exchange));
        live.assess().exits(0).says("which kinds apps/v1 has", "service unavailable", "kubectl get apiservice v1.apps");
    }

    @Test
    void who_is_to_be_impersonated_is_told_with_every_request() throws IOException {
        live.assess("--as", "joe", "--as-group", "dev", "--as-group", "ops").exits(0);
        assertThat(server.seen()).allMatch(s -> s.header("Impersonate-User").equals("joe")
                && s.header("Impersonate-Group").equals("dev, ops"));
    }
}
