package meshadvisor.load.record;

/**
 * Pauses of the garbage collector.
 *
 * @param count how many
 * @param totalMillis of all together, in milliseconds
 * @param longestMillis of the longest, in milliseconds
 */
public record Collected(long count, long totalMillis, long longestMillis) {}
