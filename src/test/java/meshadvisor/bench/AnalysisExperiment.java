package meshadvisor.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import meshadvisor.measure.Differences;

/**
 * The whole procedure on simulated blocks: cells that are invalid, looks, floor, correction, judgement.
 *
 * @param blocks that were driven
 * @param again baseline against itself
 * @param same a variant that adds nothing
 * @param slower a variant that adds something
 */
record AnalysisExperiment(int blocks, Outcome again, Outcome same, Outcome slower) {

    private static final double INVALID = 0.02;

    static AnalysisExperiment of(AnalysisNoise noise, double deviation, Order.Design design, long seed) {
        var random = new Random(seed);
        int most = design.looks().getLast();
        double[][] values = noise.blocks(most, deviation, random);
        var valid = IntStream.range(0, most).mapToObj(block -> random.doubles(4).mapToObj(chance -> chance >= INVALID).toList()).toList();
        int blocks = design.looks().stream().filter(look -> stops(values, valid, design, look)).findFirst().orElse(most);
        var floor = Judgement.of(List.of(trial(differences(values, valid, 1, blocks), 0, seed)), design.margin()).getFirst();
        double micros = floor.effect().orElseThrow().unadjusted().farthest();
        var outcomes = Judgement.of(IntStream.of(2, 3)
                .mapToObj(variant -> trial(differences(values, valid, variant, blocks), micros, seed)).toList(), design.margin());
        return new AnalysisExperiment(blocks, floor, outcomes.getFirst(), outcomes.getLast());
    }

    private static Trial trial(Differences differences, double floor, long seed) {
        return Trial.ofBlocks(differences, AnalysisNoise.LEVEL, floor, seed);
    }

    private static boolean stops(double[][] values, List<List<Boolean>> valid, Order.Design design, int look) {
        var widths = IntStream.of(1, 2, 3).mapToObj(variant -> {
            var differences = differences(values, valid, variant, look);
            return Looks.Width.of("", differences.values().size(), differences.estimate(), AnalysisNoise.LEVEL);
        }).toList();
        return Looks.decided(widths, design, look) instanceof Looks.Decision.Stop;
    }

    private static Differences differences(double[][] values, List<List<Boolean>> valid, int variant, int blocks) {
        var differences = new ArrayList<Double>();
        for (int block = 0; block < blocks; block++) {
            if (valid.get(block).getFirst() && valid.get(block).get(variant)) {
                differences.add(values[block][variant] - values[block][0]);
            }
        }
        return new Differences(differences, 0.001 * AnalysisNoise.LEVEL);
    }
}
