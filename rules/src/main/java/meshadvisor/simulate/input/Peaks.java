package meshadvisor.simulate.input;

/**
 * Memory of the proxies in pods at their fullest, in MiB.
 *
 * @param typical of one of the usual size, with the full surge and nothing broken
 * @param highest that any of them reached
 */
public record Peaks(double typical, double highest) {

    /** What follows from a draw, and what was seen. */
    public static Peaks of(Draw draw, double factor, double highest) {
        return new Peaks(draw.get(Input.PROXY_IDLE) + draw.get(Input.PROXY_GROWTH) * (factor - 1), highest);
    }
}
