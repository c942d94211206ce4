package meshadvisor.load.wire;

import static java.util.stream.Collectors.joining;

import java.nio.ByteBuffer;
import java.util.List;

/** HTTP/1.1 (RFC 9112), one request at a time on a connection: pipelining would let one answer delay another's. */
public final class Http1Client implements ClientProtocol {

    private static final byte[] WANTED = Bytes.of(Calls.WANTED + ": ");
    private static final byte[] LENGTH = Bytes.of("content-length: ");
    private static final byte[] END = Bytes.of("\r\n");

    private final byte[][] heads;
    private final boolean[] bodyExpected;
    private final boolean[] headOnly;
    private final Http1Answer answer = new Http1Answer();
    private final SoleRequest request = new SoleRequest();
    private long left;

    /** Prepares the bytes of each route. Their heads must fit into half of {@link Protocol#ROOM}. */
    public Http1Client(List<Route> routes, Reuse reuse) {
        heads = routes.stream().map(route -> head(route, reuse)).toArray(byte[][]::new);
        bodyExpected = new boolean[heads.length];
        headOnly = new boolean[heads.length];
        for (int i = 0; i < heads.length; i++) {
            var method = routes.get(i).method();
            bodyExpected[i] = List.of("POST", "PUT", "PATCH").contains(method);
            headOnly[i] = method.equals("HEAD");
        }
    }

    /** What becomes of a connection after an answer. */
    public enum Reuse {
        KEEP_ALIVE, CLOSE
    }

    private static byte[] head(Route route, Reuse reuse) {
        var own = route.headers().stream().map(header -> header.name() + ": " + header.value() + "\r\n").collect(joining());
        var close = reuse == Reuse.CLOSE ? "connection: close\r\n" : "";
        boolean named = route.headers().stream().anyMatch(header -> header.name().equalsIgnoreCase("host"));
        var host = named ? "" : "host: " + route.authority() + "\r\n";
        return Bytes.of(route.method() + " " + route.path() + " HTTP/1.1\r\n" + host + close + own);
    }

    @Override
    public void open(ByteBuffer out) {
        request.renew();
        left = 0;
    }

    @Override
    public int room() {
        return request.room();
    }

    @Override
    public void send(int ticket, int route, int payload, int wanted, ByteBuffer out) {
        request.begin(ticket);
        answer.begin(headOnly[route]);
        out.put(heads[route]);
        if (wanted >= 0) {
            out.put(WANTED);
            Bytes.putDecimal(wanted, out);
            out.put(END);
        }
        if (payload > 0 || bodyExpected[route]) {
            out.put(LENGTH);
            Bytes.putDecimal(payload, out);
            out.put(END);
        }
        out.put(END);
        left = payload;
        more(out);
    }

    @Override
    public boolean hasMore() {
        return left > 0;
    }

    @Override
    public void more(ByteBuffer out) {
        left -= Bytes.putFiller(left, out);
    }

    @Override
    public void receive(ByteBuffer in, ByteBuffer out, Answers answers) throws WireException {
        while (in.hasRemaining()) {
            if (!request.isOpen()) {
                throw new WireException(Failure.PROTOCOL, "an answer that nobody asked for");
            }
            if (!answer.read(in)) {
                return;
            }
            // An answer that comes before the whole request is sent leaves the connection in the midst of that request.
            if (answer.closes() || left > 0) {
                request.last();
            }
            left = 0;
            request.answered(answer.status(), answer.bytes(), answers);
        }
    }

    @Override
    public void closed(Answers answers) {
        if (request.isOpen() && answer.endsByClosing()) {
            request.last();
            request.answered(answer.status(), answer.bytes(), answers);
        } else {
            abandon(Failure.CLOSED, answers);
        }
    }

    @Override
    public void abandon(Failure why, Answers answers) {
        left = 0;
        request.abandon(why, answers);
    }
}
