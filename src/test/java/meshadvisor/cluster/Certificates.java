package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** An authority and certificates of servers that it signed, made by the keytool of the running JDK. */
final class Certificates {

    private static final String PASSWORD = "changeit";

    private final Path file;

    private Certificates(Path file) {
        this.file = file;
    }

    /** With nothing but the authority, and a good certificate for localhost. */
    static Certificates in(Path folder) throws Exception {
        Certificates made = new Certificates(folder.resolve("keys.p12"));
        made.keytool("-alias", "authority", "-dname", "CN=authority", "-ext", "bc:critical", "-validity", "900", "-startdate", "-30d");
        return made.server("good", "-ext", "SAN=DNS:localhost,IP:127.0.0.1", "-validity", "2", "-startdate", "-1d");
    }

    /** One more certificate, for a server. */
    Certificates server(String alias, String... options) throws Exception {
        List<String> all = new ArrayList<>(List.of("-alias", alias, "-dname", "CN=" + alias, "-signer", "authority"));
        all.addAll(List.of(options));
        return keytool(all.toArray(String[]::new));
    }

    private Certificates keytool(String... options) throws Exception {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-keyalg", "EC", "-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD,
                "-J-XX:TieredStopAtLevel=1"));
        line.addAll(List.of(options));
        Process keytool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        return this;
    }

    private KeyStore store() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(file)) {
            store.load(content, PASSWORD.toCharArray());
        }
        return store;
    }

    /** A certificate in PEM, without its key. */
    String pem(String alias) throws Exception {
        return "-----BEGIN CERTIFICATE-----\n" + Base64.getMimeEncoder().encodeToString(store().getCertificate(alias).getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    /** What a server with that certificate needs. */
    SSLContext context(String alias) throws Exception {
        KeyStore all = store();
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, PASSWORD.toCharArray());
        one.setKeyEntry(alias, all.getKey(alias, PASSWORD.toCharArray()), PASSWORD.toCharArray(), all.getCertificateChain(alias));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(one, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
