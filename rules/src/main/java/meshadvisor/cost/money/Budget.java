package meshadvisor.cost.money;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import meshadvisor.cost.Range;
import meshadvisor.cost.overhead.Chain;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.model.Answers.Objective;
import meshadvisor.model.Measured;
import meshadvisor.model.Observed.Flow;
import meshadvisor.signal.World;

/**
 * What is left of a latency objective.
 *
 * @param chain services of the longest chain of calls that is known through that service, empty where no call is known
 * @param now the latency today at the objective's quantile, in ms, or why it is not known
 * @param shares of each variant
 */
public record Budget(Objective objective, List<String> chain, Measured now, List<Share> shares) {

    private static final double HIGHEST = 99;

    /**
     * What one variant takes.
     *
     * @param name for readers
     * @param added to the whole chain, in ms: at the median for objectives of the median, else at the 99th percentile, which is more than at lower ones
     * @param ofLimit the same as a share of the limit; 1 is all of it
     * @param holds chance that the objective still holds; missing where the latency of today is not known
     */
    public record Share(String variant, String name, Range added, Range ofLimit, Measured holds) {}

    public Budget {
        chain = List.copyOf(chain);
        shares = List.copyOf(shares);
    }

    static List<Budget> of(World world, List<Forecast> forecasts, List<Objective> objectives) {
        return objectives.stream().map(o -> of(world, forecasts, o)).toList();
    }

    private static Budget of(World world, List<Forecast> forecasts, Objective objective) {
        Measured now = now(world, objective);
        List<String> services = forecasts.stream().flatMap(f -> worst(f, objective).stream()).filter(Chain::known).map(Chain::services)
                .max(Comparator.comparingInt(List::size)).orElse(List.of());
        return new Budget(objective, services, now,
                forecasts.stream().flatMap(f -> worst(f, objective).stream().map(chain -> share(f, chain, objective, now))).toList());
    }

    /** The chain that takes longest of those that pass the service; of all, where none does. */
    private static Optional<Chain> worst(Forecast forecast, Objective objective) {
        Comparator<Chain> longer = Comparator.comparingDouble(c -> c.p99().range().likely());
        return forecast.chains().stream().filter(c -> c.services().stream().anyMatch(s -> isService(s, objective.service()))).max(longer)
                .or(() -> forecast.chains().stream().max(longer));
    }

    private static boolean isService(String label, String name) {
        return label.equals(name) || label.endsWith("/" + name);
    }

    private static Share share(Forecast forecast, Chain chain, Objective objective, Measured now) {
        Range added = (objective.quantile() <= 50 ? chain.p50() : chain.p99()).range();
        double limit = objective.limitMillis();
        return new Share(forecast.overhead().variant(), forecast.overhead().name(), added,
                new Range(added.low() / limit, added.likely() / limit, added.high() / limit), holds(chain, objective, now));
    }

    private static Measured holds(Chain chain, Objective objective, Measured now) {
        if (objective.quantile() > HIGHEST) {
            return new Measured.Missing("nothing above p99 is predicted");
        }
        return switch (now) {
            case Measured.Value(double today) -> new Measured.Value((double) chain.p99Draws().stream()
                    .filter(added -> today + added <= objective.limitMillis()).count() / Math.max(1, chain.p99Draws().size()));
            case Measured.Missing missing -> missing;
        };
    }

    /** The slowest flow to that service that was observed. */
    private static Measured now(World world, Objective objective) {
        Optional<Double> slowest = world.snapshot().observed().flows().stream().filter(f -> isService(objective.service(), f.to().name()))
                .map(f -> quantile(f, objective.quantile())).filter(Measured::known).map(Measured::orNothing).max(Double::compare);
        return slowest.<Measured>map(Measured.Value::new).orElseGet(() -> new Measured.Missing(String.format(Locale.ROOT,
                "nobody measured p%s of %s; --prometheus-url and --traces tell it", Plain.number(objective.quantile()),
                objective.service())));
    }

    private static Measured quantile(Flow flow, double quantile) {
        return quantile == 50 ? flow.load().p50()
                : quantile == 99 ? flow.load().p99() : new Measured.Missing("only p50 and p99 are observed");
    }
}
