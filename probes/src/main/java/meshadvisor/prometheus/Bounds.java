package meshadvisor.prometheus;

import java.time.Duration;

/**
 * How much the other side may ask of us.
 *
 * @param bytes of one answer
 * @param series of one answer
 * @param question time for one question, to the last byte of its answer
 * @param total time for all questions
 */
public record Bounds(long bytes, int series, Duration question, Duration total) {

    /** 64 MiB, 50,000 series (some 20 MiB of memory), 30 seconds, 2 minutes. */
    public static final Bounds USUAL = new Bounds(64L << 20, 50_000, Duration.ofSeconds(30), Duration.ofMinutes(2));
}
