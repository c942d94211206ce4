package meshadvisor.kubeconfig;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The proxy that {@code HTTPS_PROXY} or {@code HTTP_PROXY} names, in capitals or not, unless {@code NO_PROXY} names the server: as kubectl reads
 * them where the kubeconfig has no {@code proxy-url}. This machine is always asked directly.
 */
record EnvironmentProxy(String variable, String url) {

    static Optional<EnvironmentProxy> of(Environment environment, URI server) {
        String host = server.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
        int port = server.getPort() > 0 ? server.getPort() : server.getScheme().equals("https") ? 443 : 80;
        String name = server.getScheme() + "_proxy";
        if (host.equals("localhost") || Subnet.of(host).filter(Subnet::isLoopback).isPresent() || isExcepted(environment, host, port)) {
            return Optional.empty();
        }
        return Stream.of(name.toUpperCase(Locale.ROOT), name)
                .flatMap(variable -> environment.variable(variable).map(url -> new EnvironmentProxy(variable, withScheme(url.strip())))
                        .stream())
                .findFirst();
    }

    private static String withScheme(String url) {
        return url.contains("://") ? url : "http://" + url;
    }

    private static boolean isExcepted(Environment environment, String host, int port) {
        String list = environment.variable("NO_PROXY").or(() -> environment.variable("no_proxy")).orElse("");
        return Stream.of(list.split(",")).map(part -> part.strip().toLowerCase(Locale.ROOT)).filter(part -> !part.isEmpty())
                .anyMatch(part -> matches(part, host, port));
    }

    private static boolean matches(String exception, String host, int port) {
        Optional<Subnet> subnet = Subnet.of(exception);
        if (subnet.isPresent()) {
            return Subnet.of(host).filter(subnet.get()::contains).isPresent();
        }
        List<String> parts = List.of(exception.split(":", 2));
        if (parts.size() == 2 && !parts.get(1).equals(Integer.toString(port))) {
            return false;
        }
        String name = parts.getFirst().startsWith("*.") ? parts.getFirst().substring(1) : parts.getFirst();
        return name.equals("*") || host.equals(name) || host.endsWith(name.startsWith(".") ? name : "." + name);
    }
}
