package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Versions;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Range;
import meshadvisor.cost.money.Item.Driver;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Overhead;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.packing.Pools;
import meshadvisor.signal.World;

/**
 * What every answer costs.
 *
 * @param sheets of the variants of meshes first, then of the other answers, then of doing nothing
 * @param inputs how much of everything was supposed or counted
 * @param ledger resources of meshes that are in use
 */
public record Bill(Prices prices, Wanted wanted, List<Sheet> sheets, List<Factor> inputs, List<BreakEven> breakEven, Ledger ledger,
        List<Budget> budgets) {

    /** The code of doing nothing. */
    public static final String DO_NOTHING = "DO_NOTHING";

    /** The code of several answers side by side. */
    public static final String TOGETHER = "TOGETHER";

    public Bill {
        sheets = List.copyOf(sheets);
        inputs = List.copyOf(inputs);
        breakEven = List.copyOf(breakEven);
        budgets = List.copyOf(budgets);
    }

    /** Of what each variant is estimated to add. */
    public static Bill of(World world, Estimate estimate, Prices prices, Wanted wanted) {
        return of(world, estimate, prices, wanted, answer -> true);
    }

    /**
     * Likewise, of some of the answers that are no mesh.
     *
     * @param answers by their codes
     */
    public static Bill of(World world, Estimate estimate, Prices prices, Wanted wanted, Predicate<String> answers) {
        Catalogue catalogue = world.catalogue();
        Costs costs = Costs.of(catalogue.library());
        Optional<Pools> there = Pools.of(world.snapshot().live());
        Counts counts = Counts.of(world, estimate.scale(), prices, wanted, there);
        Optional<Pools> pools = there.map(p -> p.with(counts.grow(), wanted.replicas()));
        Ledger ledger = Ledger.of(world.snapshot(), costs.kinds());
        Bookkeeping books = new Bookkeeping(prices, counts, new Compute(prices, counts, pools), ledger);
        List<Option> options = new ArrayList<>();
        List<Overhead> grown = estimate.overheads().stream().map(o -> WhatIf.of(o, wanted)).toList();
        grown.forEach(o -> options.add(mesh(o, costs, catalogue.versions())));
        costs.answers().stream().filter(a -> answers.test(a.answer())).forEach(a -> options.add(answer(a, counts, catalogue)));
        List<Option> together = options.stream().filter(o -> wanted.together().contains(o.id())).toList();
        if (together.size() > 1) {
            options.add(Option.together(TOGETHER, together));
        }
        return new Bill(prices, wanted, options.stream().map(o -> books.sheet(o.with(prices.own(o.id())), wanted.months())).toList(),
                counts.inputs(prices), BreakEven.of(catalogue), ledger, Budget.of(world, estimate.forecasts(), wanted.objectives()));
    }

    private static Option mesh(Overhead overhead, Costs costs, Map<String, Versions> versions) {
        Optional<VariantCosts> own = costs.variant(overhead.variant());
        List<String> unseen = new ArrayList<>(overhead.unseen());
        if (own.isEmpty()) {
            unseen.add("what is special in the costs of " + overhead.name() + " is not in the catalogue");
        }
        Map<Driver, Factor> counted = new EnumMap<>(Driver.class);
        own.ifPresent(v -> {
            counted.put(Driver.COMPONENT, Factor.counted("components of " + v.variant(), v.components().size(), "components: "
                    + String.join(", ", v.components())));
            List<Versions.Release> releases = Optional.ofNullable(versions.get(overhead.mesh())).map(Versions::versions).orElse(List.of());
            counted.put(Driver.FORCED_UPGRADE, ForcedUpgrades.of(v, releases));
        });
        return new Option(overhead.variant(), overhead.name(), overhead.mesh(), overhead.parts(),
                Costs.both(costs.meshes().items(), own.map(VariantCosts::items).orElse(List.of())),
                Costs.both(own.map(VariantCosts::nothing).orElse(List.of()), costs.meshes().nothing()), counted, unseen);
    }

    private static Option answer(AnswerCosts costs, Counts counts, Catalogue catalogue) {
        Range requests = counts.requests().range();
        List<Part> parts = costs.parts().stream().map(p -> p.part(switch (p.where()) {
            case POD -> (int) Math.round(counts.pods().range().likely());
            case NODE -> (int) Math.round(counts.nodes().range().likely());
            case OWN -> p.count();
        }, requests)).toList();
        String name = costs.answer().equals(DO_NOTHING) ? "Doing nothing"
                : Optional.ofNullable(catalogue.answers().get(costs.answer())).map(a -> a.title()).orElse(costs.answer());
        return new Option(costs.answer(), name, "", parts, costs.items(), costs.nothing(), Map.of(), List.of());
    }

    /** The same, with some of the sheets. */
    public Bill only(Predicate<Sheet> some) {
        return new Bill(prices, wanted, sheets.stream().filter(some).toList(), inputs, breakEven, ledger, budgets);
    }

    /** The currency of all amounts. */
    public String currency() {
        return prices.currency();
    }

    /** The sheet of a variant or an answer; empty if there is none. */
    public Optional<Sheet> sheet(String option) {
        return sheets.stream().filter(s -> s.option().equals(option)).findFirst();
    }

    /** What a variant or an answer costs each month, with the weakest of what its counted lines stand on; empty if there is none. */
    public Optional<Amount> perMonth(String option) {
        return sheet(option).map(s -> new Amount(s.monthly().all(), currency() + "/month", Saids.all(s.lines().stream()
                .filter(l -> l.kind().role() == LineKind.Role.COUNTED && l.kind().timing() == LineKind.Timing.MONTHLY)
                .flatMap(l -> l.value() instanceof Value.Money money ? Stream.of(money.said()) : Stream.of())
                .toList())));
    }
}
