package meshadvisor.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import meshadvisor.kubeconfig.Credential;

/**
 * Logs in to a proxy for Java's client, which shows no name and password to a proxy that it asks for a tunnel: listens on this machine only, puts the
 * login in the place of a word that only our client knows, and passes everything on.
 */
final class LoginRelay implements AutoCloseable {

    private static final int CONNECT_MILLIS = 10_000;
    private static final int LONGEST_HEAD = 16 << 10;

    private final URI proxy;
    private final Credential.Basic login;
    private final ServerSocket listening;
    private final String word = "Relay " + UUID.randomUUID();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoginRelay(URI proxy, Credential.Basic login, ServerSocket listening) {
        this.proxy = proxy;
        this.login = login;
        this.listening = listening;
    }

    /**
     * Listens until closed.
     *
     * @param proxy a plain one, which wants the login
     */
    static LoginRelay open(URI proxy, Credential.Basic login) throws IOException {
        LoginRelay relay = new LoginRelay(proxy, login, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().start(relay::accept);
        return relay;
    }

    /** The proxy to name to the client. */
    URI address() {
        return URI.create("http://" + listening.getInetAddress().getHostAddress() + ":" + listening.getLocalPort());
    }

    /** What the client has to send as {@code Proxy-Authorization}: other users of this machine do not know it. */
    String word() {
        return word;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> relay(client));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void relay(Socket client) {
        open.add(client);
        try (client; Socket there = new Socket()) {
            open.add(there);
            String head = head(client.getInputStream());
            if (!head.contains(word)) {
                return; // somebody else
            }
            there.connect(new InetSocketAddress(proxy.getHost().replaceAll("[\\[\\]]", ""), proxy.getPort()), CONNECT_MILLIS);
            there.getOutputStream().write(head.replace(word, ApiClient.basic(login)).getBytes(StandardCharsets.ISO_8859_1));
            Thread back = Thread.ofVirtual().start(() -> pass(there, client));
            pass(client, there);
            back.join();
            open.remove(there);
        } catch (IOException e) {
            // one of the two went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    /** The first request up to the empty line. */
    private static String head(InputStream input) throws IOException {
        StringBuilder head = new StringBuilder();
        for (int c = input.read(); c >= 0 && head.length() < LONGEST_HEAD; c = input.read()) {
            head.append((char) c);
            if (c == '\n' && head.toString().endsWith("\r\n\r\n")) {
                return head.toString();
            }
        }
        return "";
    }

    /** Ends both directions when one ends: requests through a proxy do not half-close. */
    private static void pass(Socket from, Socket to) {
        try (from; to; InputStream input = from.getInputStream(); OutputStream output = to.getOutputStream()) {
            input.transferTo(output);
        } catch (IOException e) {
            // one of the two went away, and with it the connection
        }
    }
}
