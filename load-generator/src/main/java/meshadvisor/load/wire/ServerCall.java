package meshadvisor.load.wire;

import org.jspecify.annotations.Nullable;

/** A call from its arrival to its answer, in the order of its stream. Used again under the same number. */
final class ServerCall {

    final int number;
    /** Null once the stream is gone: nobody hears the answer. */
    @Nullable
    ServerStream stream;
    @Nullable
    ServerCall next;
    boolean answered;
    int status;
    int bytes;

    ServerCall(int number) {
        this.number = number;
    }

    void begin(ServerStream newStream) {
        stream = newStream;
        next = null;
        answered = false;
    }
}
