package meshadvisor.cost.packing;

/**
 * What a pod takes of a node, or what a node has room for.
 *
 * @param cpuMillis thousandths of a processor
 * @param memoryBytes bytes
 * @param pods number of pods
 */
public record Load(long cpuMillis, long memoryBytes, long pods) {

    /** Nothing. */
    public static final Load NONE = new Load(0, 0, 0);

    static final int DIMENSIONS = 3;

    /** Both together. */
    public Load plus(Load other) {
        return new Load(cpuMillis + other.cpuMillis, memoryBytes + other.memoryBytes, pods + other.pods);
    }

    /** What is left of it; below 0 where it is overdrawn. */
    public Load minus(Load other) {
        return new Load(cpuMillis - other.cpuMillis, memoryBytes - other.memoryBytes, pods - other.pods);
    }

    /** So many of it. */
    public Load times(long count) {
        return new Load(cpuMillis * count, memoryBytes * count, pods * count);
    }

    /** Whether the other one has room in it. */
    public boolean holds(Load other) {
        return cpuMillis >= other.cpuMillis && memoryBytes >= other.memoryBytes && pods >= other.pods;
    }

    /** One dimension: processors, memory, pods. */
    long part(int dimension) {
        return dimension == 0 ? cpuMillis : dimension == 1 ? memoryBytes : pods;
    }

    /** The dimension as a share of that of the whole; 0 where the whole has none of it. */
    double share(int dimension, Load whole) {
        return whole.part(dimension) <= 0 ? 0 : (double) part(dimension) / whole.part(dimension);
    }
}
