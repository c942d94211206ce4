package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.bench.Load;
import meshadvisor.bench.Load.Protocol;
import meshadvisor.bench.Order.Scenario;
import meshadvisor.bench.Step;

/**
 * Randomised complete blocks: each block drives every way once, in random order, and the cells of a way in random order, so that
 * what changes slowly (neighbours, temperature, caches) meets all alike. Fisher, The Design of Experiments, 1935, chapter IV.
 */
record Blocks(Setting setting, List<Way> ways) {

    /** All blocks, with the looks between them; without baseline there is nothing to look at, and all blocks are driven. */
    List<Step> steps() {
        Random random = new Random(setting.design().seed());
        List<Integer> looks = setting.design().looks();
        boolean withBaseline = ways.stream().anyMatch(way -> way.id().equals(Ways.BASELINE));
        List<Step> steps = new ArrayList<>();
        for (int block = 1; block <= looks.getLast(); block++) {
            for (Way way : shuffled(ways, random)) {
                List<Step.Cell> cells = cells(way);
                if (!cells.isEmpty()) {
                    steps.add(new Generators(setting, way).drive(block, shuffled(cells, random)));
                }
            }
            if (looks.contains(block) && withBaseline) {
                steps.add(new Step.Look(setting.design().session(), block));
            }
        }
        return steps;
    }

    /** Why a way cannot be driven with a load, a clause; empty if it can. */
    static Optional<String> unfit(Way way, Load load) {
        if (way.ownTls() && (load.shape() != Load.Shape.HOP || load.protocol() == Protocol.TCP)) {
            return Optional.of("the load generator has TLS neither for tcp nor for calls onward from server to server");
        }
        return way.variant().refusal(load.protocol());
    }

    /** Whether it can. */
    static boolean fits(Way way, Load load) {
        return unfit(way, load).isEmpty();
    }

    /** What a way is driven with in each block, in the order of the loads. */
    List<Step.Cell> cells(Way way) {
        List<Load> loads = setting.order().loads();
        return IntStream.range(0, loads.size()).boxed().filter(at -> fits(way, loads.get(at)))
                .flatMap(at -> cells(way, at + 1)).toList();
    }

    private Stream<Step.Cell> cells(Way way, int number) {
        Load load = setting.order().loads().get(number - 1);
        if (setting.order().scenarios().isEmpty()) {
            return Stream.of(new Step.Cell(Disturbances.name(load, number, Optional.empty()), load, List.of(), List.of()));
        }
        return Arrays.stream(Scenario.values()).filter(setting.order().scenarios()::contains)
                .filter(scenario -> Disturbances.impossible(scenario, way).isEmpty())
                .map(scenario -> new Step.Cell(Disturbances.name(load, number, Optional.of(scenario)), load, List.of(scenario),
                        new Disturbances(setting, way).of(scenario, load)));
    }

    /** Fisher and Yates, as Durstenfeld wrote it (CACM 7, 1964, algorithm 235). */
    private static <T> List<T> shuffled(List<T> items, Random random) {
        List<T> order = new ArrayList<>(items);
        for (int last = order.size() - 1; last > 0; last--) {
            int other = random.nextInt(last + 1);
            T item = order.get(last);
            order.set(last, order.get(other));
            order.set(other, item);
        }
        return List.copyOf(order);
    }
}
