package meshadvisor.kubeconfig;

/**
 * Who one is in the TLS handshake.
 *
 * @param certificate PEM, the own certificate first
 * @param key PEM: PKCS#1, SEC 1 or PKCS#8, not encrypted
 */
public record KeyPair(String certificate, String key) {

    /** Shows no secret. */
    @Override
    public String toString() {
        return "KeyPair[hidden]";
    }
}
