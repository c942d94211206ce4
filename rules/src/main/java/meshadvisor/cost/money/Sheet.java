package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.cost.Amount;
import meshadvisor.cost.money.Line.Value;

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
 * @param counted the recurring sum and that over the horizon for each way to count compute
 * @param nodes that would have to be added to one cluster, none where that was not predicted; without a cluster a share of a supposed node
 * @param widest what is not known and widens the range over the horizon most, the worst first
 * @param open lines without an amount and other things that are in no total
 */
public record Sheet(String option, String name, String mesh, List<Line> lines, Total once, Total monthly, Total horizon,
        List<Counted> counted, List<Amount> nodes, List<Widening> widest, List<String> open) {

    /**
     * Totals in which compute is counted in one way.
     *
     * @param draws the monthly sum in each experiment; the same place in any two sheets, of two bills as well, is the same experiment
     */
    public record Counted(Counting by, Total monthly, Total horizon, List<Double> draws) {
        public Counted {
            draws = List.copyOf(draws);
        }
    }

    /**
     * A number that is not known.
     *
     * @param share of the spread of the total over the horizon that goes with it: the squared correlation, from 0 to 1
     */
    public record Widening(String what, double share) {}

    public Sheet {
        counted = List.copyOf(counted);
        nodes = List.copyOf(nodes);
        widest = List.copyOf(widest);
        lines = List.copyOf(lines);
        open = List.copyOf(open);
    }

    /** Whether some line that counts has no amount, so that the sums are too small. */
    public boolean lacking() {
        return lines.stream().anyMatch(line -> line.value() instanceof Value.Unknown);
    }

    /** The totals of one way to count. */
    public Counted counted(Counting by) {
        return counted.stream().filter(c -> c.by() == by).findFirst().orElseThrow();
    }

    /** The line of a kind. */
    public Line line(LineKind kind) {
        return lines.stream().filter(line -> line.kind() == kind).findFirst().orElseThrow();
    }
}
