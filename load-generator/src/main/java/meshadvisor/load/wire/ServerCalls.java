package meshadvisor.load.wire;

import java.util.ArrayDeque;
import java.util.ArrayList;

/** The calls of a connection by their numbers. */
final class ServerCalls {

    /** More than one peer can reasonably have open, messages on streams of gRPC included. */
    private static final int MOST = 1 << 16;

    private final ArrayList<ServerCall> byNumber = new ArrayList<>();
    private final ArrayDeque<ServerCall> spares = new ArrayDeque<>();

    ServerCall open(ServerStream stream) throws Http2Error {
        var call = spares.poll();
        if (call == null) {
            if (byNumber.size() == MOST) {
                throw Http2Error.calm("too many calls without an answer");
            }
            call = new ServerCall(byNumber.size());
            byNumber.add(call);
        }
        call.begin(stream);
        return call;
    }

    ServerCall get(int number) {
        return byNumber.get(number);
    }

    void close(ServerCall call) {
        call.stream = null;
        spares.push(call);
    }
}
