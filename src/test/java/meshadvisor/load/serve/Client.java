package meshadvisor.load.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A client made of text, on a real socket. It waits for at most a minute: a test hangs never. */
final class Client implements AutoCloseable {

    static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

    private final Socket socket;
    private final InputStream in;

    /** An answer by its status and the length of its body. */
    record Answer(int status, int bytes) {}

    Client(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(60_000);
        in = new BufferedInputStream(socket.getInputStream());
    }

    static Client of(Server server) throws IOException {
        return new Client(new Socket(server.address().getAddress(), server.address().getPort()));
    }

    static Server serve(Offer offer) throws IOException {
        return new Server(offer, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
    }

    Socket socket() {
        return socket;
    }

    Client say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        return this;
    }

    /** Asks with more headers, and waits for the answer. */
    Answer ask(String headers) throws IOException {
        return say("GET / HTTP/1.1\r\nHost: a\r\n" + headers + "\r\n").answer();
    }

    Answer answer() throws IOException {
        String status = line();
        int bytes = 0;
        for (String line = line(); !line.isEmpty(); line = line()) {
            if (line.startsWith("Content-Length: ")) {
                bytes = Integer.parseInt(line.substring(16));
            }
        }
        in.skipNBytes(bytes);
        return new Answer(Integer.parseInt(status.substring(9, 12)), bytes);
    }

    /** Bytes until the peer closes or resets. */
    long untilClosed() {
        long count = 0;
        try {
            byte[] piece = new byte[64 * 1024];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                count += read;
            }
        } catch (IOException e) {
            if (e instanceof java.net.SocketTimeoutException) {
                throw new AssertionError("still open", e);
            }
        }
        return count;
    }

    String bytes(int count) throws IOException {
        return new String(in.readNBytes(count), ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int each = in.read(); each != '\n'; each = in.read()) {
            if (each < 0) {
                throw new IOException("closed after \"" + line + "\"");
            }
            line.append((char) each);
        }
        return line.toString().strip();
    }
}
