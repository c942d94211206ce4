package meshadvisor.load.drive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of a few lines, on loopback: whatever a test wants the driver to meet. */
final class Peer implements AutoCloseable {

    private final ServerSocket listening;
    private final Talk talk;
    private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();
    private final Collection<Asked> asked = new ConcurrentLinkedQueue<>();
    private final AtomicInteger accepted = new AtomicInteger();

    /** What is done with each connection, in a thread of its own; it is closed afterwards. */
    interface Talk {
        void with(Connected client) throws IOException, InterruptedException;
    }

    /** A request: its head, line by line, and how many bytes of a body came with it. */
    record Asked(List<String> head, long body) {
        String method() {
            return head.getFirst().split(" ")[0];
        }

        Optional<String> header(String name) {
            return head.stream().filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ": "))
                    .map(line -> line.substring(name.length() + 2)).findFirst();
        }
    }

    Peer(Talk talk) throws IOException {
        this.talk = talk;
        listening = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    /** One that answers every request with the same bytes, as long as it is asked. */
    static Peer answering(String answer) throws IOException {
        return new Peer(client -> {
            while (client.request().isPresent()) {
                client.say(answer);
            }
        });
    }

    /** One that waits for a request on each connection, and then does this once. */
    static Peer once(Talk talk) throws IOException {
        return new Peer(client -> {
            if (client.request().isPresent()) {
                talk.with(client);
            }
        });
    }

    InetSocketAddress address() {
        return (InetSocketAddress) listening.getLocalSocketAddress();
    }

    int accepted() {
        return accepted.get();
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void accept() {
        try {
            while (true) {
                var socket = listening.accept();
                accepted.incrementAndGet();
                sockets.add(socket);
                Thread.ofVirtual().start(() -> talk(socket));
            }
        } catch (IOException e) {
            // Closed: the test is over.
        }
    }

    private void talk(Socket socket) {
        try (socket) {
            socket.setTcpNoDelay(true);
            talk.with(new Connected(socket));
        } catch (IOException | InterruptedException e) {
            // The driver has closed, or the test is over.
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
    }

    /** One client. */
    final class Connected {
        private final Socket socket;
        private final InputStream in;

        Connected(Socket socket) throws IOException {
            this.socket = socket;
            in = new BufferedInputStream(socket.getInputStream());
        }

        Socket socket() {
            return socket;
        }

        InputStream in() {
            return in;
        }

        void say(String text) throws IOException {
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        }

        /** Closes so that the client sees a reset. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Waits until the client closes, and reads whatever it says. */
        void waitUntilClosed() throws IOException {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }

        /** Reads a request with its body; empty when the client has closed. */
        Optional<Asked> request() throws IOException {
            var text = new StringBuilder();
            while (text.indexOf("\r\n\r\n") < 0) {
                int each = in.read();
                if (each < 0) {
                    return Optional.empty();
                }
                text.append((char) each);
            }
            var head = new Asked(text.toString().lines().filter(line -> !line.isEmpty()).toList(), 0);
            long length = head.header("content-length").map(Long::parseLong).orElse(0L);
            in.skipNBytes(length);
            var whole = new Asked(head.head(), length);
            asked.add(whole);
            return Optional.of(whole);
        }
    }
}
