package meshadvisor.load.wire;

/** How many bytes of bodies the peer accepts, on one stream or on the connection. May be negative after a change of settings. */
final class SendWindow {

    static final int INITIAL = 65_535;

    private int left = INITIAL;

    void reset(int bytes) {
        left = bytes;
    }

    int left() {
        return left;
    }

    void take(int bytes) {
        left -= bytes;
    }

    /** Adds what may be negative.
     *
     * @return whether the window is still one: not beyond 2^31 - 1
     */
    boolean grow(long bytes) {
        long sum = left + bytes;
        left = (int) sum;
        return sum == left;
    }
}
