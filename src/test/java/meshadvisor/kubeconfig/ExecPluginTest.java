package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plugins do, and what is said about it. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "plugins are scripts of a Unix shell")
class ExecPluginTest {

    private static final String V1 = "client.authentication.k8s.io/v1";

    @TempDir
    private Path folder;

    private Desk desk;

    @BeforeEach
    void a_desk() {
        desk = new Desk(folder);
    }

    private Presentation run(String script, Duration time) {
        desk.program("plugin", script + "\n");
        return new ExecPlugin(desk.environment(), time).run(exec("args: [\"$HOME\", 'a b', '*']"));
    }

    private Credential.Exec exec(String more) {
        desk.kubeconfig(Desk.config("prod", "https://prod:6443",
                "{exec: {apiVersion: " + V1 + ", interactiveMode: Never, command: plugin, installHint: \"get\\e it\", " + more + "}}"));
        return (Credential.Exec) desk.access().credential();
    }

    private String withheld(String script, Duration time) {
        Presentation answer = run(script, time);
        assertThat(answer).isInstanceOf(Presentation.Withheld.class);
        return ((Presentation.Withheld) answer).why().toString();
    }

    private static String print(String status) {
        return "echo '{\"kind\": \"ExecCredential\", \"apiVersion\": \"" + V1 + "\", \"status\": " + status + "}'";
    }

    @Test
    void words_reach_it_without_a_shell() {
        assertThat(run("[ \"$1\" = '$HOME' ] && [ \"$2\" = 'a b' ] && [ \"$3\" = '*' ] && [ $# = 3 ] && " + print("{\"token\": \"t\"}"),
                ExecPlugin.TIME))
                .isInstanceOfSatisfying(Presentation.Ready.class, ready -> assertThat(ready.authorization()).contains("Bearer t"));
    }

    @Test
    void it_gets_the_environment_and_what_kubectl_tells() throws IOException {
        desk.variable("OUTER", "o").variable("BOTH", "outer").program("plugin",
                "printf '%s|%s|%s|%s' \"$OUTER\" \"$BOTH\" \"$KUBERNETES_EXEC_INFO\" \"$JAVA_HOME\" > " + desk.path("seen") + "\n");
        new ExecPlugin(desk.environment(), ExecPlugin.TIME).run(exec("env: [{name: BOTH, value: inner}]"));
        assertThat(Files.readString(desk.path("seen")))
                .isEqualTo("o|inner|{\"kind\":\"ExecCredential\",\"apiVersion\":\"" + V1 + "\",\"spec\":{\"interactive\":false}}|");
    }

    @Test
    void it_is_told_of_the_cluster_if_it_wants_to() throws Exception {
        String pem = KeyStoreFile.in(folder).certificate();
        desk.file("home/.kube/ca.crt", pem);
        desk.kubeconfig(Desk.config("prod", "https://prod:6443",
                "{exec: {apiVersion: " + V1 + ", interactiveMode: Never, command: plugin, provideClusterInfo: true}}")
                .replace("cluster: {server",
                        "cluster: {certificate-authority: ca.crt, extensions: [{name: client.authentication.k8s.io/exec, extension: {a: [1, true, \"é\\\"\"]}}], server"));
        String told = ((Credential.Exec) desk.access().credential()).variables().get("KUBERNETES_EXEC_INFO");
        assertThat(told).contains("\"cluster\":{\"server\":\"https://prod:6443\",\"certificate-authority-data\":\"LS0tLS1CRUdJTiBDRVJUSUZJ")
                .endsWith(",\"config\":{\"a\":[1,true,\"\\u00e9\\\"\"]}},\"interactive\":false}}");
    }

    @Test
    void a_certificate_is_taken_too() throws Exception {
        KeyStoreFile keys = KeyStoreFile.in(folder);
        String status = "{\"clientCertificateData\": \"" + keys.certificate().replace("\n", "\\n") + "\", \"clientKeyData\": \""
                + keys.key().replace("\n", "\\n") + "\", \"expirationTimestamp\": \"2030-01-01T01:00:00+01:00\"}";
        desk.file("credential", "{\"kind\": \"ExecCredential\", \"apiVersion\": \"" + V1 + "\", \"status\": " + status + "}");
        assertThat(run("cat " + desk.path("credential"), ExecPlugin.TIME)).isInstanceOfSatisfying(Presentation.Ready.class, ready -> {
            assertThat(ready.certificate()).contains(new KeyPair(keys.certificate(), keys.key()));
            assertThat(ready.authorization()).isEmpty();
            assertThat(ready.expires()).contains(Instant.parse("2030-01-01T00:00:00Z"));
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            true                                                   | printed nothing.
            echo hello                                             | printed something that is no ExecCredential.
            echo 'kind: Pod'                                       | printed something that is no ExecCredential.
            printf '\\000\\377'                                    | printed something that is no ExecCredential.
            STATUS{"token": "t"}; echo more                        | printed something that is no ExecCredential.
            echo '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1beta1"}' | answered in "client.authentication.k8s.io/v1beta1", but
            STATUS"x"                                              | printed an ExecCredential without a status.
            STATUS{}                                               | with neither a token nor a certificate.
            STATUS{"clientKeyData": "x"}                           | printed only one of certificate and key.
            STATUS{"clientKeyData": "x", "clientCertificateData": "x"} | a certificate or key that cannot be used
            STATUS{"token": "a\\nHost: b"}                         | printed a token with characters that no token can have.
            STATUS{"token": "t", "expirationTimestamp": "soon"}    | printed an expirationTimestamp that is no time.
            echo one >&2; echo 'no login' >&2; exit 7              | failed with exit code 7: no login
            exit 7                                                 | failed with exit code 7: it said nothing.
            printf '\\033[31mred' >&2; exit 1                      | failed with exit code 1: \\u{1b}[31mred
            printf 'Password: ' >&2; read -r x; exit 1             | asked for input, which meshadvisor gives to no plugin: Password:
            """)
    void what_cannot_be_used_is_said_in_a_sentence(String script, String said) {
        String line = script.startsWith("STATUS")
                ? print(script.substring(6).replace("; echo more", "")) + (script.contains("; echo") ? "; echo more" : "") : script;
        assertThat(withheld(line.replace("\\n", "\\\\n"), ExecPlugin.TIME)).contains("/home/.kube/config:6:").contains("The plugin plugin ")
                .contains(said)
                .contains("plugin '$HOME' 'a b' '*'");
    }

    @Test
    void output_is_never_shown() {
        assertThat(withheld("echo '{\"token\": \"s3cret\"'", ExecPlugin.TIME)).doesNotContain("s3cret");
    }

    @Test
    void errors_beside_a_credential_do_no_harm_however_many() {
        assertThat(run("i=0; while [ $i -lt 5000 ]; do echo 'a warning nobody reads' >&2; i=$((i+1)); done; " + print("{\"token\": \"t\"}"),
                ExecPlugin.TIME))
                .isInstanceOf(Presentation.Ready.class);
    }

    @Test
    void too_much_output_is_stopped() {
        assertThat(withheld("while :; do echo xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx; done", ExecPlugin.TIME))
                .contains("was stopped, as it wrote more than 1048576 bytes");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            while :; do :; done                     | was stopped after 1 seconds, with all that it started: opening the browser
            exit 0                                  | was stopped after 1 seconds, with all that it started: opening the browser
            printf 'Code? ' >&2; sleep 100          | asked for input and was stopped after 1 seconds: Code?
            """)
    void a_plugin_that_hangs_is_stopped_with_all_that_it_started(String end, String said) throws IOException {
        Path child = desk.path("child");
        String script = "sleep 100 &\necho $! > '" + child + "'\necho 'opening the browser' >&2\nsleep 0.3\n" + end;
        assertThat(withheld(script, Duration.ofSeconds(1))).contains(said);
        long pid = Long.parseLong(Files.readString(child).strip());
        assertThat(ProcessHandle.of(pid).map(ProcessHandle::onExit).map(ended -> ended.orTimeout(10, TimeUnit.SECONDS)))
                .satisfiesAnyOf(gone -> assertThat(gone).isEmpty(),
                        ending -> assertThat(ending.orElseThrow()).succeedsWithin(Duration.ofSeconds(10)));
    }

    @Test
    void a_thread_that_is_to_end_does_not_wait_for_a_plugin() throws InterruptedException {
        desk.program("plugin", "sleep 100\n");
        Credential.Exec exec = exec("args: []");
        Thread waiting = Thread.ofVirtual().start(() -> new ExecPlugin(desk.environment(), ExecPlugin.TIME).run(exec));
        waiting.interrupt();
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void a_missing_program_names_the_hint_of_the_kubeconfig() {
        Presentation answer = new ExecPlugin(desk.environment(), ExecPlugin.TIME).run(exec("args: []"));
        assertThat(answer.toString()).contains("The plugin plugin was not found on the PATH.")
                .contains("The kubeconfig says: get\\u{1b} it");
        Credential.Exec elsewhere = new Credential.Exec(List.of("/nowhere/plugin"), exec("args: []").variables(), V1, "", "here");
        assertThat(new ExecPlugin(desk.environment(), ExecPlugin.TIME).run(elsewhere).toString())
                .contains("The plugin /nowhere/plugin was not found.").contains("Install it");
    }

    @Test
    void a_program_that_does_not_start_says_so() {
        Path file = desk.program("plugin", "");
        desk.file("bin/plugin", "#!/nowhere/sh\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        assertThat(new ExecPlugin(desk.environment(), ExecPlugin.TIME).run(exec("args: []")).toString()).contains("could not be started: ");
    }
}
