package meshadvisor.load.wire;

import org.jspecify.annotations.Nullable;

/** A stream as its client sees it. Used again for later streams. */
final class ClientStream implements Flowing {

    /** Bytes of a body that the peer may have under way. */
    static final int WINDOW = 1 << 24;

    private final StreamFlow flow = new StreamFlow(WINDOW);
    final EchoReader messages = new EchoReader();
    private @Nullable Exchange oldest;
    private @Nullable Exchange newest;
    /** The first whose message is not yet begun. */
    private @Nullable Exchange unsent;
    private int status;
    private int grpcStatus;
    /** Bytes of the body so far. */
    long bytes;
    /** Whether it takes no more requests. */
    boolean closed;

    @Override
    public StreamFlow flow() {
        return flow;
    }

    @Override
    public boolean wantsTurn() {
        return flow.body.left() > 0;
    }

    void begin() {
        oldest = null;
        newest = null;
        unsent = null;
        status = -1;
        grpcStatus = -1;
        bytes = 0;
        closed = false;
        messages.reset();
    }

    void add(Exchange exchange) {
        if (newest == null) {
            oldest = exchange;
        } else {
            newest.next = exchange;
        }
        newest = exchange;
        if (unsent == null) {
            unsent = exchange;
        }
    }

    /** Takes the request whose message is to be written next, or null. */
    @Nullable
    Exchange nextUnsent() {
        var next = unsent;
        unsent = next == null ? null : next.next;
        return next;
    }

    /** Takes the request that the next answer is for, or null. */
    @Nullable
    Exchange nextAnswered() {
        var next = oldest;
        if (next == null || next == unsent) {
            return null;
        }
        return pop(next);
    }

    /** Takes any request that is left, or null. */
    @Nullable
    Exchange nextLeft() {
        return oldest == null ? null : pop(oldest);
    }

    private Exchange pop(Exchange next) {
        if (unsent == next) {
            unsent = next.next;
        }
        oldest = next.next;
        if (oldest == null) {
            newest = null;
        }
        return next;
    }

    /** Whether a request was sent that has no answer. */
    boolean isAwaited() {
        return oldest != null && oldest != unsent;
    }

    boolean hasHead() {
        return status >= 0;
    }

    /** Takes headers or trailers.
     *
     * @return whether they have their place here
     */
    boolean take(ResponseHead head, boolean last) {
        if (head.grpcStatus() >= 0) {
            grpcStatus = head.grpcStatus();
        }
        if (hasHead()) {
            return last && head.status() < 0;
        }
        boolean interim = head.status() >= 100 && head.status() < 200;
        status = interim ? -1 : head.status();
        return interim ? !last : hasHead();
    }

    int status() {
        return status;
    }

    /**
     * The outcome of gRPC as {@link Answers} tells it: 200, 1000 and more, or -1 if the peer told none. Who answers without any
     * status of gRPC but with an error of HTTP is understood as gRPC prescribes it (http-grpc-status-mapping.md).
     */
    int grpcOutcome() {
        if (grpcStatus >= 0) {
            return grpcStatus == 0 ? 200 : 1000 + grpcStatus;
        }
        return switch (status) {
            case 200 -> -1;
            case 400 -> 1013;
            case 401 -> 1016;
            case 403 -> 1007;
            case 404 -> 1012;
            case 429, 502, 503, 504 -> 1014;
            default -> 1002;
        };
    }
}
