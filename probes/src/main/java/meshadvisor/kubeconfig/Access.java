package meshadvisor.kubeconfig;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * All that a client needs to connect, and where it came from.
 *
 * @param context name of the context; empty in a pod, or if flags named cluster and user alone
 * @param cluster name of the cluster entry; {@code in-cluster} in a pod
 * @param namespace the context's namespace; empty if it says none, which kubectl takes as {@code default}
 * @param certificate shown in the TLS handshake; a plug-in may give another, see {@link Credentials}
 * @param requestTimeout for one request; empty for no limit
 * @param warnings what the report must say about this access
 */
public record Access(String context, String cluster, Server server, Optional<String> namespace, Optional<KeyPair> certificate,
        Credential credential, Impersonation impersonation, Optional<Duration> requestTimeout, Sources sources, List<Remark> warnings) {

    /** That there is a credential, and the server may not see it. */
    static final String WITHHELD = "The credential of the user is not shown to a server without TLS.";

    /** Whether the user has a credential that is not sent, because the server is not https. */
    public boolean withheld() {
        return warnings.stream().anyMatch(w -> w.sentence().equals(WITHHELD));
    }

    /** The warnings cannot be changed afterwards. */
    public Access {
        warnings = List.copyOf(warnings);
    }

    /**
     * Where requests go.
     *
     * @param uri http or https, with a path if the cluster is behind one
     * @param authority certificates in PEM that may sign the server's; empty for those of the Java runtime
     * @param trust whether the server's certificate is checked
     * @param tlsName {@code tls-server-name}; never another name than the host, as that is refused
     */
    public record Server(URI uri, Optional<String> authority, Trust trust, Optional<String> tlsName, Optional<Proxy> proxy) {}

    /** Whether the server's certificate is checked. */
    public enum Trust {
        /** It is. */
        CHECKED,
        /** It is not: {@code insecure-skip-tls-verify}. */
        ANYBODY
    }

    /** File and line of what was used; empty where nothing was. */
    public record Sources(String context, String cluster, String user) {}
}
