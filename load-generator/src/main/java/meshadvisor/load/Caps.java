package meshadvisor.load;

/** What a command line may ask for at most, so that a slip of the keyboard stays harmless. */
final class Caps {

    /** Requests per second: above what one generator can send on time. */
    static final long RATE = 100_000;
    /** Connections to all targets: each has 32 KiB of buffers. */
    static final long CONNECTIONS = 1_000;
    /** Requests on their way. */
    static final long IN_FLIGHT = 65_536;
    /** Nanoseconds that a run may last: a day. */
    static final long DURATION = 24 * 3_600_000_000_000L;
    /** Nanoseconds that a request may take: what the histograms hold. */
    static final long TIMEOUT = 60_000_000_000L;

    private Caps() {}
}
