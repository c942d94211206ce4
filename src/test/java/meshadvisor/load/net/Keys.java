package meshadvisor.load.net;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import meshadvisor.load.net.Credentials.Identity;

/** A key pair with a certificate that signs itself, made by the JDK's keytool, as files in PEM. Nothing of it is kept. */
public final class Keys {

    private static final char[] PASSWORD = "changeit".toCharArray();

    private Keys() {}

    /**
     * Makes one.
     *
     * @param name of the files, and the common name
     * @param alternative what the certificate is for, such as {@code dns:localhost,ip:127.0.0.1}
     * @param algorithm EC, RSA or Ed25519
     */
    public static Identity make(Path folder, String name, String alternative, String algorithm) throws IOException {
        var store = folder.resolve(name + ".p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var command = List.of(keytool, "-genkeypair", "-alias", "own", "-keyalg", algorithm, "-dname", "CN=" + name, "-ext",
                "san=" + alternative, "-validity", "2", "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass",
                String.valueOf(PASSWORD));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), US_ASCII);
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IOException(said);
            }
            return write(folder, name, store);
        } catch (InterruptedException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static Identity write(Path folder, String name, Path file) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
        var certificate = pem(folder.resolve(name + ".crt"), "CERTIFICATE", store.getCertificate("own").getEncoded());
        var key = pem(folder.resolve(name + ".key"), "PRIVATE KEY", store.getKey("own", PASSWORD).getEncoded());
        return new Identity(certificate, key);
    }

    private static Path pem(Path file, String kind, byte[] bytes) throws IOException {
        var text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n");
    }
}
