package meshadvisor.cost.overhead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.Load;
import meshadvisor.cost.overhead.Calibration.OneCall;
import meshadvisor.cost.overhead.Profile.Measurement;
import meshadvisor.measure.Quantiles;
import meshadvisor.support.BenchRuns;
import meshadvisor.support.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What runs of the benchmark say of the figures of the catalogue. */
class CalibrationTest {

    private static Profile profile(BenchRun run) {
        return Calibration.of(run, Analysis.of(run), Knowledge.CATALOGUE);
    }

    private static Measurement measured(Profile profile, String figure, String at) {
        return profile.of("istio", figure, at).orElseThrow();
    }

    @Test
    void a_run_measures_a_call_and_a_proxy_at_each_rate() {
        Profile profile = profile(BenchRuns.usual());

        assertThat(profile.environment()).isEqualTo("lab");
        Measurement cpu = measured(profile, "sidecar-cpu", "");
        assertThat(cpu.values()).extracting(Profile.Value::load).containsExactly("200/s, hop", "1000/s, hop");
        assertThat(cpu.fit().middle()).isCloseTo(410, within(12.0)); // 0.82 CPU seconds of both proxies for 1000 requests
        assertThat(measured(profile, "sidecar-memory", "").fit().middle()).isCloseTo(57.5, within(0.6));
        assertThat(measured(profile, "sidecar-hop", "p50").fit().middle()).isCloseTo(0.42, within(0.05));
        assertThat(measured(profile, "sidecar-hop", "p99").fit().middle()).isBetween(0.42, 1.2);
    }

    @Test
    void a_proxy_that_is_not_as_shipped_is_called_so_in_every_measurement() {
        assertThat(profile(BenchRuns.usual()).measurements()).isNotEmpty().allSatisfy(m -> {
            assertThat(m.stock()).isFalse();
            assertThat(m.words()).contains("istio-sidecar/upstream-envoy").contains("not as its project ships it");
        });
    }

    @Test
    void a_run_without_anything_valid_measures_nothing() {
        assertThat(profile(BenchRuns.of(1).variant("istio-sidecar", 400).blocks(6).allInvalid("It was late.").ended()).measurements())
                .isEmpty();
        assertThat(profile(BenchRuns.of(1).ended()).measurements()).isEmpty();
    }

    @Test
    void of_calls_at_once_nothing_is_said_of_one() {
        Load fan = new Load(Load.Shape.FAN_OUT, Load.Protocol.HTTP1, Load.Reuse.KEPT, 200, 16, 128);
        assertThat(profile(BenchRuns.of(1).variant("istio-sidecar", 400).at(fan).blocks(12).ended()).measurements()).isEmpty();
    }

    @Test
    void one_call_of_a_chain_adds_less_than_the_chain() {
        Load chain = new Load(Load.Shape.CHAIN, Load.Protocol.HTTP1, Load.Reuse.KEPT, 200, 16, 128);
        Profile profile = profile(BenchRuns.of(1).variant("istio-sidecar", 900).at(chain).blocks(12).metered().ended());
        assertThat(measured(profile, "sidecar-hop", "p50").fit().middle()).isBetween(0.2, 0.4);
        assertThat(measured(profile, "sidecar-cpu", "").fit().middle()).isCloseTo(820 / 2.0 / 3, within(5.0));
    }

    /** Three lognormal calls are drawn and added; what they add to two quantiles gives one of them back. */
    @ParameterizedTest
    @CsvSource({"0.3, 0.3", "1, 0.5", "0.1, 0.2", "2, 0.8"})
    void a_call_is_found_again_in_the_chain_that_it_is_one_of(double middle, double deviation) {
        Random random = new Random(5);
        double[] sums = random.doubles(100_000).map(any -> middle * (Math.exp(deviation * random.nextGaussian())
                + Math.exp(deviation * random.nextGaussian()) + Math.exp(deviation * random.nextGaussian()))).sorted().toArray();
        OneCall one = OneCall.of(Quantiles.of(sums, 0.5), Quantiles.of(sums, 0.99), 3).orElseThrow();
        assertThat(one.p50()).isCloseTo(middle, within(0.12 * middle));
        assertThat(one.p99()).isCloseTo(middle * Math.exp(2.326 * deviation), within(0.15 * middle * Math.exp(2.326 * deviation)));
    }

    @Test
    void noise_that_hides_a_difference_gives_no_call() {
        assertThat(List.of(OneCall.of(-0.1, 0.2, 1), OneCall.of(0.3, 0.2, 3), OneCall.of(0, 0, 1))).allMatch(o -> o.isEmpty());
        assertThat(OneCall.of(0.4, 0.9, 1)).hasValueSatisfying(o -> assertThat(o.p99()).isCloseTo(0.9, within(1e-9)));
    }
}
