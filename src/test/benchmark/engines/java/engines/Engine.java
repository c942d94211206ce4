package engines;

/** A way to send arrivals at their times over connections that stay open. */
interface Engine {
    /** Sends every arrival and returns when the last of them is answered. */
    void play(Arrivals arrivals) throws Exception;
}
