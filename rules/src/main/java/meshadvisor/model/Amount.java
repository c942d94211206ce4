package meshadvisor.model;

import java.util.OptionalLong;

/**
 * A number that may not be stated, which is another thing than 0.
 *
 * @param value without meaning unless {@code stated}
 */
public record Amount(boolean stated, long value) {

    /** Nobody states it. */
    public static final Amount UNSTATED = new Amount(false, 0);

    /** A stated number. */
    public static Amount of(long value) {
        return new Amount(true, value);
    }

    /** The number, or that nobody states it. */
    public static Amount of(OptionalLong value) {
        return value.isPresent() ? of(value.getAsLong()) : UNSTATED;
    }

    /** What a sum takes for a request that nobody states: the scheduler counts it as nothing. */
    public long orNothing() {
        return stated ? value : 0;
    }
}
