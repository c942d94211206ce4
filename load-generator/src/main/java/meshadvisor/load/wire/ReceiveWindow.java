package meshadvisor.load.wire;

/** How many bytes of bodies the peer may still send. What came is discarded at once, so the window is refilled whenever half is used. */
final class ReceiveWindow {

    private final int size;
    private int left;

    ReceiveWindow(int size) {
        this.size = size;
        left = size;
    }

    void reset() {
        left = size;
    }

    /** Counts bytes that came.
     *
     * @return whether they were allowed
     */
    boolean take(int bytes) {
        left -= bytes;
        return left >= 0;
    }

    /** Fills the window if it is half empty.
     *
     * @return by how many bytes, or 0
     */
    int refill() {
        if (left > size / 2) {
            return 0;
        }
        int used = size - left;
        left = size;
        return used;
    }
}
