package meshadvisor.report;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import meshadvisor.advice.Advice;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Prices;
import meshadvisor.cost.money.Wanted;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Estimating;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.LiveUsage;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.signal.World;

/**
 * What meshes would add, and what they and the other answers would cost.
 *
 * @param forecasts of the mesh of the verdict and of those that the user proposes
 * @param costed empty where there is nothing that could have a mesh
 */
record Added(List<Forecast> forecasts, Optional<Costed> costed) {

    static final Added NOTHING = new Added(List.of(), Optional.empty());

    /**
     * Of the mesh of the verdict and of those that the user proposes; where nobody names one, the cost is that of the variant that would come first.
     *
     * @param consider ids of variants or vendors
     */
    static Added of(World world, Advice advice, Set<String> consider, Pricing pricing) {
        Set<String> named = new HashSet<>(consider);
        named.add(advice.verdict().mesh());
        Set<String> ways = Costed.ways(world, named);
        Set<String> priced = ways.isEmpty() ? Costed.first(world, advice) : ways;
        Estimate estimate = Estimating.of(world, Scale.of(world, Scale.Stated.NOTHING), LiveUsage.of(world), priced::contains);
        List<Forecast> forecasts = ways.isEmpty() ? List.of() : estimate.forecasts();
        if (world.count() == 0 && estimate.scale().likelyPods() == 0) {
            return new Added(forecasts, Optional.empty());
        }
        Wanted wanted = pricing.wanted().with(world.answers().objectives(), Costed.codes(world, advice));
        Prices prices = pricing.prices(world);
        return new Added(forecasts, Optional.of(Costed.of(world, advice,
                Bill.of(world, estimate, prices, wanted, a -> a.equals(Bill.DO_NOTHING) || wanted.together().contains(a)))));
    }
}
