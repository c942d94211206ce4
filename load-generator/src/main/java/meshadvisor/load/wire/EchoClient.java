package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Raw TCP: what is sent comes back, byte for byte as many. At least one byte is sent. */
public final class EchoClient implements ClientProtocol {

    private static final int NONE = -1;

    private int open = NONE;
    private long unsent;
    private long expected;
    private long size;
    private boolean over;

    @Override
    public void open(ByteBuffer out) {
        open = NONE;
        unsent = 0;
        over = false;
    }

    @Override
    public int room() {
        return open == NONE && !over ? 1 : 0;
    }

    @Override
    public void send(int ticket, int route, int payload, int wanted, ByteBuffer out) {
        if (room() == 0) {
            throw new IllegalStateException("a request is open, or the connection is over");
        }
        open = ticket;
        size = Math.max(1, payload);
        unsent = size;
        expected = size;
        more(out);
    }

    @Override
    public boolean hasMore() {
        return unsent > 0;
    }

    @Override
    public void more(ByteBuffer out) {
        unsent -= Bytes.putFiller(unsent, out);
    }

    @Override
    public void receive(ByteBuffer in, ByteBuffer out, Answers answers) throws WireException {
        expected -= in.remaining();
        in.position(in.limit());
        if (open == NONE || expected < 0 || expected < unsent) {
            throw new WireException(Failure.PROTOCOL, "more came back than was sent");
        }
        if (expected == 0) {
            int ticket = open;
            open = NONE;
            answers.answered(ticket, 200, size);
        }
    }

    @Override
    public void closed(Answers answers) {
        abandon(Failure.CLOSED, answers);
    }

    @Override
    public void abandon(Failure why, Answers answers) {
        over = true;
        unsent = 0;
        int ticket = open;
        open = NONE;
        if (ticket != NONE) {
            answers.failed(ticket, why);
        }
    }
}
