package meshadvisor.simulate.run;

import static org.assertj.core.api.Assertions.assertThat;

import meshadvisor.simulate.input.Draw;
import meshadvisor.simulate.input.Input;
import org.junit.jupiter.api.Test;

/** Four times the pods take about four times as long: no square of anything has crept in. A ratio, because machines differ. */
class SlopeTest {

    private static final double MOST = 1.35;

    @Test
    void the_time_grows_about_as_the_pods_do() {
        double small = fastest(150);
        double large = fastest(600);

        assertThat(Math.log(large / small) / Math.log(4)).as("slope of %.1f ms to %.1f ms", small, large).isLessThan(MOST);
    }

    private static double fastest(int services) {
        Draw draw = Surge.draw("istio-sidecar", 5).with(Input.MEMORY_BEFORE, 0.6).with(Input.PODS_PER_NODE, 20).with(Input.NODE_MEMORY, 32);
        double fastest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 5; i++) {
            long begun = System.nanoTime();
            Simulation.of(Surge.setting(draw, 5, services, 6, 120));
            fastest = Math.min(fastest, (System.nanoTime() - begun) / 1e6);
        }
        return fastest;
    }
}
