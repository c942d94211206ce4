package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When a credential is asked for anew. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "plugins are scripts of a Unix shell")
class CredentialsTest {

    @TempDir
    private Path folder;

    private Desk desk;
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;

    @BeforeEach
    void a_desk() {
        desk = new Desk(folder);
        desk.kubeconfig(Desk.config("prod", "https://prod", "{exec: {apiVersion: client.authentication.k8s.io/v1beta1, command: plugin}}"));
    }

    private Credentials counting(String expiry) {
        desk.program("plugin", """
                echo run >> "%1$s"
                n=$(($(wc -l < "%1$s")))
                printf '{"kind": "ExecCredential", "apiVersion": "client.authentication.k8s.io/v1beta1", "status": {"token": "t%%s"%2$s}}' "$n"
                """.formatted(desk.path("runs"), expiry));
        return Credentials.of(desk.access(), desk.environment(), clock);
    }

    private static Presentation.Ready ready(Presentation answer) {
        assertThat(answer).isInstanceOf(Presentation.Ready.class);
        return (Presentation.Ready) answer;
    }

    private static String header(Presentation answer) {
        return ready(answer).authorization().orElse("");
    }

    @Test
    void a_plugin_runs_once_until_its_credential_expires() {
        Credentials credentials = counting(", \"expirationTimestamp\": \"2026-01-01T00:15:00Z\"");
        assertThat(header(credentials.present())).isEqualTo("Bearer t1");
        now = now.plusSeconds(14 * 60);
        assertThat(header(credentials.present())).isEqualTo("Bearer t1");
        now = now.plusSeconds(60);
        assertThat(header(credentials.present())).isEqualTo("Bearer t2");
    }

    @Test
    void a_refused_credential_is_renewed_by_the_first_who_was_refused() {
        Credentials credentials = counting("");
        Presentation.Ready refused = ready(credentials.present());
        assertThat(header(credentials.renew(refused))).isEqualTo("Bearer t2");
        assertThat(header(credentials.renew(refused))).isEqualTo("Bearer t2");
        assertThat(header(credentials.present())).isEqualTo("Bearer t2");
    }

    @Test
    void a_token_file_is_read_anew_each_time() throws IOException {
        Path file = desk.file("home/.kube/token", "first\n");
        desk.kubeconfig(Desk.config("prod", "https://prod", "{tokenFile: token}"));
        Credentials credentials = Credentials.of(desk.access(), desk.environment(), clock);
        assertThat(header(credentials.present())).isEqualTo("Bearer first");
        desk.file("home/.kube/token", "second");
        assertThat(header(credentials.present())).isEqualTo("Bearer second");
        desk.file("home/.kube/token", "");
        assertThat(credentials.present().toString()).contains("This file holds no token.");
        Files.delete(file);
        assertThat(credentials.present().toString()).contains("The token cannot be read: it does not exist.");
    }

    @Test
    void tokens_and_passwords_become_headers_and_nothing_none() {
        desk.kubeconfig(Desk.config("prod", "https://prod", "{username: me, password: pä}"));
        assertThat(header(Credentials.of(desk.access(), desk.environment(), clock).present())).isEqualTo("Basic bWU6cMOk");
        desk.kubeconfig(Desk.config("prod", "https://prod", "{token: t}"));
        assertThat(header(Credentials.of(desk.access(), desk.environment(), clock).present())).isEqualTo("Bearer t");
        desk.kubeconfig(Desk.config("prod", "https://prod", "{}"));
        assertThat(header(Credentials.of(desk.access(), desk.environment(), clock).present())).isEmpty();
    }

    @Test
    void a_key_pair_of_the_kubeconfig_goes_with_a_token_of_a_plugin() throws Exception {
        KeyStoreFile keys = KeyStoreFile.in(folder);
        desk.file("home/.kube/c.crt", keys.certificate());
        desk.file("home/.kube/c.key", keys.key());
        desk.kubeconfig(Desk.config("prod", "https://prod", "{client-certificate: c.crt, client-key: c.key, exec: "
                + "{apiVersion: client.authentication.k8s.io/v1beta1, command: plugin}}"));
        Presentation.Ready shown = ready(counting("").present());
        assertThat(shown.certificate()).contains(new KeyPair(keys.certificate(), keys.key()));
        assertThat(shown.authorization()).contains("Bearer t1");
    }
}
