package meshadvisor.bench;

import static meshadvisor.bench.AnalysisRun.variant;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import meshadvisor.bench.BenchRun.End;
import meshadvisor.bench.Looks.Decision.GoOn;
import meshadvisor.bench.Looks.Decision.Stop;
import meshadvisor.bench.Looks.Width;
import meshadvisor.bench.Variant.Rank;
import meshadvisor.bench.Variant.Scope;
import org.junit.jupiter.api.Test;

/** Whether more blocks are driven. */
class AnalysisLooksTest {

    private static final Order.Design DESIGN = Order.Design.USUAL;

    @Test
    void narrow_intervals_end_a_run_but_not_before_a_rare_stall_would_have_been_seen() {
        assertThat(Looks.decided(List.of(new Width("p50 of x at 100/s", 10, 0.02)), DESIGN, 10)).isEqualTo(new GoOn("After 10 blocks 1 of 1"
                + " differences are not known well enough, such as p50 of x at 100/s to ±2 % of baseline's from 10 valid blocks; with fewer"
                + " than 22 a stall in one block of ten would often not be seen."));
        assertThat(Looks.decided(List.of(new Width("p50", 22, 0.02)), DESIGN, 24))
                .isEqualTo(new Stop(End.PRECISE, "After 24 blocks p50 and p99 of all variants are known to ±10 % of baseline's."));
    }

    @Test
    void one_wide_interval_is_enough_to_go_on_and_it_is_said_what_it_would_take() {
        var widths = List.of(new Width("p50", 24, 0.02), new Width("p99 of x at 100/s", 24, 0.2));
        assertThat(Looks.decided(widths, DESIGN, 24)).isEqualTo(new GoOn("After 24 blocks 1 of 2 differences are not known well enough,"
                + " such as p99 of x at 100/s to ±20 % of baseline's from 24 valid blocks; ±10 % would take about 96."));
    }

    @Test
    void the_last_look_ends_it() {
        assertThat(Looks.decided(List.of(new Width("p99", 36, 0.2)), DESIGN, 36))
                .isInstanceOfSatisfying(Stop.class, stop -> assertThat(stop.end()).isEqualTo(End.LAST_LOOK));
    }

    @Test
    void a_run_none_of_whose_cells_is_valid_is_given_up() {
        var run = new AnalysisRun(variant("baseline", Rank.PLAIN, Scope.NAMESPACE), variant("istio-sidecar", Rank.POLICY, Scope.NAMESPACE));
        for (int block = 1; block <= 10; block++) {
            run.cell(block, "baseline", micros -> micros).invalid(block, "istio-sidecar", "The proof of path is missing.");
        }
        assertThat(Looks.at(run.ended(), 1, 10))
                .isInstanceOfSatisfying(Stop.class, stop -> assertThat(stop.end()).isEqualTo(End.ABORTED));
    }

    @Test
    void blocks_of_other_sessions_do_not_make_this_one_precise() {
        var cluster = variant("cilium-wireguard", Rank.ENCRYPTION, Scope.CLUSTER);
        var run = new AnalysisRun(variant("baseline", Rank.PLAIN, Scope.NAMESPACE), cluster);
        for (int block = 1; block <= 24; block++) {
            run.cell(1, block, "baseline", AnalysisRun.STEADY, micros -> micros)
                    .cell(1, block, "cilium-wireguard", AnalysisRun.STEADY, micros -> micros + 10);
        }
        run.cell(2, 1, "baseline", AnalysisRun.STEADY, micros -> micros)
                .cell(2, 1, "cilium-wireguard", AnalysisRun.STEADY, micros -> micros + 10);
        assertThat(Looks.at(run.ended(), 1, 24)).isInstanceOf(Stop.class);
        assertThat(Looks.at(run.ended(), 2, 1)).isInstanceOf(GoOn.class);
    }

    @Test
    void what_is_looked_at_again_is_decided_as_before_whatever_came_after_it() {
        var run = new AnalysisRun(variant("baseline", Rank.PLAIN, Scope.NAMESPACE), variant("istio-sidecar", Rank.POLICY, Scope.NAMESPACE));
        for (int block = 1; block <= 10; block++) {
            run.cell(block, "baseline", micros -> micros).cell(block, "istio-sidecar", micros -> micros + 10);
        }
        var then = Looks.at(run.ended(), 1, 10);
        for (int block = 11; block <= 24; block++) {
            run.cell(block, "baseline", micros -> micros).cell(block, "istio-sidecar", micros -> micros + 10);
        }
        assertThat(then).isInstanceOf(GoOn.class);
        assertThat(Looks.at(run.ended(), 1, 10)).isEqualTo(then);
        assertThat(Looks.at(run.ended(), 1, 24)).isInstanceOf(Stop.class);
    }

    @Test
    void a_variant_that_cannot_be_driven_with_a_load_does_not_keep_a_run_from_its_end() {
        var run = new AnalysisRun(variant("baseline", Rank.PLAIN, Scope.NAMESPACE), variant("istio-sidecar", Rank.POLICY, Scope.NAMESPACE),
                variant("app-mtls", Rank.PLAIN, Scope.NAMESPACE));
        for (int block = 1; block <= 24; block++) {
            run.cell(block, "baseline", micros -> micros).cell(block, "istio-sidecar", micros -> micros + 10);
        }
        assertThat(Looks.at(run.ended(), 1, 24))
                .isInstanceOfSatisfying(Stop.class, stop -> assertThat(stop.end()).isEqualTo(End.PRECISE));
    }

    @Test
    void too_few_requests_are_not_called_invalid_cells() {
        assertThat(Looks.decided(List.of(), DESIGN, 10)).isInstanceOfSatisfying(GoOn.class,
                more -> assertThat(more.because()).contains("too few requests"));
        assertThat(Looks.decided(List.of(), DESIGN, 36))
                .isInstanceOfSatisfying(Stop.class, stop -> assertThat(stop.end()).isEqualTo(End.LAST_LOOK));
    }
}
