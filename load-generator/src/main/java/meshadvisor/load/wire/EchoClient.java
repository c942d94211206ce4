package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Raw TCP: what is sent comes back, byte for byte as many. At least one byte is sent. */
public final class EchoClient implements ClientProtocol {

    private final SoleRequest request = new SoleRequest();
    private long unsent;
    private long expected;
    private long size;

    @Override
    public void open(ByteBuffer out) {
        request.renew();
        unsent = 0;
    }

    @Override
    public int room() {
        return request.room();
    }

    @Override
    public void send(int ticket, int route, int payload, int wanted, ByteBuffer out) {
        request.begin(ticket);
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
        if (!request.isOpen() || expected < 0 || expected < unsent) {
            throw new WireException(Failure.PROTOCOL, "more came back than was sent");
        }
        if (expected == 0) {
            request.answered(200, size, answers);
        }
    }

    @Override
    public void closed(Answers answers) {
        abandon(Failure.CLOSED, answers);
    }

    @Override
    public void abandon(Failure why, Answers answers) {
        unsent = 0;
        request.abandon(why, answers);
    }
}
