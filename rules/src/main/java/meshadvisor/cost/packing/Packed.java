package meshadvisor.cost.packing;

import java.util.List;

/**
 * How many more nodes it takes.
 *
 * @param more nodes beside those that are there, as found; a way to place every pod exists
 * @param atLeast a number below which nobody can get
 * @param tooBig names of pods that no node of this shape could ever take; they are not counted
 */
public record Packed(int more, int atLeast, List<String> tooBig) {
    public Packed {
        tooBig = List.copyOf(tooBig);
    }
}
