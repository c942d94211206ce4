package meshadvisor.load.wire;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A client made of text in front of a server of HTTP/1.1, between them two buffers. */
final class Http1Peer implements Calls {

    /** A request as the server told it. */
    record Request(int call, int wanted, int error, boolean health, long payload) {}

    final Http1Server server = new Http1Server();
    final List<Request> requests = new ArrayList<>();
    private final ByteBuffer in;
    private final ByteBuffer out;

    Http1Peer() {
        this(2 * Protocol.ROOM);
    }

    Http1Peer(int room) {
        in = ByteBuffer.allocate(Protocol.ROOM).flip();
        out = ByteBuffer.allocate(room);
    }

    @Override
    public void arrived(int call, int wanted, int error, boolean health, long payload) {
        requests.add(new Request(call, wanted, error, health, payload));
    }

    /** Sends, as much as there is room for. @return what the server said to it */
    String say(String text) throws WireException {
        feed(text);
        return heard();
    }

    /** Sends without a look at the answers. */
    void feed(String text) throws WireException {
        byte[] bytes = text.getBytes(ISO_8859_1);
        for (int sent = 0; sent < bytes.length;) {
            in.compact();
            int piece = Math.min(in.remaining(), bytes.length - sent);
            in.put(bytes, sent, piece).flip();
            sent += piece;
            server.receive(in, out, this);
        }
    }

    /** Lets the server read again what it left. */
    void again() throws WireException {
        server.receive(in, out, this);
    }

    String answer(Request request, int status, int bytes) {
        server.answer(request.call(), status, bytes, out);
        return heard();
    }

    /** What the server has said since this was asked last, to the end. */
    String heard() {
        StringBuilder all = new StringBuilder(drain());
        while (server.hasMore()) {
            server.more(out);
            all.append(drain());
        }
        return all.toString();
    }

    private String drain() {
        String said = new String(out.array(), 0, out.position(), ISO_8859_1);
        out.clear();
        return said;
    }
}
