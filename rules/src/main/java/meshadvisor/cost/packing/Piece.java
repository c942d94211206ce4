package meshadvisor.cost.packing;

/**
 * A pod that has to go somewhere.
 *
 * @param name whose pod it is
 * @param needs what it takes
 * @param together how many pods of this name may be on one node; 0 where nothing limits it
 */
public record Piece(String name, Load needs, int together) {

    /** A pod that may stand beside any other. */
    public static Piece of(String name, Load needs) {
        return new Piece(name, needs, 0);
    }
}
