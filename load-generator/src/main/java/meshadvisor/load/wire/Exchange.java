package meshadvisor.load.wire;

import org.jspecify.annotations.Nullable;

/** A request that waits for its answer, in the order of its stream. Used again and again. */
final class Exchange {

    int ticket;
    int payload;
    int wanted;
    @Nullable
    Exchange next;

    void begin(int newTicket, int newPayload, int newWanted) {
        ticket = newTicket;
        payload = newPayload;
        wanted = newWanted;
        next = null;
    }
}
