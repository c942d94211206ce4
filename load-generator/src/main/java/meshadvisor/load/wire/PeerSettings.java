package meshadvisor.load.wire;

/** What the peer announced (RFC 9113, section 6.5.2). */
final class PeerSettings {

    static final int HEADER_TABLE_SIZE = 1;
    static final int ENABLE_PUSH = 2;
    static final int MAX_CONCURRENT_STREAMS = 3;
    static final int INITIAL_WINDOW_SIZE = 4;
    static final int MAX_FRAME_SIZE = 5;

    /** How many streams a peer gets that has not said anything yet: the least that the RFC recommends to allow. */
    private static final int STREAMS_AT_FIRST = 100;

    private int initialWindow = SendWindow.INITIAL;
    private int maxStreams = STREAMS_AT_FIRST;
    private boolean heard;

    /** Takes a setting.
     *
     * @return by how much the windows of open streams change
     */
    int set(int number, long value) throws Http2Error {
        return switch (number) {
            case INITIAL_WINDOW_SIZE -> initialWindow(value);
            case MAX_CONCURRENT_STREAMS -> {
                maxStreams = (int) Math.min(Integer.MAX_VALUE, value);
                heard = true;
                yield 0;
            }
            case MAX_FRAME_SIZE -> {
                // Frames stay at the least size that every peer accepts, so that streams get their turns.
                check(value >= FrameHead.MOST && value < 1 << 24);
                yield 0;
            }
            case ENABLE_PUSH -> {
                check(value <= 1);
                yield 0;
            }
            default -> 0; // an extension, or of no meaning here: prepared headers use no dynamic table
        };
    }

    /** A frame of settings is complete: what it did not limit is without limit. */
    void complete() {
        if (!heard) {
            maxStreams = Integer.MAX_VALUE;
            heard = true;
        }
    }

    private int initialWindow(long value) throws Http2Error {
        if (value > Integer.MAX_VALUE) {
            throw Http2Error.flowControl("an initial window beyond 2^31 - 1");
        }
        int change = (int) (value - initialWindow);
        initialWindow = (int) value;
        return change;
    }

    private static void check(boolean valid) throws Http2Error {
        if (!valid) {
            throw Http2Error.protocol("a setting out of its range");
        }
    }

    int initialWindow() {
        return initialWindow;
    }

    int maxStreams() {
        return maxStreams;
    }
}
