package meshadvisor.load.serve;

import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * What a server offers.
 *
 * @param tls empty for connections in the clear
 */
public record Offer(Spoken spoken, Behaviour behaviour, Onward onward, Bounds bounds, Idle idle, Optional<Security> tls) {

    /** Answers HTTP in the clear. */
    public static Offer of(Behaviour behaviour) {
        return new Offer(Spoken.HTTP, behaviour, Onward.NOWHERE, Bounds.USUAL, Idle.PARK, Optional.empty());
    }

    /**
     * TLS as a server shows it.
     *
     * @param clients whether a client must show a certificate
     */
    public record Security(SSLContext context, Clients clients) {}

    /** Who may connect over TLS. */
    public enum Clients {
        ANYBODY, CERTIFIED
    }
}
