package meshadvisor.kubeconfig;

import java.time.Instant;
import java.util.Optional;

/** What {@link Credentials} answer. */
public sealed interface Presentation permits Presentation.Ready, Presentation.Withheld {

    /**
     * What to show to the server.
     *
     * @param authorization value of the header {@code Authorization}; empty to send none
     * @param certificate for the TLS handshake; empty for none
     * @param expires when it must be renewed; empty if nobody said
     */
    record Ready(Optional<String> authorization, Optional<KeyPair> certificate, Optional<Instant> expires) implements Presentation {

        static Ready bearer(String token, Optional<KeyPair> certificate, Optional<Instant> expires) {
            return new Ready(Optional.of("Bearer " + token), certificate, expires);
        }

        /** Shows no secret. */
        @Override
        public String toString() {
            return "Ready[authorization=" + (authorization.isPresent() ? "hidden" : "none") + ", certificate="
                    + (certificate.isPresent() ? "hidden" : "none") + ", expires=" + expires.map(Instant::toString).orElse("unknown") + "]";
        }
    }

    /** There is nothing to show, and why. */
    record Withheld(Remark why) implements Presentation {}
}
