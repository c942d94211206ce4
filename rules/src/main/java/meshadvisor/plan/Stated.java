package meshadvisor.plan;

import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * What people say for a plan alone.
 *
 * @param meshes ids of variants or vendors that somebody wants planned, whatever is advised
 * @param leaving ids of variants or vendors out of which somebody wants the way planned, whatever is advised; none of both for the advice
 * @param peak requests a second of the busiest service at its peak
 * @param surge how many times the peak has to be borne
 */
public record Stated(Set<String> meshes, Set<String> leaving, OptionalDouble peak, OptionalDouble surge) {

    /** Nobody said anything. */
    public static final Stated NOTHING = new Stated(Set.of(), Set.of(), OptionalDouble.empty(), OptionalDouble.empty());

    public Stated {
        meshes = new TreeSet<>(meshes);
        leaving = new TreeSet<>(leaving);
    }
}
