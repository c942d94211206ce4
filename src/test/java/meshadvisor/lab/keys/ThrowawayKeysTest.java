package meshadvisor.lab.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An authority, a server and a client for one benchmark. */
class ThrowawayKeysTest {

    @Test
    void server_and_client_are_signed_by_an_authority_of_their_own_and_nothing_stays_on_disk() throws Exception {
        long before = left();
        Map<String, String> keys = ThrowawayKeys.made(List.of("*.shop.svc.cluster.local", "localhost"), 2);
        assertThat(keys).containsOnlyKeys("ca.crt", "server.crt", "server.key", "client.crt", "client.key");
        X509Certificate authority = certificate(keys, "ca.crt");
        assertThat(authority.getBasicConstraints()).isGreaterThanOrEqualTo(0);
        for (String name : List.of("server.crt", "client.crt")) {
            certificate(keys, name).verify(authority.getPublicKey());
            certificate(keys, name).checkValidity();
        }
        assertThat(certificate(keys, "server.crt").getSubjectAlternativeNames().toString())
                .contains("*.shop.svc.cluster.local", "localhost");
        assertThat(keys.get("server.key")).startsWith("-----BEGIN PRIVATE KEY-----\n").isNotEqualTo(keys.get("client.key"));
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void two_benchmarks_share_no_key() throws IOException {
        assertThat(ThrowawayKeys.made(List.of("a"), 1).get("ca.crt")).isNotEqualTo(ThrowawayKeys.made(List.of("a"), 1).get("ca.crt"));
    }

    @Test
    void what_keytool_refuses_is_told_in_its_words() {
        assertThatThrownBy(() -> ThrowawayKeys.made(List.of("not a name,"), 1)).isInstanceOf(IOException.class)
                .hasMessageContaining("keytool could not make the key server");
    }

    private static X509Certificate certificate(Map<String, String> keys, String name) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(keys.getOrDefault(name, "").getBytes(StandardCharsets.US_ASCII)));
    }

    private static long left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("meshadvisor-keys")).count();
        }
    }
}
