package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static meshadvisor.cli.Ran.cli;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code rbac --check} against an API server that serves four kinds. */
class RightsTest {

    private static final String DISCOVERY_CORE = """
            {"kind": "APIGroupDiscoveryList", "items": [{"metadata": {"name": ""}, "versions": [{"version": "v1", "resources": [
              {"resource": "pods", "responseKind": {"kind": "Pod"}, "scope": "Namespaced", "verbs": ["get", "list"]},
              {"resource": "secrets", "responseKind": {"kind": "Secret"}, "scope": "Namespaced", "verbs": ["get", "list"]},
              {"resource": "nodes", "responseKind": {"kind": "Node"}, "scope": "Cluster", "verbs": ["get", "list"]}]}]}]}""";
    private static final String DISCOVERY_GROUPS = """
            {"kind": "APIGroupDiscoveryList", "items": [{"metadata": {"name": "apps"}, "versions": [{"version": "v1", "resources": [
              {"resource": "deployments", "responseKind": {"kind": "Deployment"}, "scope": "Namespaced", "verbs": ["get", "list"]}]}]}]}""";
    private static final String YES = "{\"status\": {\"allowed\": true}}";
    private static final String NO = "{\"status\": {\"allowed\": false}}";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private Function<String, String> access = question -> YES;
    private String rules = "{\"status\": {\"incomplete\": false, \"resourceRules\": []}}";
    private int status = 201;

    @TempDir
    Path folder;

    @BeforeEach
    void an_api_server() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.setExecutor(Executors.newCachedThreadPool());
        server.start();
        Files.writeString(folder.resolve("config"), """
                {apiVersion: v1, kind: Config, current-context: shop, contexts: [{name: shop, context: {cluster: shop, user: me}}],
                 clusters: [{name: shop, cluster: {server: "http://127.0.0.1:%d"}}], users: [{name: me, user: {}}]}
                """.formatted(server.getAddress().getPort()));
    }

    @AfterEach
    void is_stopped() {
        server.stop(0);
    }

    @Test
    void who_may_see_everything_gets_0_and_only_kinds_that_are_read_and_served_are_asked_for() {
        Ran ran = check();
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).containsPattern("pods +yes +what really runs").contains("3 of 3 lists may be read.")
                .doesNotContain("secrets");
        assertThat(asked).hasSize(3).allSatisfy(q -> assertThat(q).contains("\"verb\":\"list\"").doesNotContain("secrets"));
    }

    @Test
    void what_is_missing_is_told_with_what_grants_it_and_gives_5() {
        access = question -> question.contains("\"nodes\"") ? NO : YES;
        assertThat(check().out()).containsPattern("nodes +no +").contains("2 of 3 lists may be read.",
                "Missing in the cluster: list nodes");
        Ran json = check("-o", "json");
        assertThat(json.code()).isEqualTo(5);
        assertThat(json.out()).contains("\"mayList\" : \"no\"",
                "kubectl create clusterrole meshadvisor-nodes --verb=get,list --resource=nodes");
    }

    @Test
    void the_right_to_ask_a_prometheus_through_the_api_server_is_one_to_that_service() {
        access = question -> question.contains("\"proxy\"") ? NO : YES;
        Ran ran = check("-A", "--prometheus-service", "monitoring/prometheus:9090");
        assertThat(ran.code()).isEqualTo(5);
        assertThat(ran.out()).containsPattern("services/proxy +monitoring +no +requests").contains("3 of 4",
                "meshadvisor rbac --prometheus-service", "Missing in the namespace monitoring: get services/proxy");
        assertThat(asked).anySatisfy(q -> assertThat(q).contains("\"subresource\":\"proxy\"", "\"name\":\"prometheus:9090\"",
                "\"verb\":\"get\"", "\"namespace\":\"monitoring\""));
        assertThat(check("--prometheus-service", "prometheus").err()).contains("write it as NAMESPACE/NAME:PORT");
    }

    @Test
    void who_may_see_nothing_gets_6() {
        access = question -> NO;
        assertThat(check().code()).isEqualTo(6);
    }

    @Test
    void a_server_that_cannot_say_is_unknown_and_no_no() {
        access = question -> question.contains("\"pods\"") ? "{\"status\": {\"allowed\": false, \"evaluationError\": \"webhook down\"}}"
                : YES;
        Ran ran = check();
        assertThat(ran.out()).containsPattern("pods +unknown").contains("Unknown: pods, because webhook down.");
        assertThat(ran.code()).isEqualTo(5);
        access = question -> "{}";
        assertThat(check().out()).contains("the API server gave no answer to the question")
                .doesNotContainPattern("(pods|nodes|deployments.apps) +no ");
    }

    @Test
    void questions_that_are_refused_are_unknown() {
        status = 403;
        access = question -> "{\"kind\": \"Status\", \"message\": \"not you\"}";
        Ran ran = check();
        assertThat(ran.out()).contains("because not you.");
        assertThat(ran.code()).isEqualTo(6);
    }

    @Test
    void of_a_namespace_all_rules_are_asked_for_at_once_and_kinds_without_one_each() {
        rules = "{\"status\": {\"incomplete\": false, \"resourceRules\": [{\"apiGroups\": [\"\"], \"resources\": [\"pods\"], \"verbs\": [\"*\"]},"
                + " {\"apiGroups\": [\"apps\"], \"resources\": [\"*\"], \"verbs\": [\"get\"]}]}}";
        Ran ran = check("-n", "shop");
        assertThat(ran.out()).containsPattern("pods +shop +yes").containsPattern("deployments.apps +shop +no")
                .containsPattern("nodes +cluster +yes");
        assertThat(asked).hasSize(2).anySatisfy(q -> assertThat(q).contains("SelfSubjectRulesReview", "\"namespace\":\"shop\""));
    }

    @Test
    void where_the_sum_of_rules_is_not_complete_each_kind_is_asked_for() {
        rules = "{\"status\": {\"incomplete\": true, \"resourceRules\": []}}";
        assertThat(check("-n", "shop").code()).isZero();
        assertThat(asked).hasSize(4);
    }

    @Test
    void a_right_to_single_objects_is_none_to_the_list() {
        rules = "{\"status\": {\"incomplete\": false, \"resourceRules\": [{\"apiGroups\": [\"*\"], \"resources\": [\"*\"], \"verbs\": [\"list\"],"
                + " \"resourceNames\": [\"cart\"]}]}}";
        assertThat(check("-n", "shop").out()).containsPattern("pods +shop +no");
    }

    @Test
    void nobody_who_is_known_gets_6_and_a_way_out() {
        status = 401;
        access = question -> "{\"kind\": \"Status\", \"message\": \"Unauthorized\"}";
        Ran ran = check();
        assertThat(ran.code()).isEqualTo(6);
        assertThat(ran.err()).contains("Unauthorized", "log in again");
    }

    @Test
    void a_credential_that_was_not_sent_for_want_of_tls_is_told() throws IOException {
        status = 401;
        Path config = folder.resolve("config");
        Files.writeString(config, Files.readString(config).replace("user: {}", "user: {token: t}"));
        assertThat(check().err()).contains("the credential was not sent, because the server is not https", "as https://")
                .doesNotContain("log in again");
    }

    @Test
    void a_server_that_is_not_there_gives_6() {
        server.stop(0);
        Ran ran = check("--timeout", "2");
        assertThat(ran.code()).isEqualTo(6);
        assertThat(ran.err()).contains("nobody answers at 127.0.0.1");
    }

    private Ran check(String... more) {
        asked.clear();
        return cli(Stream.concat(Stream.of("rbac", "--check", "--kubeconfig", folder.resolve("config").toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean question = exchange.getRequestMethod().equals("POST");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        if (question) {
            asked.add(body);
        }
        String text = switch (path) {
            case "/version" -> "{\"gitVersion\": \"v1.35.4\"}";
            case "/api" -> DISCOVERY_CORE;
            case "/apis" -> DISCOVERY_GROUPS;
            case "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews" -> access.apply(body);
            case "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews" -> rules;
            default -> throw new IllegalArgumentException(path);
        };
        byte[] answer = text.getBytes(UTF_8);
        exchange.sendResponseHeaders(question ? status : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
