package meshadvisor.signal;

import java.util.Locale;
import java.util.Set;
import meshadvisor.model.Service;

/** Protocols of Service ports as they are declared; a number alone proves nothing. */
public final class Protocols {

    /** No name and no appProtocol tells. */
    public static final String UNDECLARED = "undeclared";

    /** Prefixes of port names and values of appProtocol that tell: those of Istio's protocol selection and of Kubernetes' own registry. */
    private static final Set<String> WORDS =
            Set.of("http", "http2", "https", "grpc", "grpc-web", "tls", "tcp", "udp", "mongo", "mysql", "redis",
                    "kubernetes.io/h2c", "kubernetes.io/ws", "kubernetes.io/wss", "linkerd.io/opaque", "linkerd.io/tcp");

    /** Those into which a proxy does not look. */
    private static final Set<String> CLOSED =
            Set.of("https", "tls", "tcp", "mongo", "mysql", "redis", "linkerd.io/opaque", "linkerd.io/tcp");

    private Protocols() {}

    /** appProtocol, else the first part of the name; UDP and SCTP as they are. */
    public static String of(Service.Port port) {
        if (!port.transport().equals("TCP")) {
            return port.transport().toLowerCase(Locale.ROOT);
        }
        String declared = (port.appProtocol().isEmpty() ? first(port.name()) : port.appProtocol()).toLowerCase(Locale.ROOT);
        return WORDS.contains(declared) ? declared : UNDECLARED;
    }

    /** Whether a proxy that is told this protocol looks into no request. */
    public static boolean isClosed(String protocol) {
        return CLOSED.contains(protocol);
    }

    private static String first(String name) {
        if (name.startsWith("grpc-web")) {
            return "grpc-web";
        }
        int hyphen = name.indexOf('-');
        return hyphen < 0 ? name : name.substring(0, hyphen);
    }
}
