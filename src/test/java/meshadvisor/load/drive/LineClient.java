package meshadvisor.load.drive;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import meshadvisor.load.wire.Answers;
import meshadvisor.load.wire.ClientProtocol;
import meshadvisor.load.wire.Failure;

/** Several requests at a time on a connection, each a byte, and each byte that comes back answers one of them: '0' the newest, '1' the oldest. */
final class LineClient implements ClientProtocol {

    private final ArrayDeque<Integer> open = new ArrayDeque<>();
    private final int most;

    LineClient(int most) {
        this.most = most;
    }

    @Override
    public void open(ByteBuffer out) {
        open.clear();
    }

    @Override
    public int room() {
        return most - open.size();
    }

    @Override
    public void send(int ticket, int route, int payload, int wanted, ByteBuffer out) {
        open.add(ticket);
        out.put("x".getBytes(US_ASCII));
    }

    @Override
    public void receive(ByteBuffer in, ByteBuffer out, Answers answers) {
        while (in.hasRemaining()) {
            boolean newest = in.get() == '0';
            answers.answered(newest ? open.removeLast() : open.removeFirst(), 200, 1);
        }
    }

    @Override
    public boolean hasMore() {
        return false;
    }

    @Override
    public void more(ByteBuffer out) {
        // Everything is sent at once.
    }

    @Override
    public void closed(Answers answers) {
        abandon(Failure.CLOSED, answers);
    }

    @Override
    public void abandon(Failure why, Answers answers) {
        Queue<Integer> left = new ArrayDeque<>(open);
        open.clear();
        left.forEach(ticket -> answers.failed(ticket, why));
    }
}
