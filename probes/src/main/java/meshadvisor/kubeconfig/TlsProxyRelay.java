package meshadvisor.kubeconfig;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A way to an https proxy for a client that speaks only plain HTTP with proxies, as Java's does (it would send the login in the open): listens on
 * this machine only, and passes every connection on to the proxy through TLS. The login is not added; the client sends it.
 */
public final class TlsProxyRelay implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final byte[] REFUSAL =
            "HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Proxy proxy;
    private final SSLSocketFactory tls;
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicReference<Optional<Remark>> failure = new AtomicReference<>(Optional.empty());

    private TlsProxyRelay(Proxy proxy, SSLSocketFactory tls, ServerSocket listening) {
        this.proxy = proxy;
        this.tls = tls;
        this.listening = listening;
    }

    /**
     * Listens until closed.
     *
     * @param tls checks the proxy's certificate: {@link SSLSocketFactory#getDefault()} for the authorities of the Java runtime
     */
    public static TlsProxyRelay open(Proxy proxy, SSLSocketFactory tls) throws IOException {
        TlsProxyRelay relay = new TlsProxyRelay(proxy, tls, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(relay::accept);
        return relay;
    }

    /** The plain proxy to name to the client. */
    public URI address() {
        return URI.create("http://" + listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort());
    }

    /** Why the proxy could not be reached the last time; the client only sees 502. */
    public Optional<Remark> failure() {
        return failure.get();
    }

    /** Ends all connections. */
    @Override
    public void close() {
        close(listening);
        open.forEach(TlsProxyRelay::close);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> relay(client));
            } catch (IOException e) {
                close();
            }
        }
    }

    private void relay(Socket client) {
        open.add(client);
        try (client; Socket plain = new Socket()) {
            open.add(plain);
            Optional<SSLSocket> there = connected(plain, client);
            if (there.isPresent()) {
                Thread back = Thread.ofVirtual().start(() -> pass(there.get(), client));
                pass(client, there.get());
                back.join();
            }
            open.remove(plain);
        } catch (IOException e) {
            // the client went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    /** Empty if the proxy cannot be used; the client has been told then. */
    private Optional<SSLSocket> connected(Socket plain, Socket client) throws IOException {
        try {
            plain.connect(new InetSocketAddress(proxy.host().replaceAll("[\\[\\]]", ""), proxy.port()), CONNECT_MILLIS);
            SSLSocket there = (SSLSocket) tls.createSocket(plain, proxy.host(), proxy.port(), true);
            SSLParameters parameters = there.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            there.setSSLParameters(parameters);
            there.startHandshake();
            return Optional.of(there);
        } catch (IOException e) {
            failure.set(Optional.of(
                    new Remark(proxy.uri().toString(), "The https proxy cannot be used: " + Shown.of(String.valueOf(e.getMessage())) + ".",
                            "Check proxy-url and the proxy's certificate, or name an http proxy.")));
            client.getOutputStream().write(REFUSAL);
            client.shutdownOutput();
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
            return Optional.empty();
        }
    }

    /** Ends both directions when one ends: requests through a proxy do not half-close. */
    private void pass(Socket from, Socket to) {
        try (from; to; InputStream input = from.getInputStream()) {
            input.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one of the two went away, and with it the connection
        }
    }

    private static void close(AutoCloseable connection) {
        try {
            connection.close();
        } catch (Exception e) {
            // it is gone, which is what was wanted
        }
    }
}
