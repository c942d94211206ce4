package meshadvisor.kubeconfig;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/** Says what is wrong with certificates and keys before a client stumbles over them. */
final class Pem {

    private Pem() {}

    /** Why a text holds no certificates, to be put after a colon; empty if it does. */
    static Optional<String> noCertificates(String text) {
        if (!text.contains("-----BEGIN CERTIFICATE-----")) {
            return Optional.of("it has no \"-----BEGIN CERTIFICATE-----\"");
        }
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return certificates.isEmpty() ? Optional.of("it has no certificates") : Optional.empty();
        } catch (CertificateException e) {
            return Optional.of("a certificate in it is broken");
        }
    }

    /** Why a text holds no key that can be used, to be put after a colon; empty if it does. */
    static Optional<String> noKey(String text) {
        if (text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED")) {
            return Optional.of("it is encrypted, and kubeconfigs hold no passphrases");
        }
        return text.contains("PRIVATE KEY-----") ? Optional.empty() : Optional.of("it has no \"PRIVATE KEY\" in PEM");
    }
}
