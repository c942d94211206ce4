package meshadvisor.load.wire;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The server's side of HTTP/1.1 and HTTP/1.0 (RFC 9112). Requests may come one behind the other before the first is answered; answers
 * leave in the order of their requests, whatever the order in which they are ready. Beyond {@link #OPEN} unanswered requests it reads
 * no further. A request that is malformed, that could be read in two ways, or that is beyond a bound is refused, and the connection ends.
 */
public final class Http1Server implements ServerProtocol {

    /** The most requests of one connection that wait for their answers. */
    static final int OPEN = 1024;

    private static final int UNANSWERED = 0;
    private static final int BODILESS = 1;
    private static final int LAST = 2;
    private static final int KEPT = 4;

    private static final byte[] OK = Bytes.of("HTTP/1.1 200 OK\r\n");
    private static final byte[] VERSION = Bytes.of("HTTP/1.1 ");
    private static final byte[] NO_REASON = Bytes.of(" \r\n");
    private static final byte[] CLOSE = Bytes.of("Connection: close\r\n");
    private static final byte[] KEEP_ALIVE = Bytes.of("Connection: keep-alive\r\n");
    private static final byte[] LENGTH = Bytes.of("Content-Length: ");
    private static final byte[] END = Bytes.of("\r\n\r\n");
    private static final byte[] CONTINUE = Bytes.of("HTTP/1.1 100 Continue\r\n\r\n");
    /** No header section of an answer is longer. */
    private static final int HEAD_ROOM = 128;

    private final Http1Requests requests = new Http1Requests();
    private int[] statuses = new int[4];
    private int[] lengths = new int[4];
    private int[] traits = new int[4];
    private int first;
    private int open;
    private int bodyLeft;
    private boolean ended;
    private boolean continueOwed;

    @Override
    public void open(ByteBuffer out) {
        // the client speaks first
    }

    @Override
    public void receive(ByteBuffer in, ByteBuffer out, Calls calls) throws WireException {
        while (!ended && open < OPEN && in.hasRemaining()) {
            int due = requests.next(in);
            if (due == Http1Requests.MORE) {
                break;
            }
            if (due == Http1Requests.CONTINUE) {
                continueOwed = true;
                more(out);
            } else if (due == Http1Requests.WHOLE) {
                arrived(calls);
            } else {
                refuse(due, out);
            }
        }
        if (ended) {
            in.position(in.limit());
        }
    }

    @Override
    public void answer(int call, int status, int bytes, ByteBuffer out) {
        int slot = call & statuses.length - 1;
        statuses[slot] = status;
        lengths[slot] = bytes;
        more(out);
    }

    @Override
    public boolean closing() {
        return ended;
    }

    @Override
    public boolean midway() {
        return !ended && requests.midway();
    }

    @Override
    public boolean hasMore() {
        return bodyLeft > 0 || (open > 0 ? statuses[first & statuses.length - 1] != UNANSWERED : continueOwed);
    }

    @Override
    public void more(ByteBuffer out) {
        putBody(out);
        while (bodyLeft == 0 && out.remaining() >= HEAD_ROOM && hasMore()) {
            if (open > 0) {
                putHead(first & statuses.length - 1, out);
                first++;
                open--;
                putBody(out);
            } else {
                continueOwed = false;
                out.put(CONTINUE);
            }
        }
    }

    private void arrived(Calls calls) {
        Http1Head head = requests.head();
        continueOwed = false; // what was to be allowed has come by itself
        ended = head.last();
        int call = enqueue((head.bodiless() ? BODILESS : 0) | (ended ? LAST : head.old() ? KEPT : 0));
        calls.arrived(call, head.wanted(), head.error(), head.health(), requests.payload());
    }

    /** Answers with an error behind all that is still open, and ends. */
    private void refuse(int status, ByteBuffer out) throws WireException {
        continueOwed = false;
        ended = true;
        boolean alone = open == 0 && bodyLeft == 0;
        answer(enqueue(LAST), status, 0, out);
        if (alone) {
            throw new WireException(status == 400 || status > 500 ? Failure.PROTOCOL : Failure.TOO_LARGE, "refused with status " + status);
        }
    }

    private int enqueue(int trait) {
        if (open == statuses.length) {
            grow();
        }
        int call = first + open++;
        int slot = call & statuses.length - 1;
        statuses[slot] = UNANSWERED;
        traits[slot] = trait;
        return call;
    }

    /** Doubles the room for open requests; each stays where its number says. */
    private void grow() {
        int[] oldStatuses = statuses;
        int[] oldLengths = lengths;
        int[] oldTraits = traits;
        int before = oldStatuses.length - 1;
        int after = oldStatuses.length * 2 - 1;
        statuses = new int[after + 1];
        lengths = Arrays.copyOf(statuses, after + 1);
        traits = Arrays.copyOf(statuses, after + 1);
        for (int call = first; call != first + open; call++) {
            statuses[call & after] = oldStatuses[call & before];
            lengths[call & after] = oldLengths[call & before];
            traits[call & after] = oldTraits[call & before];
        }
    }

    private void putHead(int slot, ByteBuffer out) {
        if (statuses[slot] == 200) {
            out.put(OK);
        } else {
            out.put(VERSION);
            Bytes.putDecimal(statuses[slot], out);
            out.put(NO_REASON);
        }
        if ((traits[slot] & LAST) != 0) {
            out.put(CLOSE);
        } else if ((traits[slot] & KEPT) != 0) {
            out.put(KEEP_ALIVE);
        }
        out.put(LENGTH);
        Bytes.putDecimal(lengths[slot], out);
        out.put(END);
        bodyLeft = (traits[slot] & BODILESS) != 0 ? 0 : lengths[slot];
    }

    private void putBody(ByteBuffer out) {
        bodyLeft -= Bytes.putFiller(bodyLeft, out);
    }
}
