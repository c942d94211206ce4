package meshadvisor.cluster;

/**
 * How often something that may pass is tried again, and how long is waited in between: each time twice as long, up to the longest pause.
 *
 * @param tries with the first
 */
public record Patience(int tries, long firstPauseMillis, long longestPauseMillis) {

    /** Bridges about a quarter of a minute. */
    public static final Patience USUAL = new Patience(7, 250, 8_000);

    /** Milliseconds to wait after a try, counted from 1. */
    long pauseMillis(int tried) {
        return Math.min(longestPauseMillis, firstPauseMillis << Math.min(tried - 1, 20));
    }
}
