package meshadvisor.bench;

import static meshadvisor.bench.AnalysisRun.variant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
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

    @Test
    void a_block_with_an_invalid_cell_is_left_out_of_its_pair_and_said_so() {
        var run = new AnalysisRun(BASELINE, AGAIN, SIDECAR);
        blocks(run, 1, 11, 400);
        run.cell(12, "baseline", micros -> micros).cell(12, "baseline-again", micros -> micros)
                .invalid(12, "istio-sidecar", "The proof of path is missing.");
        var report = Analysis.of(run.ended());
        var p50 = comparison(report, "istio-sidecar", Statistic.P50);
        assertThat(p50.outcome().effect().orElseThrow().blocks()).isEqualTo(11);
        assertThat(p50.leftOut())
                .containsExactly("In block 12 of session 1, istio-sidecar is invalid: The proof of path is missing.");
        assertThat(report.situations().getFirst().floors().getFirst().outcome().effect().orElseThrow().blocks()).isEqualTo(12);
        assertThat(report.invalid()).hasSize(1);
        assertThat(report.situations().getFirst().traffic().getLast().invalidCells()).isEqualTo(1);
    }

    @Test
    void fewer_than_ten_blocks_are_inconclusive_and_the_interval_is_shown() {
        var run = new AnalysisRun(BASELINE, AGAIN, SIDECAR);
        blocks(run, 1, 9, 400);
        var outcome = comparison(Analysis.of(run.ended()), "istio-sidecar", Statistic.P50).outcome();
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Inconclusive.class,
                not -> assertThat(not.because()).containsExactly("9 valid blocks are fewer than 10."));
        assertThat(outcome.effect()).isPresent();
    }

    @Test
    void a_histogram_that_cannot_be_read_makes_its_cell_invalid() {
        var run = new AnalysisRun(BASELINE, AGAIN);
        blocks(run, 1, 2, 0);
        var whole = run.ended();
        var cell = whole.cells().getFirst();
        var broken = new BenchRun.CellResult(1, 1, "baseline", cell.load(), List.of(), List.of(), "AAAA", cell.counts(), List.of(), 0, 20,
                Map.of());
        var cells = Cells.of(new BenchRun(whole.plan(), whole.scene(), whole.startedAt(), List.of(), List.of(broken), List.of(), List.of(),
                List.of(), List.of(), whole.end()));
        assertThat(cells.invalid().getFirst().invalid().getFirst()).isEqualTo("Its histogram of latencies is empty or damaged.");
    }

    @Test
    void a_quantile_above_which_too_few_requests_lie_is_not_asked() {
        var little = new Load(Load.Shape.HOP, Load.Protocol.HTTP1, Load.Reuse.KEPT, 100, 32, 100); // 2000 requests a block
        var run = new AnalysisRun(BASELINE, AGAIN, SIDECAR);
        for (int block = 1; block <= 10; block++) {
            for (String variant : List.of("baseline", "baseline-again", "istio-sidecar")) {
                run.cell(1, block, variant, little, micros -> micros);
            }
        }
        var report = Analysis.of(run.ended());
        assertThat(comparison(report, "istio-sidecar", Statistic.P99).outcome().effect()).isPresent();
        assertThat(comparison(report, "istio-sidecar", Statistic.P99_9).outcome()).isEqualTo(new Outcome.NotAsked(
                "p99.9 was not asked: a block has 2000 requests, and 10000 are needed so that 10 lie above it."));
        assertThat(report.family()).isEqualTo(3);
    }

    @Test
    void baseline_against_itself_is_equivalent_and_gives_the_floor() {
        var run = new AnalysisRun(BASELINE, AGAIN, SIDECAR);
        blocks(run, 1, 24, 0);
        var floor = report(run).floors().getFirst();
        assertThat(floor.statistic()).isEqualTo(Statistic.P50);
        assertThat(floor.outcome()).isInstanceOf(Outcome.Equivalent.class);
        assertThat(floor.micros()).isEqualTo(floor.outcome().effect().orElseThrow().unadjusted().farthest());
        assertThat(comparison(Analysis.of(run.ended()), "istio-sidecar", Statistic.P50).outcome()).isInstanceOf(Outcome.Equivalent.class);
    }

    @Test
    void a_variant_of_the_whole_cluster_needs_two_sessions() {
        var cluster = variant("cilium-wireguard", Rank.ENCRYPTION, Scope.CLUSTER);
        var once = new AnalysisRun(BASELINE, AGAIN, cluster);
        session(once, 1, 300);
        assertThat(comparison(Analysis.of(once.ended()), "cilium-wireguard", Statistic.P50).outcome())
                .isInstanceOf(Outcome.NotComparable.class);
        session(once, 2, 310);
        var report = Analysis.of(once.ended());
        var effect = comparison(report, "cilium-wireguard", Statistic.P50).outcome().effect().orElseThrow();
        assertThat(effect.byMicros()).isCloseTo(305, within(2.0));
        assertThat(effect.effectiveBlocks()).isEqualTo(2);
        assertThat(effect.degrees()).isEqualTo(1);
        assertThat(effect.unadjusted().half()).isBetween(40.0, 90.0); // 12.7 · 5 and noise: two sessions say little
    }

    @Test
    void only_variants_of_one_class_are_ranked_and_those_alike_share_a_place() {
        var other = variant("other-policy", Rank.POLICY, Scope.NAMESPACE);
        var third = variant("third-policy", Rank.POLICY, Scope.NAMESPACE);
        var lone = variant("lone-identity", Rank.IDENTITY, Scope.NAMESPACE);
        var run = new AnalysisRun(BASELINE, AGAIN, SIDECAR, other, third, lone);
        for (int block = 1; block <= 10; block++) {
            run.cell(block, "baseline", micros -> micros).cell(block, "baseline-again", micros -> micros)
                    .cell(block, "istio-sidecar", micros -> micros + 400).cell(block, "other-policy", micros -> micros + 100)
                    .cell(block, "third-policy", micros -> micros + 400).cell(block, "lone-identity", micros -> micros + 50);
        }
        var rankings = report(run).rankings();
        assertThat(rankings).allMatch(ranking -> ranking.rank() == Rank.POLICY);
        var p50 = rankings.getFirst();
        assertThat(p50.places().getFirst()).isEqualTo(new BenchReport.Place(1, List.of("other-policy")));
        assertThat(p50.places().getLast().variants()).containsExactlyInAnyOrder("istio-sidecar", "third-policy");
        assertThat(p50.places()).hasSize(2);
    }

    @Test
    void a_mesh_is_compared_with_mutual_tls_of_the_application_too() {
        var mutual = variant("app-mtls", Rank.ENCRYPTION, Scope.NAMESPACE);
        var run = new AnalysisRun(BASELINE, AGAIN, mutual, SIDECAR);
        for (int block = 1; block <= 10; block++) {
            run.cell(block, "baseline", micros -> micros).cell(block, "baseline-again", micros -> micros)
                    .cell(block, "app-mtls", micros -> micros + 60).cell(block, "istio-sidecar", micros -> micros + 400);
        }
        var against = report(run).comparisons().stream().filter(each -> each.against().equals("app-mtls")).toList();
        assertThat(against).hasSize(4).allMatch(each -> each.variant().equals("istio-sidecar"));
        assertThat(against.getFirst().outcome().effect().orElseThrow().byMicros()).isCloseTo(340, within(2.0));
    }

    @Test
    void each_hop_of_a_chain_adds_a_third_of_the_mean() {
        var chain = new Load(Load.Shape.CHAIN, Load.Protocol.HTTP1, Load.Reuse.KEPT, 200, 32, 100);
        var run = new AnalysisRun(BASELINE, AGAIN, SIDECAR);
        for (int block = 1; block <= 10; block++) {
            run.cell(1, block, "baseline", chain, micros -> micros).cell(1, block, "baseline-again", chain, micros -> micros)
                    .cell(1, block, "istio-sidecar", chain, micros -> micros + 900);
        }
        assertThat(report(run).perHop()).singleElement()
                .satisfies(hop -> assertThat(hop.byMicros()).isCloseTo(300, within(2.0)));
    }

    @Test
    void what_baseline_loses_when_a_mesh_is_installed_is_idle_tax() {
        var run = new AnalysisRun(BASELINE, AGAIN).session(1).session(2, "istio-sidecar");
        for (int block = 1; block <= 12; block++) {
            double noise = block % 3;
            run.cell(1, block, "baseline", AnalysisRun.STEADY, micros -> micros + noise)
                    .cell(1, block, "baseline-again", AnalysisRun.STEADY, micros -> micros + noise)
                    .cell(2, block, "baseline", AnalysisRun.STEADY, micros -> micros + noise + 30);
        }
        var tax = Analysis.of(run.ended()).idleTax().getFirst();
        assertThat(tax.byMicros()).isCloseTo(30, within(1.5));
        assertThat(tax.aboveFloor()).isTrue();
        assertThat(tax.installed()).containsExactly("istio-sidecar");
    }

    @Test
    void the_report_says_what_so_few_blocks_do_not_show() {
        var run = new AnalysisRun(BASELINE, AGAIN, SIDECAR);
        blocks(run, 1, 10, 400);
        assertThat(Analysis.of(run.ended()).warnings()).contains("The comparison with the fewest blocks has 10: it shows with a chance of"
                + " nine in ten only what happens in 21 % of blocks or more.");
    }

    private static void blocks(AnalysisRun run, int from, int to, double added) {
        for (int block = from; block <= to; block++) {
            run.cell(block, "baseline", micros -> micros).cell(block, "baseline-again", micros -> micros)
                    .cell(block, "istio-sidecar", micros -> micros + added);
        }
    }

    private static void session(AnalysisRun run, int session, double added) {
        for (int block = 1; block <= 10; block++) {
            run.cell(session, block, "baseline", AnalysisRun.STEADY, micros -> micros)
                    .cell(session, block, "baseline-again", AnalysisRun.STEADY, micros -> micros)
                    .cell(session, block, "cilium-wireguard", AnalysisRun.STEADY, micros -> micros + added);
        }
    }

    private static BenchReport.Situation report(AnalysisRun run) {
        return Analysis.of(run.ended()).situations().getFirst();
    }

    static Comparison comparison(BenchReport report, String variant, Statistic statistic) {
        return report.situations().getFirst().comparisons().stream()
                .filter(each -> each.variant().equals(variant) && each.against().equals("baseline") && each.statistic() == statistic)
                .findFirst().orElseThrow();
    }
}
