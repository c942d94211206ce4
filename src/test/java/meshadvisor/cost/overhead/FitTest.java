package meshadvisor.cost.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import meshadvisor.measure.Quantiles;
import org.apache.commons.math3.distribution.TDistribution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a few measurements say of the next one. */
class FitTest {

    private static final int EXPERIMENTS = 4_000;

    /** A component of the published raw data, for each request per second where it is CPU. */
    private record Component(String name, List<Double> values) {}

    private static List<Component> published() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("test/resources/overhead/great-sidecar-debate.csv")).stream()
                .filter(l -> !l.startsWith("#")).toList();
        double[] rates = Arrays.stream(lines.getFirst().split(",", -1)).skip(2).mapToDouble(Double::parseDouble).toArray();
        List<Component> components = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            List<Double> values = new ArrayList<>();
            for (int i = 0; i < rates.length; i++) {
                values.add(Double.parseDouble(cells[i + 2]) / (cells[1].equals("cpu") ? rates[i] : 1));
            }
            components.add(new Component(cells[0] + " " + cells[1], values));
        }
        return components;
    }

    @Test
    void two_rates_of_the_published_data_predict_the_other_three() throws IOException {
        List<String> missed = new ArrayList<>();
        List<Double> widths = new ArrayList<>();
        for (Component component : published()) {
            for (int one = 0; one < 5; one++) {
                for (int other = one + 1; other < 5; other++) {
                    var range = Fit.of(List.of(component.values.get(one), component.values.get(other))).range();
                    for (int cell = 0; cell < 5; cell++) {
                        if (cell != one && cell != other) {
                            widths.add(Math.log(range.high() / range.low()));
                            double truth = component.values.get(cell);
                            if (truth < range.low() || truth > range.high()) {
                                missed.add(component.name + ": " + one + " and " + other + " do not predict " + cell);
                            }
                        }
                    }
                }
            }
        }
        assertThat(widths).hasSize(6 * 10 * 3);
        assertThat(missed).as(String.valueOf(missed)).hasSizeLessThanOrEqualTo(widths.size() / 10);
        assertThat(Math.exp(widths.stream().mapToDouble(w -> w).average().orElseThrow())).isLessThanOrEqualTo(1.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void a_range_for_nine_of_ten_holds_the_next_measurement_in_nine_of_ten_environments(int measurements) {
        Random random = new Random(measurements);
        int held = 0;
        for (int i = 0; i < EXPERIMENTS; i++) {
            double truth = 100 * Math.exp(2 * random.nextGaussian());
            double spread = Fit.USUAL_SPREAD * Math.sqrt(Fit.WORTH / chiSquared(random));
            List<Double> measured = Stream.generate(() -> truth * Math.exp(spread * random.nextGaussian())).limit(measurements).toList();
            var range = Fit.of(measured).range();
            double next = truth * Math.exp(spread * random.nextGaussian());
            held += range.low() <= next && next <= range.high() ? 1 : 0;
        }
        assertThat((double) held / EXPERIMENTS).isBetween(0.88, 0.92);
    }

    private static double chiSquared(Random random) {
        return random.doubles((long) Fit.WORTH).map(any -> random.nextGaussian()).map(z -> z * z).sum();
    }

    @ParameterizedTest
    @CsvSource({"0.05, 10", "0.95, 10", "0.5, 10", "0.95, 11", "0.999, 14", "0.01, 40"})
    void quantiles_of_students_distribution_are_those_of_commons_math(double probability, double degrees) {
        double exact = new TDistribution(degrees).inverseCumulativeProbability(probability);
        assertThat(Quantiles.student(probability, degrees)).isCloseTo(exact, within(
                Math.max(1e-9, 0.001 * Math.abs(exact))));
    }

    @Test
    void more_measurements_that_agree_make_the_range_narrower_and_one_that_does_not_makes_it_wider() {
        double one = width(List.of(100.0));
        assertThat(width(List.of(100.0, 101.0, 99.0, 100.0))).isLessThan(one);
        assertThat(width(List.of(100.0, 200.0))).isGreaterThan(one);
        assertThat(Fit.of(List.of(50.0, 200.0)).middle()).isCloseTo(100, Percentage.withPercentage(1e-6));
    }

    private static double width(List<Double> measured) {
        var range = Fit.of(measured).range();
        return range.high() / range.low();
    }
}
