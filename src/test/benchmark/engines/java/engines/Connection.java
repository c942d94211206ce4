package engines;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** A connection with one request under way at most; buffers are direct and reused. */
final class Connection {
    private final SocketChannel channel;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocateDirect(4096);
    volatile int arrival;

    Connection(InetSocketAddress server) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        byte[] bytes = request(server);
        request = ByteBuffer.allocateDirect(bytes.length).put(bytes);
    }

    static byte[] request(InetSocketAddress server) {
        return ("GET / HTTP/1.1\r\nHost: " + server.getHostString() + ":" + server.getPort() + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    SocketChannel channel() {
        return channel;
    }

    void send(Arrivals arrivals, int next) throws IOException {
        arrival = next;
        arrivals.sent(next);
        request.clear();
        channel.write(request);
        if (request.hasRemaining()) {
            throw new IOException("the socket did not take a request of " + request.capacity() + " bytes");
        }
    }

    /** Reads what is there and says whether it ends the answer; blocks only if the channel does. */
    boolean read() throws IOException {
        if (channel.read(answer) < 0) {
            throw new EOFException("the server closed");
        }
        boolean whole = Answer.whole(answer, 0, answer.position());
        if (whole) {
            answer.clear();
        }
        return whole;
    }
}
