package meshadvisor.kubeconfig;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import meshadvisor.tree.Node;

/** Reads the URLs of a cluster entry. A URL is shown only where it can hold no password. */
record Addresses(Named cluster, Remarks remarks) {

    private static final String PROXY_KEY = "proxy-url";
    private static final String KUBECTL_PROXY = "run `kubectl proxy` and name a kubeconfig whose server is http://127.0.0.1:8001";

    /** Empty if the server cannot be used, which is a mistake then. */
    Optional<URI> server() {
        Node node = cluster.value().get("server");
        if (node.text().isEmpty()) {
            remarks.mistake(cluster.where(), "The cluster \"" + Shown.of(cluster.name()) + "\" has no server.",
                    "Add server: https://host:port.");
            return Optional.empty();
        }
        Optional<URI> uri = parsed(node.text());
        Optional<String> wrong = uri.isEmpty() ? Optional.of("is no URL") : wrongServer(uri.get());
        if (wrong.isPresent()) {
            remarks.mistake(cluster.at(node), "The server" + shown(node.text()) + " " + wrong.get() + ".",
                    "Write it as https://host:port.");
            return Optional.empty();
        }
        uri.filter(plain -> scheme(plain).equals("http")).ifPresent(plain -> remarks.warn(cluster.at(node),
                "The server " + Shown.of(node.text()) + " is asked without TLS: everybody on the way can read and change the answers.",
                "Use https, unless this is `kubectl proxy` on this machine."));
        return uri.map(Addresses::withoutQuery);
    }

    private static Optional<String> wrongServer(URI uri) {
        if (!scheme(uri).equals("https") && !scheme(uri).equals("http")) {
            return Optional.of("is neither https nor http");
        }
        if (uri.getRawUserInfo() != null) {
            return Optional.of("has a user name in it, which belongs into the user entry");
        }
        return uri.getHost() == null || uri.getPort() > 65_535 ? Optional.of("has no host name and port that Java can connect to")
                : Optional.empty();
    }

    /** The proxy of the entry, or that of the environment; empty if there is none, or if it cannot be used, which is a mistake then. */
    Optional<Proxy> proxy(Optional<URI> server, Environment environment) {
        Node node = cluster.value().get(PROXY_KEY);
        if (!node.text().isEmpty()) {
            return proxy(cluster.at(node), PROXY_KEY, node.text());
        }
        return server.flatMap(uri -> EnvironmentProxy.of(environment, uri))
                .flatMap(found -> proxy(found.variable(), found.variable(), found.url()));
    }

    private Optional<Proxy> proxy(String where, String name, String text) {
        Optional<URI> uri = parsed(text);
        String scheme = uri.map(Addresses::scheme).orElse("");
        if (scheme.startsWith("socks")) {
            remarks.mistake(where, "\"" + name + "\" is a " + scheme + " proxy, through which meshadvisor cannot connect.",
                    "Name an http or https proxy, or " + KUBECTL_PROXY + ".");
            return Optional.empty();
        }
        if (!scheme.equals("http") && !scheme.equals("https")
                || uri.filter(there -> there.getHost() != null && there.getPort() <= 65_535).isEmpty()) {
            remarks.mistake(where, "\"" + name + "\"" + shown(text) + " is no address of an http or https proxy.",
                    "Write it as http://host:port.");
            return Optional.empty();
        }
        return uri.map(there -> new Proxy(scheme, there.getHost(), port(there), login(there)));
    }

    /** The name by which the server's certificate is checked; another than the host cannot be asked of Java's HTTP client. */
    Optional<String> tlsName(Optional<URI> server) {
        Node node = cluster.value().get("tls-server-name");
        Optional<String> name = Optional.of(node.text()).filter(text -> !text.isEmpty());
        Optional<String> host = server.map(uri -> uri.getHost().replaceAll("[\\[\\]]", ""));
        if (name.isPresent() && host.isPresent() && !host.get().equalsIgnoreCase(name.get())) {
            remarks.mistake(cluster.at(node),
                    "\"tls-server-name\" is " + Shown.of(name.get()) + ", but the host is " + Shown.of(host.get())
                            + ": meshadvisor checks certificates"
                            + " by the host only.",
                    "Use " + Shown.of(name.get()) + " as the host of server, with an entry in the hosts file if it has no address; or "
                            + KUBECTL_PROXY + ".");
        }
        return name;
    }

    private static Optional<URI> parsed(String text) {
        try {
            return Optional.of(new URI(text.strip()));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static String scheme(URI uri) {
        return Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    }

    private static int port(URI uri) {
        return uri.getPort() > 0 ? uri.getPort() : scheme(uri).equals("https") ? 443 : 80;
    }

    private static Optional<Credential.Basic> login(URI uri) {
        return Optional.ofNullable(uri.getUserInfo()).map(both -> both.split(":", 2))
                .map(both -> new Credential.Basic(both[0], both.length > 1 ? both[1] : ""));
    }

    private static URI withoutQuery(URI uri) {
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        return URI.create(scheme(uri) + "://" + uri.getRawAuthority() + path);
    }

    private static String shown(String url) {
        return url.contains("@") ? "" : " " + Shown.of(url);
    }
}
