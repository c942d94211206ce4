package meshadvisor.source;

import java.util.List;

/**
 * What a build file says.
 *
 * @param name of the program, empty where it says none
 * @param needs in the order in which they stand
 */
record Declared(String name, List<Need> needs) {

    static final Declared NOTHING = new Declared("", List.of());

    /**
     * A dependency.
     *
     * @param line 1-based, 0 where it is not known
     * @param alias the name under which other build files speak of it, empty if it has none
     */
    record Need(String name, int line, String alias) {}
}
