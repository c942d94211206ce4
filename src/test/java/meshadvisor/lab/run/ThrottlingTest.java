package meshadvisor.lab.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import meshadvisor.lab.run.GeneratorRun.Span;
import meshadvisor.lab.run.Quotas.Kept;
import org.junit.jupiter.api.Test;

/** What is made of the kubelets' figures on quotas. */
class ThrottlingTest {

    private static final Span SENDING = new Span(90_000, 120_000);
    private static final Span PLATEAU = new Span(100_000, 120_000);

    @Test
    void only_containers_with_a_quota_stand_on_the_page() {
        List<String> page = List.of("# TYPE container_cpu_cfs_throttled_seconds_total counter",
                "container_cpu_cfs_throttled_seconds_total{container=\"server\",id=\"/kubepods.slice/x\",image=\"i\",name=\"n\",namespace=\"a\","
                        + "pod=\"p\"} 0.25 1764293400123",
                "container_cpu_cfs_throttled_seconds_total{container=\"\",id=\"/kubepods.slice\",image=\"\",name=\"\",namespace=\"a\",pod=\"p\"}"
                        + " 9 1764293400123",
                "container_cpu_cfs_throttled_periods_total{container=\"server\",id=\"/\",image=\"i\",name=\"n\",namespace=\"a\",pod=\"p\"} 3"
                        + " 1764293400123");
        assertThat(Quotas.read(page)).isEqualTo(Map.of("a/p/server", Map.of(1764293400123.0, 0.25)));
    }

    @Test
    void what_a_server_was_kept_from_in_the_plateau_is_read_by_a_straight_line() {
        var looks = looks(80, 1.0, 95, 1.0, 110, 1.0, 125, 1.75, 140, 9.0);
        assertThat(Quotas.within(looks, PLATEAU, SENDING)).contains(new Kept(PLATEAU, 0.5));
    }

    @Test
    void what_a_proxy_needed_to_start_is_not_charged() {
        assertThat(Quotas.within(looks(92, 0.0, 101, 3.0, 113, 3.0), PLATEAU, SENDING))
                .contains(new Kept(new Span(101_000, 113_000), 0.0));
    }

    @Test
    void too_few_looks_say_nothing() {
        assertThat(Quotas.within(new TreeMap<>(), PLATEAU, SENDING)).isEmpty();
        assertThat(Quotas.within(looks(95, 0.0), PLATEAU, SENDING)).isEmpty();
        assertThat(Quotas.within(looks(85, 0.0, 105, 0.0), PLATEAU, SENDING)).isEmpty();
        assertThat(Quotas.within(looks(130, 0.0, 140, 0.0), PLATEAU, SENDING)).isEmpty();
    }

    @Test
    void more_than_the_limit_speaks_against_a_cell() {
        assertThat(Throttling.against("a/p/server", new Kept(PLATEAU, 0.2))).isEmpty();
        assertThat(Throttling.against("a/p/server", new Kept(PLATEAU, 0.21)).orElseThrow())
                .startsWith("The CPU quota of a/p/server kept it from running for 0.21 s of 20.0 s; the limit is 1 %.");
    }

    private static NavigableMap<Double, Double> looks(double... secondsAndCounts) {
        var looks = new TreeMap<Double, Double>();
        for (int i = 0; i < secondsAndCounts.length; i += 2) {
            looks.put(secondsAndCounts[i] * 1000, secondsAndCounts[i + 1]);
        }
        return looks;
    }
}
