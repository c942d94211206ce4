package meshadvisor.load.wire;

import org.jspecify.annotations.Nullable;

/** A stream as its server sees it. Used again for later streams. */
final class ServerStream implements Flowing {

    /** Bytes of a body that the peer may have under way. */
    static final int WINDOW = 1 << 20;

    private final StreamFlow flow = new StreamFlow(WINDOW);
    final EchoReader messages = new EchoReader();
    private @Nullable ServerCall oldest;
    private @Nullable ServerCall newest;
    /** What its request asked for. */
    boolean grpc;
    boolean bodiless;
    boolean health;
    int length;
    int wanted;
    int error;
    /** Bytes of the request's body so far. */
    long payload;
    /** Whether the peer says no more on it. */
    boolean halfClosed;
    /** Whether headers of the answer are written. */
    boolean headed;
    /** Whether the oldest call's answer is being written. */
    boolean writing;

    @Override
    public StreamFlow flow() {
        return flow;
    }

    @Override
    public boolean wantsTurn() {
        return writing || grpc && halfClosed;
    }

    void begin(RequestHead head) {
        messages.reset();
        oldest = null;
        newest = null;
        grpc = head.grpc();
        bodiless = head.bodiless();
        health = head.health();
        length = head.length();
        wanted = head.wanted();
        error = head.error();
        payload = 0;
        halfClosed = false;
        headed = false;
        writing = false;
    }

    void add(ServerCall call) {
        if (newest == null) {
            oldest = call;
        } else {
            newest.next = call;
        }
        newest = call;
    }

    @Nullable
    ServerCall oldest() {
        return oldest;
    }

    /** Takes the oldest call out, or null. */
    @Nullable
    ServerCall poll() {
        var call = oldest;
        oldest = call == null ? null : call.next;
        if (oldest == null) {
            newest = null;
        }
        return call;
    }
}
