package meshadvisor.load.wire;

/**
 * Bounds what a peer can make us do for nothing: resets of what was just begun, pings, empty frames. Each costs one; a read and an answer
 * give one back. There is no clock in it: a peer that pings now and then never runs out.
 */
final class Patience {

    static final int MOST = 2_000;

    private int left = MOST;

    void spend() throws Http2Error {
        if (--left < 0) {
            throw Http2Error.calm("a flood of frames without use");
        }
    }

    void regain() {
        left = Math.min(MOST, left + 1);
    }
}
