package meshadvisor.tree;

/**
 * How much an input may ask of us.
 *
 * @param depth mappings and sequences inside one another, aliases followed
 * @param addedNodes nodes that aliases and merge keys add to one document
 * @param fileBytes size of one file
 * @param totalBytes size of all files of one run together
 * @param scalarChars length of one scalar
 * @param numberChars length of one number
 */
public record Limits(int depth, int addedNodes, long fileBytes, long totalBytes, int scalarChars, int numberChars) {

    private static final int MEBI = 1 << 20;

    /** 100 levels, 200,000 added nodes, 64 MiB a file, 512 MiB in all, 1 MiB a scalar, 1,000 characters a number. */
    public static final Limits DEFAULT = new Limits(100, 200_000, 64L * MEBI, 512L * MEBI, MEBI, 1_000);
}
