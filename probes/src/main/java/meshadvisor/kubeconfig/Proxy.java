package meshadvisor.kubeconfig;

import java.net.URI;
import java.util.Optional;

/**
 * A proxy between here and the server.
 *
 * @param scheme {@code http}, or {@code https}: then TLS is spoken with the proxy itself, see {@link TlsProxyRelay}
 * @param port from 1, that of the scheme if none was given
 * @param login what the proxy wants to see
 */
public record Proxy(String scheme, String host, int port, Optional<Credential.Basic> login) {

    /** The address, without the login. */
    public URI uri() {
        return URI.create(scheme + "://" + (host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host) + ":" + port);
    }
}
