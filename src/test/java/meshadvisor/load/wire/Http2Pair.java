package meshadvisor.load.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;

/** A client and a server that get each other's bytes in pieces, through buffers of the size that is guaranteed and no more. */
final class Http2Pair implements Calls {

    static final Route ROUTE = new Route("http", "localhost:8080", "POST", "/a", List.of(new Route.Header("User-Agent", "test")));

    final ClientProtocol client;
    final Http2Server server = new Http2Server();
    final Heard heard = new Heard();
    private final IntSupplier pieces;
    private final ArrayDeque<Integer> calls = new ArrayDeque<>();
    private final ArrayDeque<Integer> statuses = new ArrayDeque<>();
    private final ArrayDeque<Integer> sizes = new ArrayDeque<>();
    private final ByteBuffer out = ByteBuffer.allocate(Protocol.ROOM);
    private final ArrayDeque<ByteBuffer> toServer = new ArrayDeque<>();
    private final ArrayDeque<ByteBuffer> toClient = new ArrayDeque<>();
    private final ByteBuffer serverIn = ByteBuffer.allocate(1 << 16);
    private final ByteBuffer clientIn = ByteBuffer.allocate(1 << 16);
    long received;
    boolean answersLastFirst;

    Http2Pair(ClientProtocol client, IntSupplier pieces) {
        this.client = client;
        this.pieces = pieces;
        client.open(out);
        move(out, toServer);
        server.open(out);
        move(out, toClient);
    }

    static IntSupplier anyPieces(int seed, int most) {
        var random = new Random(seed);
        return () -> 1 + random.nextInt(most);
    }

    void send(int ticket, int payload, int wanted) {
        client.send(ticket, 0, payload, wanted, out);
        move(out, toServer);
    }

    /** Brings bytes that a test had the client write. */
    void deliver(ByteBuffer written) {
        move(written, toServer);
    }

    @Override
    public void arrived(int call, int wanted, int error, boolean health, long payload) {
        received += payload;
        calls.add(call);
        statuses.add(error < 0 ? 200 : error);
        sizes.add(health ? 2 : Math.max(wanted, 0));
    }

    /** Lets both sides talk until neither has anything to say. */
    void run() throws WireException {
        boolean moved = true;
        while (moved) {
            moved = toServer();
            answer();
            moved |= more(server, toClient);
            moved |= toClient();
            moved |= more(client, toServer);
        }
    }

    private boolean toServer() throws WireException {
        boolean any = take(toServer, serverIn);
        server.receive(serverIn, out, this);
        keepRest(serverIn);
        move(out, toClient);
        return any;
    }

    private boolean toClient() throws WireException {
        boolean any = take(toClient, clientIn);
        client.receive(clientIn, out, heard);
        keepRest(clientIn);
        move(out, toServer);
        return any;
    }

    private static void keepRest(ByteBuffer in) {
        assertThat(in.remaining()).as("bytes left unread").isLessThanOrEqualTo(FrameHead.BYTES);
        in.compact();
    }

    private void answer() {
        while (!calls.isEmpty()) {
            boolean last = answersLastFirst;
            server.answer(last ? calls.pollLast() : calls.poll(), last ? statuses.pollLast() : statuses.poll(),
                    last ? sizes.pollLast() : sizes.poll(), out);
            move(out, toClient);
        }
    }

    private boolean more(Protocol side, ArrayDeque<ByteBuffer> to) {
        boolean any = side.hasMore();
        while (side.hasMore()) {
            side.more(out);
            move(out, to);
        }
        return any;
    }

    private boolean take(ArrayDeque<ByteBuffer> from, ByteBuffer in) {
        var next = from.peek();
        if (next == null) {
            in.flip();
            return false;
        }
        int count = Math.min(Math.min(pieces.getAsInt(), next.remaining()), in.remaining());
        in.put(next.slice(next.position(), count));
        next.position(next.position() + count);
        if (!next.hasRemaining()) {
            from.remove();
        }
        in.flip();
        return true;
    }

    private static void move(ByteBuffer from, ArrayDeque<ByteBuffer> to) {
        from.flip();
        if (from.hasRemaining()) {
            to.add(ByteBuffer.allocate(from.remaining()).put(from).flip());
        }
        from.clear();
    }
}
