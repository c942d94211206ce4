package meshadvisor.cost.money;

import java.util.List;

/**
 * What one answer costs.
 *
 * @param option id of the variant or code of the answer
 * @param name for readers
 * @param mesh id of the mesh, empty where it is none
 * @param lines one of each kind, in their order
 * @param once one-off
 * @param monthly recurring
 * @param horizon both together over the horizon
 * @param widest what is not known and widens the range over the horizon most, the worst first
 * @param open lines without an amount and other things that are in no total
 */
public record Sheet(String option, String name, String mesh, List<Line> lines, Total once, Total monthly, Total horizon,
        List<Widening> widest,
        List<String> open) {

    /**
     * A number that is not known.
     *
     * @param share of the spread of the total over the horizon that goes with it: the squared correlation, from 0 to 1
     */
    public record Widening(String what, double share) {}

    public Sheet {
        widest = List.copyOf(widest);
        lines = List.copyOf(lines);
        open = List.copyOf(open);
    }

    /** The line of a kind. */
    public Line line(LineKind kind) {
        return lines.stream().filter(line -> line.kind() == kind).findFirst().orElseThrow();
    }
}
