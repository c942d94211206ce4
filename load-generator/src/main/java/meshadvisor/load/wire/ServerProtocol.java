package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** The side that answers. */
public interface ServerProtocol extends Protocol {

    /**
     * Reads what has come, tells the calls that are complete (their bodies counted, not kept) and writes what the protocol owes.
     *
     * @throws WireException if the peer breaks the protocol or a bound; what is in {@code out} is still to be sent (an error answer,
     *     a GOAWAY), then the connection is to be closed
     */
    void receive(ByteBuffer in, ByteBuffer out, Calls calls) throws WireException;

    /**
     * Answers a call. May be called from within {@link Calls#arrived}.
     *
     * @param call the number that {@link Calls#arrived} gave
     * @param status of HTTP; a gRPC call is answered with status 0 for 200 and with 13 (internal) else
     * @param bytes of the answer's body (raw TCP: ignored, what came goes back)
     */
    void answer(int call, int status, int bytes, ByteBuffer out);

    /** Whether the connection is to be closed once everything is sent ("Connection: close", GOAWAY). */
    boolean closing();

    /** Whether a request has begun to come and is not yet whole: whoever leaves it there for long holds the connection for nothing. */
    default boolean midway() {
        return false;
    }
}
