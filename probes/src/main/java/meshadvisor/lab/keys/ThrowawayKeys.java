package meshadvisor.lab.keys;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes certificates and keys with the keytool of the Java that runs this, because Java has no other way to sign a certificate. They are on disk
 * for less than a second, in a folder that only the owner may read, under a password that nobody else learns.
 */
public final class ThrowawayKeys {

    private static final int PATIENCE_SECONDS = 30;
    private static final String PASSWORD_VARIABLE = "MESHADVISOR_KEYS";

    private final Path store;
    private final String password;

    private ThrowawayKeys(Path store, String password) {
        this.store = store;
        this.password = password;
    }

    /**
     * An authority, a server with these names, and a client, both signed by it: {@code ca.crt}, {@code server.crt}, {@code server.key},
     * {@code client.crt} and {@code client.key}, each in PEM. Keys are on the curve P-256.
     *
     * @param names DNS names of the server; a first label may be {@code *}
     * @param days for which they are valid, from an hour ago on, because clocks differ
     * @throws IOException if keytool cannot be run or refuses; the message has what it said
     */
    public static Map<String, String> made(List<String> names, int days) throws IOException {
        Path folder = Files.createTempDirectory("meshadvisor-keys"); // readable by the owner only, as all that is made this way
        ThrowawayKeys keys = new ThrowawayKeys(folder.resolve("keys.p12"), secret());
        try {
            return keys.of(names, days);
        } catch (GeneralSecurityException e) {
            throw new IOException("the keys that keytool made cannot be read: " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(keys.store);
            Files.delete(folder);
        }
    }

    private static String secret() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private Map<String, String> of(List<String> names, int days) throws IOException, GeneralSecurityException {
        String valid = String.valueOf(days);
        make("ca", valid, "-ext", "bc:critical");
        make("server", valid, "-signer", "ca", "-ext", "SAN=" + String.join(",", names.stream().map(name -> "DNS:" + name).toList()),
                "-ext", "EKU=serverAuth");
        make("client", valid, "-signer", "ca", "-ext", "EKU=clientAuth");
        KeyStore read = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(store)) {
            read.load(content, password.toCharArray());
        }
        return Map.of("ca.crt", certificate(read.getCertificate("ca")),
                "server.crt", certificate(read.getCertificate("server")), "server.key", key(read, "server"),
                "client.crt", certificate(read.getCertificate("client")), "client.key", key(read, "client"));
    }

    private void make(String alias, String days, String... options) throws IOException {
        List<String> line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair",
                "-alias", alias, "-dname", "CN=meshadvisor bench " + alias, "-keyalg", "EC", "-groupname", "secp256r1", "-startdate", "-1H",
                "-validity", days, "-storetype", "PKCS12", "-keystore", store.toString(), "-storepass:env", PASSWORD_VARIABLE,
                "-J-XX:TieredStopAtLevel=1"));
        line.addAll(List.of(options));
        ProcessBuilder program = new ProcessBuilder(line).redirectErrorStream(true);
        program.environment().put(PASSWORD_VARIABLE, password);
        Process keytool = program.start();
        keytool.getOutputStream().close();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!ended(keytool) || keytool.exitValue() != 0) {
            throw new IOException("keytool could not make the key " + alias + ": " + said.strip());
        }
    }

    private static boolean ended(Process keytool) throws IOException {
        try {
            return keytool.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool made a key", e);
        }
    }

    private static String certificate(Certificate certificate) throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded());
    }

    private String key(KeyStore read, String alias) throws GeneralSecurityException {
        return pem("PRIVATE KEY", read.getKey(alias, password.toCharArray()).getEncoded());
    }

    private static String pem(String what, byte[] der) {
        return "-----BEGIN " + what + "-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + what
                + "-----\n";
    }
}
