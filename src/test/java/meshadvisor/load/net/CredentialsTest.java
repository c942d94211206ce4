package meshadvisor.load.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import meshadvisor.load.net.Credentials.Identity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Certificates and keys from files: which are read, and what is said of the others. */
class CredentialsTest {

    @TempDir
    static Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void keys_of_the_usual_algorithms_are_read(String algorithm) throws IOException {
        var identity = Keys.make(folder, "own-" + algorithm, "dns:localhost", algorithm);
        assertThat(Credentials.context(Optional.of(identity.certificates()), Optional.of(identity))).isNotNull();
    }

    @Test
    void what_cannot_be_read_is_told_with_the_file_and_the_reason() throws IOException {
        var certificate = Files.writeString(folder.resolve("broken.crt"), "-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n");
        var empty = Files.writeString(folder.resolve("empty.crt"), "");
        var large = Files.write(folder.resolve("large.crt"), new byte[(1 << 20) + 1]);
        var absent = folder.resolve("absent.crt");
        assertThatThrownBy(() -> trusted(certificate)).isInstanceOf(IOException.class)
                .hasMessageContaining("broken.crt: not a certificate");
        assertThatThrownBy(() -> trusted(empty)).isInstanceOf(IOException.class).hasMessageContaining("empty.crt: no");
        assertThatThrownBy(() -> trusted(large)).isInstanceOf(IOException.class).hasMessageContaining("large.crt: larger than 1 MiB");
        assertThatThrownBy(() -> trusted(absent)).isInstanceOf(IOException.class).hasMessageContaining("absent.crt: there is no such file");
    }

    @Test
    void what_is_no_key_is_told_with_what_to_do() throws IOException {
        var own = Keys.make(folder, "own", "dns:localhost", "EC");
        var old = Files.writeString(folder.resolve("old.key"), "-----BEGIN EC PRIVATE KEY-----\nYWJj\n-----END EC PRIVATE KEY-----\n");
        var broken = Files.writeString(folder.resolve("broken.key"), "-----BEGIN PRIVATE KEY-----\nYWJj\n-----END PRIVATE KEY-----\n");
        assertThatThrownBy(() -> shown(new Identity(own.certificates(), old))).isInstanceOf(IOException.class)
                .hasMessageContaining("old.key: no \"-----BEGIN PRIVATE KEY-----\"").hasMessageContaining("openssl pkcs8 -topk8 -nocrypt");
        assertThatThrownBy(() -> shown(new Identity(own.certificates(), broken))).isInstanceOf(IOException.class)
                .hasMessageContaining("broken.key: a key of an algorithm that is not known");
    }

    @Test
    void a_key_that_does_not_belong_to_the_certificate_is_told() throws IOException {
        var own = Keys.make(folder, "one", "dns:localhost", "EC");
        var other = Keys.make(folder, "other", "dns:localhost", "EC");
        assertThatThrownBy(() -> shown(new Identity(own.certificates(), other.key()))).isInstanceOf(IOException.class)
                .hasMessageContaining("other.key: not the key of the first certificate in").hasMessageContaining("one.crt");
        var rsa = Keys.make(folder, "rsa", "dns:localhost", "RSA");
        assertThatThrownBy(() -> shown(new Identity(own.certificates(), rsa.key()))).isInstanceOf(IOException.class)
                .hasMessageContaining("rsa.key: not the key of the first certificate in");
    }

    private static void trusted(Path file) throws IOException {
        Credentials.context(Optional.of(file), Optional.empty());
    }

    private static void shown(Identity identity) throws IOException {
        Credentials.context(Optional.empty(), Optional.of(identity));
    }
}
