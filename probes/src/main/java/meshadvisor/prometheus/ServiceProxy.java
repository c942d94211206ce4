package meshadvisor.prometheus;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Service that the API server leads to, by the right to {@code get} its {@code services/proxy}.
 *
 * @param scheme {@code https:} where the Service speaks TLS, else empty
 * @param port number or name
 */
public record ServiceProxy(String namespace, String scheme, String name, String port) {

    private static final String LABEL = "[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?";
    private static final Pattern FORM = Pattern.compile("(" + LABEL + ")/(https:|http:)?(" + LABEL + "):([a-z0-9][-a-z0-9]{0,14})");

    /** Reads {@code namespace/name:port}, or {@code namespace/https:name:port}. */
    public static Optional<ServiceProxy> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new ServiceProxy(form.group(1), "https:".equals(form.group(2)) ? "https:" : "", form.group(3),
                form.group(4))) : Optional.empty();
    }

    /** How paths and roles name the Service: with its scheme, if it has one, and its port. */
    public String segment() {
        return scheme + name + ":" + port;
    }

    /** The path of the Service on the API server. */
    public String path() {
        return "/api/v1/namespaces/" + namespace + "/services/" + segment() + "/proxy";
    }

    /** The way through the API server, whose paths the given one takes. */
    public Fetch through(Fetch apiServer) {
        String prefix = path();
        return new Fetch() {
            @Override
            public String name() {
                return "the Service " + namespace + "/" + ServiceProxy.this.name + " through " + apiServer.name();
            }

            @Override
            public Answer get(String path) throws InterruptedException {
                return apiServer.get(prefix + path);
            }
        };
    }
}
