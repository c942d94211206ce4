package meshadvisor.load.drive;

/** When a lost connection may be opened again: at once if it had worked, else after a pause that doubles from 10 ms to 500 ms. */
final class BackOff {

    private static final long FIRST = 10_000_000;
    private static final long LONGEST = 500_000_000;

    private long pause = FIRST;
    private long due;
    private boolean worked;
    private boolean tried;

    /** A connection opens; nobody knows yet whether it works. */
    void opens() {
        worked = false;
    }

    /** There was an answer. Returns whether it is the first. */
    boolean works() {
        boolean first = !worked;
        worked = true;
        pause = FIRST;
        return first;
    }

    /** The connection is lost. A connection that opens but never answers is as bad as one that does not open. */
    void lost(long now) {
        tried = true;
        due = now + (worked ? 0 : pause);
        if (!worked) {
            pause = Math.min(LONGEST, 2 * pause);
        }
    }

    /** Whether there was an answer since it was opened. */
    boolean worked() {
        return worked;
    }

    /** Whether it was lost at least once. */
    boolean tried() {
        return tried;
    }

    boolean isDue(long now) {
        return !tried || now - due >= 0;
    }
}
