package meshadvisor.kubeconfig;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import meshadvisor.kubeconfig.Access.Server;
import meshadvisor.kubeconfig.Access.Sources;
import meshadvisor.kubeconfig.Access.Trust;

/** The identity that Kubernetes gives to a pod. */
final class ServiceAccount {

    private static final String FOLDER = "var/run/secrets/kubernetes.io/serviceaccount";

    private ServiceAccount() {}

    /** Empty if this is no pod with a service account, or with a mistake. */
    static Optional<Access> access(Impersonation impersonation, Environment environment, Optional<Duration> timeout, Remarks remarks) {
        Optional<String> host = environment.variable("KUBERNETES_SERVICE_HOST");
        Optional<String> port = environment.variable("KUBERNETES_SERVICE_PORT");
        Path folder = environment.root().resolve(FOLDER);
        Path token = folder.resolve("token");
        if (host.isEmpty() || port.isEmpty() || !Files.isRegularFile(token)) {
            return Optional.empty();
        }
        Optional<URI> uri = uri(host.get(), port.get(), remarks);
        Optional<String> authority = text(folder.resolve("ca.crt"));
        authority.flatMap(Pem::noCertificates).ifPresent(why -> remarks.mistake(folder.resolve("ca.crt").toString(),
                "The cluster's certificates cannot be used: " + why + ".", "Mount the service account anew."));
        if (impersonation.lacksUser()) {
            remarks.mistake("--as", "A group, uid or extra is to be impersonated, but no user.", "Add --as.");
        }
        Sources sources = new Sources("", "KUBERNETES_SERVICE_HOST", token.toString());
        return uri
                .map(there -> new Access("", "in-cluster", new Server(there, authority, Trust.CHECKED, Optional.empty(), Optional.empty()),
                        text(folder.resolve("namespace")).map(String::strip).filter(name -> !name.isEmpty()), Optional.empty(),
                        new Credential.TokenFile(token), impersonation, timeout, sources, List.of()));
    }

    private static Optional<URI> uri(String host, String port, Remarks remarks) {
        try {
            URI uri = new URI("https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port);
            if (uri.getHost() != null && uri.getPort() > 0 && uri.getPort() <= 65_535) {
                return Optional.of(uri);
            }
        } catch (URISyntaxException e) {
            // said below
        }
        remarks.mistake("KUBERNETES_SERVICE_HOST",
                "\"" + Shown.of(host) + "\" and port \"" + Shown.of(port) + "\" are no address of a server.",
                "Unset both to not use the service account, or name a kubeconfig.");
        return Optional.empty();
    }

    private static Optional<String> text(Path file) {
        try {
            return Optional.of(SmallFile.text(file));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
