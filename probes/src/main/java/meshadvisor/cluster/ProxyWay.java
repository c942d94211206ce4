package meshadvisor.cluster;

import io.fabric8.kubernetes.client.http.HttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import meshadvisor.kubeconfig.Access;
import meshadvisor.kubeconfig.Credential;
import meshadvisor.kubeconfig.Proxy;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.kubeconfig.TlsProxyRelay;

/**
 * The way through the proxy of a kubeconfig, with relays on this machine for what Java's client cannot do itself.
 *
 * @param proxy to name to the client; empty for none
 * @param shown what the client sends the proxy as {@code Proxy-Authorization}; empty for nothing
 */
record ProxyWay(Optional<URI> proxy, Optional<String> shown, Optional<TlsProxyRelay> tls, List<AutoCloseable> relays)
        implements AutoCloseable {

    /** Straight to the server. */
    static final ProxyWay NONE = new ProxyWay(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

    /**
     * Opens the relays that are needed.
     *
     * @throws ClusterUnavailable if one cannot be opened
     */
    static ProxyWay to(Access.Server server) {
        if (server.proxy().isEmpty()) {
            return NONE;
        }
        try {
            return through(server.proxy().get(), server);
        } catch (IOException | GeneralSecurityException e) {
            throw new ClusterUnavailable("no way to the proxy " + server.proxy().get().uri(), Failing.deepest(e),
                    "check proxy-url and certificate-authority of the cluster in the kubeconfig");
        }
    }

    private static ProxyWay through(Proxy proxy, Access.Server server) throws IOException, GeneralSecurityException {
        List<AutoCloseable> relays = new ArrayList<>();
        Optional<TlsProxyRelay> tls =
                proxy.scheme().equals("https") ? Optional.of(TlsProxyRelay.open(proxy, trusting(server))) : Optional.empty();
        tls.ifPresent(relays::add);
        URI address = tls.map(TlsProxyRelay::address).orElse(proxy.uri());
        Optional<Credential.Basic> login = proxy.login();
        if (login.isEmpty() || !server.uri().getScheme().equals("https")) {
            return new ProxyWay(Optional.of(address), login.map(ApiClient::basic), tls, relays);
        }
        LoginRelay relay = LoginRelay.open(address, login.get());
        relays.addFirst(relay);
        return new ProxyWay(Optional.of(relay.address()), Optional.of(relay.word()), tls, relays);
    }

    /** As kubectl does, with the authorities of the cluster, if it has any of its own. */
    private static SSLSocketFactory trusting(Access.Server server) throws GeneralSecurityException, IOException {
        if (server.authority().isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, new char[0]);
        var pem = new ByteArrayInputStream(server.authority().get().getBytes(StandardCharsets.UTF_8));
        int number = 0;
        for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
            store.setCertificateEntry("authority-" + number++, each);
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(new javax.net.ssl.KeyManager[0], trust.getTrustManagers(), new java.security.SecureRandom());
        return context.getSocketFactory();
    }

    /** Tells the client which way to go. */
    void on(HttpClient.Builder client) {
        if (proxy.isEmpty()) {
            client.proxyType(HttpClient.ProxyType.DIRECT);
            return;
        }
        client.proxyType(HttpClient.ProxyType.HTTP);
        client.proxyAddress(new InetSocketAddress(proxy.get().getHost(), proxy.get().getPort()));
        shown.ifPresent(client::proxyAuthorization);
    }

    /** What is wrong with the proxy, where the client only sees that it does not work. */
    Optional<Remark> failure() {
        return tls.flatMap(TlsProxyRelay::failure);
    }

    @Override
    public void close() {
        for (AutoCloseable relay : relays) {
            try {
                relay.close();
            } catch (Exception e) {
                // it is gone, which is what was wanted
            }
        }
    }
}
