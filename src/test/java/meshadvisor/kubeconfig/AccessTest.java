package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an entry means, what is refused, and what is worth a warning. */
class AccessTest {

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_desk() {
        desk = new Desk(folder);
    }

    private Desk cluster(String cluster) {
        return desk
                .kubeconfig(Desk.config("prod", "x", "{token: t0ken}").replace("cluster: {server: \"x\"}", "cluster: {" + cluster + "}"));
    }

    private Desk user(String user) {
        return desk.kubeconfig(Desk.config("prod", "https://prod:6443", user));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_whole_context() throws Exception {
        KeyStoreFile keys = KeyStoreFile.in(folder);
        desk.kubeconfig("""
                apiVersion: v1
                kind: Config
                current-context: prod
                contexts: [{name: prod, context: {cluster: c, user: u, namespace: shop}}]
                clusters:
                - name: c
                  cluster:
                    server: https://prod.example.org:6443/k8s/clusters/c-1?x=y
                    certificate-authority-data: %s
                    tls-server-name: PROD.example.org
                    proxy-url: http://me:s3cret@proxy.example.org:3128
                users:
                - name: u
                  user: {client-certificate-data: %s, client-key-data: %s, as: jane, as-uid: "7", as-groups: [dev], as-user-extra: {scope: [read]}}
                """.formatted(base64(keys.certificate()), base64(keys.certificate()), base64(keys.key())));
        Access access = desk.timeout("1m").access();
        assertThat(access.server().uri()).hasToString("https://prod.example.org:6443/k8s/clusters/c-1");
        assertThat(access.server().authority()).contains(keys.certificate());
        assertThat(access.server().proxy().orElseThrow().uri()).hasToString("http://proxy.example.org:3128");
        assertThat(access.server().proxy().flatMap(Proxy::login)).contains(new Credential.Basic("me", "s3cret"));
        assertThat(access.certificate()).contains(new KeyPair(keys.certificate(), keys.key()));
        assertThat(access.credential()).isEqualTo(new Credential.None());
        assertThat(access.namespace()).contains("shop");
        assertThat(access.requestTimeout()).hasValueSatisfying(time -> assertThat(time).hasMinutes(1));
        assertThat(access.impersonation()).isEqualTo(
                new Impersonation(Optional.of("jane"), Optional.of("7"), List.of("dev"), Map.of("scope", List.of("read"))));
        assertThat(access.warnings()).isEmpty();
        assertThat(access.toString()).doesNotContain("s3cret", keys.key().substring(30, 60), base64(keys.key()).substring(40, 80));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {token: s3cret}                                                  | Token[hidden]
            {token: s3cret, tokenFile: other}                                | Token[hidden]
            {username: me, password: s3cret}                                 | Basic[user=me, password=hidden]
            {exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: aws, args: [s3cret], env: [{name: A, value: s3cret}]}} | Exec[program=aws, 1 argum
            """)
    void no_secret_is_printed(String user, String shown) {
        Access access = user(user).access();
        assertThat(access.credential().toString()).startsWith(shown);
        assertThat(access + " " + desk.connect()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            server: https://s:1, insecure-skip-tls-verify: true   | 5:82: The server's certificate is not checked (insecure-skip-tls-verify)
            server: http://127.0.0.1:8001                         | 5:43: The server http://127.0.0.1:8001 is asked without TLS
            server: http://127.0.0.1:8001                         | 6:9: The credential of the user is not shown to a server without TLS.
            """)
    void what_is_risky_warns(String cluster, String warning) {
        assertThat(cluster(cluster).warnings()).anyMatch(said -> said.startsWith("home/.kube/config:" + warning));
    }

    @Test
    void a_credential_is_not_sent_in_the_open() {
        assertThat(cluster("server: http://127.0.0.1:8001").access().credential()).isEqualTo(new Credential.None());
    }

    @Test
    void an_absolute_path_elsewhere_warns_and_one_beside_does_not() {
        Path elsewhere = desk.file("etc/token", "x");
        Path beside = desk.file("home/.kube/token", "x");
        assertThat(user("{tokenFile: " + elsewhere + "}").warnings()).singleElement().asString()
                .startsWith("home/.kube/config:6:40: \"tokenFile\" is the absolute path etc/token, outside the folder of the kubeconfig.");
        assertThat(user("{tokenFile: " + beside + "}").warnings()).isEmpty();
        assertThat(user("{tokenFile: ../../etc/token}").warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a: b                                                | has no server. Add server: https://host:port.
            server: prod:6443                                   | The server prod:6443 is neither https nor http.
            server: "https://u:s3cret@prod"                     | The server has a user name in it
            server: https://under_score:1                       | has no host name and port that Java can connect to
            server: "ht tp:"                                    | is no URL
            server: ftp://prod                                  | is neither https nor http
            server: https://s, proxy-url: socks5://p:1080       | through which meshadvisor cannot connect. Name an http or https proxy, or run `kubectl proxy`
            server: https://s, proxy-url: "p:3128"              | "proxy-url" p:3128 is no address of an http or https proxy.
            server: https://s, proxy-url: "ftp://u:s3cret@p:1"  | "proxy-url" is no address of an http or https proxy.
            server: https://10.0.0.1, tls-server-name: prod     | "tls-server-name" is prod, but the host is 10.0.0.1
            server: https://10.0.0.1, tls-server-name: prod     | Use prod as the host of server, with an entry in the hosts file if it has no address; or run `kubectl proxy`
            server: https://s, certificate-authority-data: "*"  | "certificate-authority-data" is not base64.
            server: https://s, certificate-authority-data: eA== | cannot be used: it has no "-----BEGIN CERTIFICATE-----".
            server: https://s, certificate-authority: ca.crt    | cannot be read: it does not exist.
            server: https://s, certificate-authority: ..        | cannot be read: it is a folder.
            server: https://s, certificate-authority: x, insecure-skip-tls-verify: true | contradict each other.
            """)
    void a_cluster_that_cannot_be_used_says_why(String cluster, String mistake) {
        assertThat(cluster(cluster).mistakes()).anyMatch(said -> said.contains(mistake) && said.startsWith("home/.kube/config:5:"));
        assertThat(desk.connect().toString()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {auth-provider: {name: gcp}}                             | install gke-gcloud-auth-plugin
            {auth-provider: {name: azure}}                           | kubelogin convert-kubeconfig
            {auth-provider: {name: oidc}}                            | kubectl oidc-login
            {auth-provider: {name: other}}                           | auth-provider other, which kubectl dropped
            {token: t, username: u}                                  | has a token and a password
            {token: "a\\nb"}                                         | "token" has characters in it that no token can have.
            {client-certificate: c.crt}                              | has a client certificate but no key.
            {client-certificate-data: eA==, client-key-data: eA==}   | "client-key-data" cannot be used: it has no "PRIVATE KEY" in PEM.
            {client-certificate-data: eA==, client-key-data: LS0tLS1CRUdJTiBFTkNSWVBURUQgUFJJVkFURSBLRVktLS0tLQ==} | it is encrypted
            {exec: {}}                                               | "exec" names no command.
            {exec: {command: a, apiVersion: client.authentication.k8s.io/v1alpha1}} | The plugin speaks "client.authentication.k8s.io/v1alpha1".
            {exec: {command: a, apiVersion: client.authentication.k8s.io/v1}}       | says no interactiveMode
            {exec: {command: a, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Always}} | gives plugins no input. Log in once
            {exec: {command: a, apiVersion: client.authentication.k8s.io/v1, interactiveMode: Perhaps}} | "Perhaps" is no interactiveMode.
            {exec: {command: a, apiVersion: client.authentication.k8s.io/v1beta1, env: [{name: "A=B"}]}} | "A=B" is no name of an environment variable
            {exec: {command: "a\\0", apiVersion: client.authentication.k8s.io/v1beta1}} | has a NUL character in it
            {as-groups: [dev]}                                       | but no user. Add --as.
            """)
    void a_user_that_cannot_be_used_says_why(String user, String mistake) {
        assertThat(user(user).mistakes()).anyMatch(said -> said.contains(mistake));
    }

    @Test
    void all_mistakes_are_said_at_once() {
        desk.kubeconfig("""
                current-context: prod
                contexts: [{name: prod, context: {cluster: c, user: missing}}, {name: test, context: {}}]
                clusters: [{name: c, cluster: {server: prod, proxy-url: "socks5://p:1", certificate-authority: nowhere}}]
                """);
        assertThat(desk.timeout("soon").mistakes()).satisfiesExactlyInAnyOrder(
                said -> assertThat(said).startsWith("--request-timeout: \"soon\" is no time."),
                said -> assertThat(said).startsWith("home/.kube/config:2:53: There is no user \"missing\". The kubeconfig has no users."),
                said -> assertThat(said).contains("The server prod is neither https nor http"),
                said -> assertThat(said).contains("\"proxy-url\" is a socks5 proxy"),
                said -> assertThat(said).contains("\"certificate-authority\" home/.kube/nowhere cannot be read: it does not exist"));
    }

    @Test
    void a_context_that_is_missing_names_those_that_are_there() {
        user("{}");
        assertThat(desk.choosing("prdo", "", "").mistakes()).containsExactly(
                "--context: There is no context \"prdo\". Known contexts: prod. Choose one of these with --context, or name another file with --kubeconfig.");
        assertThat(desk.choosing("", "b", "c").mistakes()).satisfiesExactly(
                said -> assertThat(said).startsWith("--cluster: There is no cluster \"b\". Known clusters: prod."),
                said -> assertThat(said).startsWith("--user: There is no user \"c\". Known users: prod."));
        desk.kubeconfig(Desk.config("prod", "https://s", "{}").replace("current-context: prod", ""));
        assertThat(desk.choosing("", "", "").mistakes()).singleElement().asString().contains("No context is chosen")
                .contains("Known contexts: prod.");
    }

    @Test
    void a_context_without_a_cluster_and_one_without_a_user() {
        desk.kubeconfig("current-context: a\ncontexts: [{name: a, context: {}}]\n");
        assertThat(desk.mistakes())
                .containsExactly("home/.kube/config:2:12: The context \"a\" names no cluster. Add cluster to it, or give --cluster.");
        desk.kubeconfig(
                "current-context: a\ncontexts: [{name: a, context: {cluster: c}}]\nclusters: [{name: c, cluster: {server: https://s}}]\n");
        assertThat(desk.access().credential()).isEqualTo(new Credential.None());
    }

    @Test
    void flags_of_impersonation_win_one_by_one() {
        user("{token: t, as: jane, as-groups: [dev]}");
        desk.as(new Impersonation(Optional.of("root"), Optional.empty(), List.of(), Map.of()));
        assertThat(desk.access().impersonation())
                .isEqualTo(new Impersonation(Optional.of("root"), Optional.empty(), List.of("dev"), Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"0, PT0S", "30, PT30S", "30s, PT30S", "1m30s, PT1M30S", "1.5h, PT1H30M", "500ms, PT0.5S", "0s, PT0S", "10us, PT0.00001S"})
    void times_are_read_as_kubectl_does(String text, String time) {
        assertThat(user("{}").timeout(text).access().requestTimeout().map(Object::toString).orElse("PT0S")).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource({"-1", "30 s", "1d", "s", "1e3", "''"})
    void what_is_no_time_is_refused(String text) {
        assertThat(user("{}").timeout(text).mistakes()).singleElement().asString().contains("is no time. Give whole seconds");
    }
}
