package meshadvisor.load.drive;

/** How the sender waits for the next intended time. */
interface Pause {

    /** Returns at {@code due}, or as soon after it as this way of waiting can; earlier if it is interrupted. Called before each dispatch. */
    void until(long due);
}
