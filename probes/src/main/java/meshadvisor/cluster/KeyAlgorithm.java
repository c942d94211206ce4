package meshadvisor.cluster;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** Tells of what kind a private key is: fabric8 takes every key in PKCS#8 form for an RSA key unless it is told. */
final class KeyAlgorithm {

    private static final String HEAD = "-----BEGIN PRIVATE KEY-----";
    private static final String FOOT = "-----END PRIVATE KEY-----";
    private static final List<String> KNOWN = List.of("RSA", "EC", "EdDSA");

    private KeyAlgorithm() {}

    /** Java's name of the algorithm; {@code RSA} for keys that say themselves what they are. */
    static String of(String pem) {
        int from = pem.indexOf(HEAD);
        int to = pem.indexOf(FOOT);
        if (from < 0 || to < from) {
            return KNOWN.getFirst();
        }
        byte[] key = Base64.getMimeDecoder().decode(pem.substring(from + HEAD.length(), to));
        return KNOWN.stream().filter(algorithm -> fits(algorithm, key)).findFirst().orElse(KNOWN.getFirst());
    }

    private static boolean fits(String algorithm, byte[] key) {
        try {
            KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(key));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
