package meshadvisor.realcluster;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/** Passes bytes on to a server, and does something in the middle of its answers. What it passes on stays encrypted. */
final class Relay implements AutoCloseable {

    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicLong answered = new AtomicLong();
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final URI server;
    private final long after;
    private final Runnable interruption;

    /**
     * @param after so many bytes of answers the interruption comes, once, while the rest of the answer waits
     */
    Relay(URI server, long after, Runnable interruption) throws IOException {
        this.server = server;
        this.after = after;
        this.interruption = interruption;
        background(this::serve);
    }

    /** Where it listens. */
    String address() {
        return "https://127.0.0.1:" + door.getLocalPort();
    }

    /** How many bytes of answers have passed. */
    long answered() {
        return answered.get();
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket client = door.accept();
                background(() -> connect(client));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** If the server is away, the client's connection ends, as it would without a relay. */
    private void connect(Socket client) {
        try (client; Socket upstream = new Socket(server.getHost(), server.getPort())) {
            Thread asking = background(() -> pass(client, upstream, false));
            pass(upstream, client, true);
            asking.interrupt();
        } catch (IOException e) {
            // Connections break here on purpose; the client sees it and says so.
        }
    }

    private void pass(Socket from, Socket to, boolean answer) {
        byte[] buffer = new byte[4096];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (answer && answered.addAndGet(read) >= after && !interrupted.getAndSet(true)) {
                    interruption.run();
                }
                out.write(buffer, 0, read);
                out.flush();
            }
        } catch (IOException e) {
            // See connect.
        } finally {
            end(from);
            end(to);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Thread background(Runnable work) {
        return Thread.ofPlatform().daemon().start(work);
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
