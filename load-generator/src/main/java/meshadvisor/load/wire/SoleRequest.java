package meshadvisor.load.wire;

/** The one request that may be open on a connection whose protocol knows no more. */
final class SoleRequest {

    private static final int NONE = -1;

    private int ticket = NONE;
    private boolean over;

    /** A connection begins. */
    void renew() {
        ticket = NONE;
        over = false;
    }

    int room() {
        return ticket == NONE && !over ? 1 : 0;
    }

    boolean isOpen() {
        return ticket != NONE;
    }

    void begin(int newTicket) {
        if (room() == 0) {
            throw new IllegalStateException("a request is open, or the connection is over");
        }
        ticket = newTicket;
    }

    /** There will be no further request on this connection. */
    void last() {
        over = true;
    }

    void answered(int status, long bytes, Answers answers) {
        int ended = ticket;
        ticket = NONE;
        answers.answered(ended, status, bytes);
    }

    /** The connection is of no more use, and whatever is open on it has failed. */
    void abandon(Failure why, Answers answers) {
        over = true;
        int ended = ticket;
        ticket = NONE;
        if (ended != NONE) {
            answers.failed(ended, why);
        }
    }
}
