package meshadvisor.bench.planning;

import java.util.List;
import meshadvisor.bench.BenchPlan;

/** What became of an order. */
public sealed interface Planned {

    /** It can be carried out. */
    record Possible(BenchPlan plan) implements Planned {}

    /**
     * It cannot.
     *
     * @param mistakes all of them, whole sentences with what to do
     */
    record Impossible(List<String> mistakes) implements Planned {}
}
