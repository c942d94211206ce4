package meshadvisor.load.serve;

/** How long a peer has let others wait. Looked at now and then, so that a request costs a counter only. */
final class Patience {

    /** Bytes in a second that keep a long request alive, as the module mod_reqtimeout of Apache asks for some. */
    private static final int RATE = 1024;
    private static final long SECOND = 1_000_000_000L;
    private static final long NOT_WAITING = Long.MIN_VALUE;

    private long since = NOT_WAITING;
    private long unreadSince = NOT_WAITING;
    private long bytes;
    private long sent;
    private boolean arrived;

    /** Waits from now on. */
    void begin(long now) {
        since = now;
        bytes = 0;
    }

    /** A request is here, whole: the peer keeps nobody waiting. */
    void arrived() {
        arrived = true;
    }

    void received(int count) {
        bytes += Math.max(0, count);
    }

    /** Whether it is over with a peer that is in the midst of something. Each KiB that came lengthens it by a second. */
    boolean isOver(long now, long allowed, boolean midway) {
        if (!midway || arrived) {
            since = NOT_WAITING;
        } else if (since == NOT_WAITING) {
            begin(now);
        }
        arrived = false;
        return since != NOT_WAITING && now - since > allowed + bytes / RATE * SECOND;
    }

    /**
     * Whether it is over with a peer that does not read what it is sent.
     *
     * @param sentNow bytes so far, or -1 if nothing waits to be sent
     */
    boolean isUnread(long now, long allowed, long sentNow) {
        if (sentNow < 0 || sentNow != sent) {
            unreadSince = NOT_WAITING;
        } else if (unreadSince == NOT_WAITING) {
            unreadSince = now;
        }
        sent = sentNow;
        return unreadSince != NOT_WAITING && now - unreadSince > allowed;
    }
}
