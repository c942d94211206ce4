package meshadvisor.cost.packing;

import java.util.List;
import java.util.stream.Stream;

/**
 * Nodes that something on top of what runs takes.
 *
 * @param spent if the room that is free today may be used up
 * @param kept if as much room is to stay free as today, or an autoscaler keeps nodes full
 * @param atLeast nobody gets below this, if the free room may be used up
 * @param tooBig pods that would no longer fit on any node of theirs
 */
public record Added(int spent, int kept, int atLeast, List<String> tooBig) {
    public Added {
        tooBig = List.copyOf(tooBig);
    }

    Added plus(Added other) {
        return new Added(spent + other.spent, kept + other.kept, atLeast + other.atLeast,
                Stream.concat(tooBig.stream(), other.tooBig.stream()).distinct().sorted().toList());
    }
}
