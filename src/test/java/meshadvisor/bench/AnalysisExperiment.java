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
        List<double[]> values = List.of(noise.blocks(most, deviation, random));
        var valid = IntStream.range(0, most).mapToObj(block -> random.doubles(4).mapToObj(chance -> chance >= INVALID).toList()).toList();
        int blocks = design.looks().stream().filter(look -> stops(values, valid, design, look)).findFirst().orElse(most);
        var floor = Judgement.of(List.of(new Cells(values, valid, 1, blocks).trial(design.margin(), 0, seed))).getFirst();
        double micros = floor.effect().orElseThrow().unadjusted().farthest();
        var outcomes = Judgement.of(IntStream.of(2, 3)
                .mapToObj(variant -> new Cells(values, valid, variant, blocks).trial(design.margin(), micros, seed)).toList());
        return new AnalysisExperiment(blocks, floor, outcomes.getFirst(), outcomes.getLast());
    }

    /** A variant and baseline in the blocks in which both are valid. */
    private record Cells(List<double[]> values, List<List<Boolean>> valid, int variant, int blocks) {
        Trial trial(Margin margin, double floor, long seed) {
            return Trial.ofBlocks(combined(1, -1), Reference.of(margin, (one, other) -> combined(one, other).estimate()), floor, seed);
        }

        Differences combined(double one, double other) {
            var differences = new ArrayList<Double>();
            for (int block = 0; block < blocks; block++) {
                if (valid.get(block).getFirst() && valid.get(block).get(variant)) {
                    differences.add(one * values.get(block)[variant] + other * values.get(block)[0]);
                }
            }
            return new Differences(differences, 0.001 * AnalysisNoise.LEVEL);
        }
    }

    private static boolean stops(List<double[]> values, List<List<Boolean>> valid, Order.Design design, int look) {
        var widths = IntStream.of(1, 2, 3).mapToObj(variant -> {
            var differences = new Cells(values, valid, variant, look).combined(1, -1);
            return Looks.Width.of("", differences.values().size(), differences.estimate(), AnalysisNoise.LEVEL);
        }).toList();
        return Looks.decided(widths, design, look) instanceof Looks.Decision.Stop;
    }
}
