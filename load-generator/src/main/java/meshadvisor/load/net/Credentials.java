package meshadvisor.load.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Certificates and keys from PEM files, as a context of TLS. */
public final class Credentials {

    private static final long LARGEST = 1 << 20;
    private static final Pattern PKCS8 = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    private static final List<String> ALGORITHMS = List.of("EC", "RSA", "EdDSA");

    private Credentials() {}

    /** The certificates of a PEM file, and the key that belongs to the first of them. */
    public record Identity(Path certificates, Path key) {}

    /**
     * Builds a context.
     *
     * @param trusted a PEM file with the certificates to trust; empty trusts what the JDK trusts
     * @param identity what this side shows of itself; empty for nothing
     * @throws IOException if a file cannot be read or understood; the message says which and why
     */
    public static SSLContext context(Optional<Path> trusted, Optional<Identity> identity) throws IOException {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted.isPresent() ? trustStore(trusted.get()) : null);
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(identity.isPresent() ? keyStore(identity.get()) : null, new char[0]);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("these certificates and this key do not go together: " + e.getMessage(), e);
        }
    }

    private static KeyStore trustStore(Path file) throws IOException, GeneralSecurityException {
        var store = empty();
        int number = 0;
        for (var certificate : certificates(file)) {
            store.setCertificateEntry("trusted-" + number++, certificate);
        }
        return store;
    }

    private static KeyStore keyStore(Identity identity) throws IOException, GeneralSecurityException {
        var store = empty();
        store.setKeyEntry("own", key(identity.key()), new char[0], certificates(identity.certificates()).toArray(Certificate[]::new));
        return store;
    }

    private static KeyStore empty() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private static Collection<? extends Certificate> certificates(Path file) throws IOException {
        try {
            var found = CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(bytes(file)));
            if (found.isEmpty()) {
                throw new IOException(file + ": no certificate in it; it must hold \"-----BEGIN CERTIFICATE-----\"");
            }
            return found;
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": not a certificate in PEM: " + e.getMessage(), e);
        }
    }

    private static PrivateKey key(Path file) throws IOException {
        var pem = PKCS8.matcher(new String(bytes(file), StandardCharsets.ISO_8859_1));
        if (!pem.find()) {
            throw new IOException(
                    file + ": no \"-----BEGIN PRIVATE KEY-----\" in it; \"openssl pkcs8 -topk8 -nocrypt\" makes one of other keys");
        }
        try {
            var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem.group(1)));
            for (var algorithm : ALGORITHMS) {
                try {
                    return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
                } catch (GeneralSecurityException e) {
                    // A key of another algorithm; the next may know it.
                }
            }
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": not a key in PEM: " + e.getMessage(), e);
        }
        throw new IOException(file + ": a key of an algorithm that is not known; known are " + ALGORITHMS);
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(file + ": there is no such file");
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + ": larger than 1 MiB; this is no certificate");
        }
        return Files.readAllBytes(file);
    }
}
