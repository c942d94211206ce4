package meshadvisor.cost.money;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Overhead;
import meshadvisor.model.Answers.Objective;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed.Flow;
import meshadvisor.signal.World;

/**
 * What is left of a latency objective.
 *
 * @param chain services of the longest chain of calls that is known from that service on
 * @param now the latency today at the objective's quantile, in ms, or why it is not known
 * @param shares of each variant
 */
public record Budget(Objective objective, List<String> chain, Measured now, List<Share> shares) {

    /**
     * What one variant takes.
     *
     * @param name for readers
     * @param added to the whole chain at the objective's quantile, in ms
     * @param ofLimit the same as a share of the limit; 1 is all of it
     * @param holds chance that the objective still holds; missing where the latency of today is not known
     */
    public record Share(String variant, String name, Range added, Range ofLimit, Measured holds) {}

    public Budget {
        chain = List.copyOf(chain);
        shares = List.copyOf(shares);
    }

    static List<Budget> of(World world, List<Overhead> overheads, List<Objective> objectives) {
        CallChains chains = new CallChains(world);
        return objectives.stream().map(o -> of(world, overheads, o, chains.longest(o.service()))).toList();
    }

    private static Budget of(World world, List<Overhead> overheads, Objective objective, List<String> chain) {
        Measured now = now(world, objective);
        int hops = Math.max(1, chain.size() - 1);
        return new Budget(objective, chain, now, overheads.stream().map(o -> share(o, objective, hops, now)).toList());
    }

    private static Share share(Overhead overhead, Objective objective, int hops, Measured now) {
        double[] added = AddedLatency.onChain(overhead, hops, objective.quantile() / 100);
        Range range = Trials.range(added);
        double limit = objective.limitMillis();
        Measured holds = switch (now) {
            case Measured.Value(double today) -> new Measured.Value(
                    (double) java.util.Arrays.stream(added).filter(a -> today + a <= limit).count() / added.length);
            case Measured.Missing missing -> missing;
        };
        return new Share(overhead.variant(), overhead.name(), range,
                new Range(range.low() / limit, range.likely() / limit, range.high() / limit), holds);
    }

    /** The slowest flow to that service that was observed. */
    private static Measured now(World world, Objective objective) {
        Optional<Double> slowest = world.snapshot().observed().flows().stream().filter(f -> f.to().name().equals(objective.service()))
                .map(f -> quantile(f, objective.quantile())).filter(Measured::known).map(Measured::orNothing).max(Double::compare);
        return slowest.<Measured>map(Measured.Value::new).orElseGet(() -> new Measured.Missing(String.format(Locale.ROOT,
                "nobody measured p%s of %s; give --prometheus, or traces", Plain.number(objective.quantile()), objective.service())));
    }

    private static Measured quantile(Flow flow, double quantile) {
        return quantile == 50 ? flow.load().p50() : quantile == 99 ? flow.load().p99() : new Measured.Missing("only p50 and p99 are observed");
    }
}
