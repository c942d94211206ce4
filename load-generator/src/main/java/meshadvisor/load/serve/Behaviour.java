package meshadvisor.load.serve;

import meshadvisor.load.schedule.Distribution;

/**
 * How requests are answered.
 *
 * @param time that each request waits, in nanoseconds
 * @param size of each answer that did not ask for another, in bytes
 * @param errorRate the share of requests that are answered with status 503, from 0 to 1
 * @param seed of chance: the same seed and the same order of requests give the same times, sizes and errors
 */
public record Behaviour(Distribution time, Distribution size, double errorRate, long seed) {

    /** Answers at once with nothing. */
    public static final Behaviour PLAIN = new Behaviour(new Distribution.Fixed(0), new Distribution.Fixed(0), 0, 1);
}
