package meshadvisor.cluster;

import io.fabric8.kubernetes.client.http.AsyncBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The body of an answer as a stream that never waits longer than the request may take. The next piece is asked for when the last one is read, so
 * a slow reader holds one piece in memory.
 */
final class BodyStream extends InputStream implements AsyncBody.Consumer<List<ByteBuffer>> {

    /** What arrives: a piece of the body, or how it ended. */
    private sealed interface Piece permits Bytes, End {}

    private record Bytes(List<ByteBuffer> buffers) implements Piece {}

    /** Without a failure all of the body was there. */
    private record End(Optional<Throwable> failure) implements Piece {}

    private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();
    private final Deadline deadline;
    private Optional<AsyncBody> body = Optional.empty();
    private List<ByteBuffer> current = List.of();
    private int index;
    private boolean ended;
    private long count;

    BodyStream(Deadline deadline) {
        this.deadline = deadline;
    }

    /** Called by the client, on a thread of its own. */
    @Override
    public void consume(List<ByteBuffer> buffers, AsyncBody from) {
        pieces.add(new Bytes(buffers));
    }

    /** Begins the flow; called once when the head of the answer is there. */
    void open(AsyncBody from) {
        body = Optional.of(from);
        var unused = from.done().whenComplete((nothing, failure) -> pieces.add(new End(Optional.ofNullable(failure))));
        from.consume();
    }

    /** Bytes read until now. */
    long count() {
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (true) {
            while (index < current.size()) {
                ByteBuffer buffer = current.get(index);
                if (buffer.hasRemaining()) {
                    int n = Math.min(length, buffer.remaining());
                    buffer.get(bytes, offset, n);
                    count += n;
                    return n;
                }
                index++;
            }
            if (ended) {
                return -1;
            }
            next();
        }
    }

    private void next() throws IOException {
        switch (await()) {
            case Bytes(List<ByteBuffer> buffers) -> {
                current = buffers;
                index = 0;
                body.ifPresent(AsyncBody::consume);
            }
            case End(Optional<Throwable> failure) -> {
                ended = true;
                if (failure.isPresent()) {
                    throw failure.get() instanceof IOException io ? io : new IOException(failure.get());
                }
            }
        }
    }

    private Piece await() throws IOException {
        try {
            Piece piece = pieces.poll(deadline.millisLeft(), TimeUnit.MILLISECONDS);
            if (piece == null) {
                close();
                throw new SocketTimeoutException("the answer did not end within " + deadline.words());
            }
            return piece;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    public void close() {
        if (!ended) {
            ended = true;
            body.ifPresent(AsyncBody::cancel);
        }
    }
}
