package meshadvisor.kubeconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for localhost with its key, in PEM, made by the JDK's keytool.
 *
 * @param context shows the certificate, and trusts it
 */
record KeyStoreFile(String certificate, String key, SSLContext context) {

    private static final char[] PASSWORD = "changeit".toCharArray();

    static KeyStoreFile in(Path folder) throws Exception {
        Path file = folder.resolve("localhost.p12");
        Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair", "-alias",
                "localhost",
                "-keyalg", "EC", "-dname", "CN=localhost", "-ext", "SAN=DNS:localhost", "-validity", "2", "-storetype", "PKCS12",
                "-keystore",
                file.toString(), "-storepass", new String(PASSWORD)).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = new ByteArrayInputStream(Files.readAllBytes(file))) {
            store.load(content, PASSWORD);
        }
        return new KeyStoreFile(pem("CERTIFICATE", store.getCertificate("localhost").getEncoded()),
                pem("PRIVATE KEY", store.getKey("localhost", PASSWORD).getEncoded()), context(store));
    }

    private static String pem(String label, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    private static SSLContext context(KeyStore store) throws Exception {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, PASSWORD);
        trusted.setCertificateEntry("localhost", store.getCertificate("localhost"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
