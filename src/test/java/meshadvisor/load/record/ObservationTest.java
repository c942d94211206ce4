package meshadvisor.load.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the program uses and suffers while it measures is seen. */
class ObservationTest {

    @Test
    void lateness_is_what_a_sleep_takes_more_than_the_shortest_one() {
        Hiccups hiccups = Hiccups.still();
        hiccups.note(1_000);
        hiccups.note(Hiccups.INTERVAL + 60_000);
        hiccups.note(Hiccups.INTERVAL + 60_000);
        hiccups.note(Hiccups.INTERVAL + 90_000);
        Summary seen = hiccups.seen();
        assertThat(seen.count()).isEqualTo(3);
        assertThat(seen.at(Quantile.P50)).isZero();
        assertThat(seen.at(Quantile.MAX)).isBetween(30_000L, 30_030L);
    }

    @Test
    void a_long_hiccup_counts_for_all_sleeps_that_it_swallowed() {
        Hiccups hiccups = Hiccups.still();
        hiccups.note(Hiccups.INTERVAL);
        hiccups.note(11 * Hiccups.INTERVAL);
        Summary seen = hiccups.seen();
        assertThat(seen.count()).isEqualTo(11);
        assertThat(seen.at(Quantile.P50)).isBetween(5 * Hiccups.INTERVAL, 5 * Hiccups.INTERVAL + Hiccups.INTERVAL / 100);
        assertThat(seen.at(Quantile.MAX)).isBetween(10 * Hiccups.INTERVAL, 10 * Hiccups.INTERVAL + Hiccups.INTERVAL / 50);
    }

    @Test
    void pauses_are_counted_summed_and_the_longest_kept() {
        try (Pauses pauses = Pauses.listen()) {
            Collected before = pauses.collected();
            pauses.add(500_000);
            pauses.add(7);
            Collected after = pauses.collected();
            assertThat(after.count()).isGreaterThanOrEqualTo(before.count() + 2);
            assertThat(after.totalMillis()).isGreaterThanOrEqualTo(before.totalMillis() + 500_007);
            assertThat(after.longestMillis()).isEqualTo(500_000);
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void a_pause_that_takes_place_is_heard_of() throws InterruptedException {
        try (Pauses pauses = Pauses.listen()) {
            while (pauses.collected().count() == 0) {
                System.gc();
                Thread.sleep(10);
            }
            assertThat(pauses.collected().longestMillis()).isLessThanOrEqualTo(pauses.collected().totalMillis());
        }
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void the_time_of_this_program_is_seen(@TempDir Path nothing) throws InterruptedException {
        Machine machine = new Machine(nothing);
        try (Observation observation = Observation.begin(machine, Environment.read(machine))) {
            Resources seen = observation.end();
            while (seen.hiccups().count() < 3 || seen.cpuSeconds().orElseThrow() == 0) {
                Thread.sleep(1);
                seen = observation.end();
            }
            double share = seen.cpuSeconds().orElseThrow() / seen.seconds() / Runtime.getRuntime().availableProcessors();
            assertThat(seen.cpuShare().orElseThrow()).isCloseTo(share, within(1e-9));
            assertThat(seen.taken().stealShare()).isEmpty();
        }
    }
}
