package meshadvisor.load.agent;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** A server that does with each connection what a test wants. */
final class Wire implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

    /** What is done with a connection. */
    interface Serving {
        void serve(Socket socket) throws IOException, InterruptedException;
    }

    Wire(Serving serving) throws IOException {
        Thread.ofPlatform().daemon().start(() -> accept(serving));
    }

    /** Answers each request with this text and ends the connection. */
    static Wire saying(String text) throws IOException {
        return new Wire(socket -> {
            socket.getInputStream().read(new byte[4096]);
            socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        });
    }

    String url() {
        return "http://127.0.0.1:" + listening.getLocalPort() + "/";
    }

    private void accept(Serving serving) {
        try {
            while (true) {
                var socket = listening.accept();
                Thread.ofPlatform().daemon().start(() -> {
                    try (socket) {
                        serving.serve(socket);
                    } catch (IOException | InterruptedException e) {
                        // The other side has gone; tests look at what it says.
                    }
                });
            }
        } catch (SocketException e) {
            // Closed: the test is over.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
