package meshadvisor.load.serve;

import java.time.Duration;

/**
 * What a server puts up with.
 *
 * @param connections the most that are open at once, of each thread
 * @param patience how long a peer may leave a handshake, a request or the reading of its answers where it is
 * @param onward how long a call onward may take
 */
public record Bounds(int connections, Duration patience, Duration onward) {

    /** What serves everybody but a test of bounds. */
    public static final Bounds USUAL = new Bounds(10_000, Duration.ofSeconds(30), Duration.ofSeconds(10));

    /** How often is looked at who has been waited for too long. */
    Duration tick() {
        Duration finest = patience.compareTo(onward) < 0 ? patience : onward;
        long millis = Math.clamp(finest.toMillis() / 8, 1, 1000);
        return Duration.ofMillis(millis);
    }
}
