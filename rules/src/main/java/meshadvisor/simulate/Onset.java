package meshadvisor.simulate;

/**
 * The factor of the traffic at which a cascade starts.
 *
 * @param factor infinite where none starts up to the highest factor that was tried, 1 where the usual traffic is too much already
 * @param tried the highest factor
 * @param runs in which it was looked for
 */
public record Onset(Spread factor, double tried, int runs) {}
