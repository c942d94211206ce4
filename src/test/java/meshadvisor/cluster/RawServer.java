package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says what it is told, byte by byte: for what the JDK's own does not let one do. */
final class RawServer implements AutoCloseable {

    /** What is done with a connection. */
    interface Talk {
        void with(Socket connection, String head) throws Exception;
    }

    private final ServerSocket listening;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    private RawServer(ServerSocket listening) {
        this.listening = listening;
    }

    static RawServer that(Talk talk) throws IOException {
        return on(new ServerSocket(0, 50, InetAddress.getByName("localhost")), talk);
    }

    /** Takes connections of a socket of any kind. */
    static RawServer on(ServerSocket listening, Talk talk) {
        RawServer server = new RawServer(listening);
        Thread.ofPlatform().daemon().start(() -> server.accept(talk));
        return server;
    }

    /** Says the same to everybody, and hangs up. */
    static Talk saying(String head, String body) {
        return (connection, request) -> connection.getOutputStream().write((head.strip().replace("\n", "\r\n") + "\r\nContent-Length: "
                + body.length() + "\r\nConnection: close\r\n\r\n" + body).getBytes(UTF_8));
    }

    private void accept(Talk talk) {
        while (!listening.isClosed()) {
            try {
                Socket connection = listening.accept();
                Thread.ofPlatform().daemon().start(() -> talk(connection, talk));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void talk(Socket connection, Talk talk) {
        try (connection) {
            String head = head(connection);
            heads.add(head);
            talk.with(connection, head);
        } catch (Exception e) {
            // the other side went away
        }
    }

    /** The lines of a request up to the empty one; one character of what is no text, as a TLS handshake is. */
    private static String head(Socket connection) throws IOException {
        StringBuilder head = new StringBuilder();
        do {
            head.append((char) connection.getInputStream().read());
        } while (head.charAt(0) > ' ' && head.charAt(0) < 127 && !head.toString().endsWith("\r\n\r\n"));
        return head.toString();
    }

    int port() {
        return listening.getLocalPort();
    }

    String address() {
        return "http://localhost:" + port();
    }

    /** First lines and headers of all requests. */
    List<String> heads() {
        return heads;
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
