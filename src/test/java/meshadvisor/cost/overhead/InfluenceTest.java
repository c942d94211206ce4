package meshadvisor.cost.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which input makes how much of the doubt. */
class InfluenceTest {

    private final Lottery lottery = new Lottery(3, Lottery.EXPERIMENTS);

    /** Of a sum of independent inputs, each makes its own share of the variance. */
    @ParameterizedTest
    @CsvSource({"1, 1", "3, 1", "1, 3", "10, 1"})
    void of_a_sum_each_input_makes_the_square_of_its_factor(double a, double b) {
        Sampled sum = lottery.places("a").times(a).plus(lottery.places("b").times(b)).map(v -> v - (a + b) / 2);
        assertThat(Influence.share(sum, lottery.places("a"))).isCloseTo(a * a / (a * a + b * b), within(0.03));
        assertThat(Influence.share(sum, lottery.places("b"))).isCloseTo(b * b / (a * a + b * b), within(0.03));
    }

    @Test
    void an_input_that_a_number_does_not_depend_on_makes_nothing() {
        assertThat(Influence.share(lottery.places("a"), lottery.places("unrelated"))).isLessThan(0.02);
        assertThat(Influence.share(Sampled.exactly(5, Lottery.EXPERIMENTS), lottery.places("a"))).isZero();
    }

    @Test
    void the_input_that_makes_most_is_named_first() {
        Sampled product = lottery.places("small").map(p -> 1 + p).times(lottery.places("large").map(p -> Math.exp(4 * p)));
        List<Influence> influences = Influence.on("CPU", product, lottery.inputs());
        assertThat(influences).extracting(Influence::input).containsExactly("large", "small");
        assertThat(influences.getFirst().share()).isGreaterThan(0.9);
    }
}
