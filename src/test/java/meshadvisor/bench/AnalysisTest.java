package meshadvisor.bench;

import static meshadvisor.bench.AnalysisRun.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import meshadvisor.bench.BenchReport.Comparison;
import meshadvisor.bench.Variant.Rank;
import meshadvisor.bench.Variant.Scope;
import org.junit.jupiter.api.Test;

/** From the histograms of a run to what it says. */
class AnalysisTest {

    private static final Variant BASELINE = variant("baseline", Rank.PLAIN, Scope.NAMESPACE);
    private static final Variant AGAIN = variant("baseline-again", Rank.PLAIN, Scope.NAMESPACE);
    private static final Variant SIDECAR = variant("istio-sidecar", Rank.POLICY, Scope.NAMESPACE);

    @Test
    void what_a_sidecar_adds_to_each_request_is_what_is_reported() {
        var run = new AnalysisRun(BASELINE, AGAIN, SIDECAR);
        for (int block = 1; block <= 12; block++) {
            double noise = block % 3;
            run.cell(block, "baseline", micros -> micros + noise).cell(block, "baseline-again", micros -> micros + noise)
                    .cell(block, "istio-sidecar", micros -> micros + 400);
        }
        var report = Analysis.of(run.ended());
        var p50 = comparison(report, "istio-sidecar", Statistic.P50);
        assertThat(p50.outcome()).isInstanceOf(Outcome.Differs.class);
        assertThat(p50.outcome().effect().orElseThrow().byMicros()).isCloseTo(399, within(2.0));
        assertThat(((Outcome.Differs) p50.outcome()).weight()).isEqualTo(Outcome.Weight.CLEAR);
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("flavour: upstream-envoy"));
        assertThat(report.subjects().getLast().labels()).containsExactly("flavour: upstream-envoy");
    }

    static Comparison comparison(BenchReport report, String variant, Statistic statistic) {
        return report.situations().getFirst().comparisons().stream()
                .filter(each -> each.variant().equals(variant) && each.against().equals("baseline") && each.statistic() == statistic)
                .findFirst().orElseThrow();
    }
}
