package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** The side that asks. */
public interface ClientProtocol extends Protocol {

    /** How many more requests may be begun now: at most 1 for HTTP/1.1, as many as the peer's streams for HTTP/2; 0 after its end. */
    int room();

    /**
     * Begins a request. Its answer is told with the same ticket.
     *
     * @param ticket the caller's number for this request, at least 0
     * @param route which of the prepared routes
     * @param payload bytes of the body, at least 0
     * @param wanted bytes that the answer shall have, or -1 for what the server likes
     * @throws IllegalStateException without {@link #room()}
     */
    void send(int ticket, int route, int payload, int wanted, ByteBuffer out);

    /**
     * Reads what has come, tells the answers that are complete and writes what the protocol owes (acknowledgements, windows).
     * Leaves in {@code in} only the beginning of a unit that is not yet complete; consumes bodies of any length piece by piece.
     *
     * @throws WireException if the peer breaks the protocol or a bound; the connection is of no use afterwards
     */
    void receive(ByteBuffer in, ByteBuffer out, Answers answers) throws WireException;

    /** The peer has closed: completes an answer whose end that was, and tells every other open ticket as failed. */
    void closed(Answers answers);

    /** Tells every open ticket as failed for this reason. */
    void abandon(Failure why, Answers answers);
}
