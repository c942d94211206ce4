package meshadvisor.traces;

/**
 * How much files with traces may ask of us.
 *
 * @param fileBytes of one file
 * @param spans of all files
 * @param depth of JSON
 */
public record TraceLimits(long fileBytes, int spans, int depth) {

    /** 1 GiB a file, for it is never in memory as a whole; 500,000 spans, some 60 MiB; 100 levels. */
    public static final TraceLimits USUAL = new TraceLimits(1L << 30, 500_000, 100);
}
