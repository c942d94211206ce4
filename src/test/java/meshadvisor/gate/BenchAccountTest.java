package meshadvisor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchReport;
import meshadvisor.bench.BenchRun;
import meshadvisor.bench.Statistic;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.gate.Bound.Scale;
import meshadvisor.model.Gap;
import meshadvisor.support.BenchRuns;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a benchmark gives to budgets, with its noise. */
class BenchAccountTest {

    private static final BenchRun USUAL = BenchRuns.usual();

    private static BenchRun sidecar(long seed, double micros, double noise) {
        return BenchRuns.of(seed).variant("istio-sidecar", micros).noisy(noise).blocks(22).ended();
    }

    private static Piece one(Account account, String metric, Map<String, String> labels) {
        List<Piece> found = account.pieces().stream().filter(p -> p.metric().equals(metric))
                .filter(p -> labels.entrySet().stream().allMatch(e -> e.getValue().equals(p.labels().get(e.getKey())))).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static final Map<String, String> P50 =
            Map.of("variant", "istio-sidecar", "against", "baseline", "quantile", "p50", "rate", "200");

    @Test
    void what_is_added_lies_in_the_interval_of_all_comparisons_and_not_nearer_than_noise() {
        BenchReport report = Analysis.of(USUAL);
        BenchReport.Situation slow = report.situations().getFirst();
        var comparison = slow.comparisons().stream().filter(c -> c.variant().equals("istio-sidecar") && c.against().equals("baseline")
                && c.statistic() == Statistic.P50).findFirst().orElseThrow();
        double floor = slow.floors().stream().filter(f -> f.statistic() == Statistic.P50).findFirst().orElseThrow().micros() / 1000;
        var effect = comparison.outcome().effect().orElseThrow();
        Quantity quantity = one(BenchAccount.of(USUAL), "latency-added", P50).quantity();

        assertThat(quantity.seen()).isEqualTo(effect.byMicros() / 1000);
        assertThat(quantity.span().low()).isEqualTo(Math.min(effect.simultaneous().low() / 1000, quantity.seen() - floor));
        assertThat(quantity.span().high()).isEqualTo(Math.max(effect.simultaneous().high() / 1000, quantity.seen() + floor));
        assertThat(quantity.span().high() - quantity.seen()).isGreaterThan(floor - 1e-12);
    }

    @ParameterizedTest
    @CsvSource({"200, pass", "20, fail"})
    void a_share_is_of_what_plaintext_takes(double percent, String result) {
        Budget budget = Desk.budget("latency-added", P50, new Bound(Kind.MAX_SHARE, percent, Scale.PERCENT));

        assertThat(Desk.results(Desk.judge(BenchAccount.of(USUAL), Baseline.NONE, budget))).containsExactly(result);
    }

    @Test
    void what_could_not_be_measured_is_not_known_with_the_reason() {
        Piece added = one(BenchAccount.of(BenchRuns.of(1).variant("istio-sidecar", 400).blocks(3).ended()), "latency-added", P50);

        assertThat(added.quantity().unknown()).isTrue();
        assertThat(added.gaps()).isNotEmpty().extracting(Gap::remedy).allSatisfy(r -> assertThat(r).contains("bench run"));
    }

    @ParameterizedTest
    @CsvSource({"410, 410, 0.02, 0.15, pass", "410, 700, 0.02, 0.1, fail", "410, 430, 0.02, 0.02, inconclusive",
            "410, 410, 0.4, 0.02, inconclusive"})
    void a_change_between_two_runs_is_what_their_comparison_says(double before, double after, double noise, double limit, String result) {
        BenchRun one = sidecar(3, before, noise);
        BenchRun other = sidecar(4, after, noise);
        Baseline baseline = new Baseline(BenchAccount.of(one), BenchAccount.changes(one, other));
        Budget budget = Desk.budget("latency-added", P50, new Bound(Kind.MAX_INCREASE, limit, Scale.UNIT));

        assertThat(Desk.results(Desk.judge(BenchAccount.of(other), baseline, budget))).containsExactly(result);
    }

    @Test
    void runs_of_two_environments_are_not_compared() {
        BenchRun one = sidecar(3, 410, 0.02);
        BenchRun other = BenchRuns.of(4).on("kernel", "6.8.0").variant("istio-sidecar", 410).blocks(22).ended();
        Baseline baseline = new Baseline(BenchAccount.of(one), BenchAccount.changes(one, other));
        GateReport report = Desk.judge(BenchAccount.of(other), baseline,
                Desk.budget("latency-added", P50, new Bound(Kind.MAX_INCREASE, 100, Scale.UNIT)));

        assertThat(Desk.results(report)).containsExactly("inconclusive");
        assertThat(report.checks().getFirst().reckoning().gaps()).extracting(Gap::why).anySatisfy(w -> assertThat(w).contains("kernel"));
    }

    @Test
    void processors_and_memory_of_proxies_are_told() {
        Account account = BenchAccount.of(USUAL);
        Piece cpu = one(account, "cpu-per-1000-rps", Map.of("variant", "istio-sidecar", "payer", "proxies", "rate", "200"));
        Piece memory = one(account, "memory-per-pod", Map.of("variant", "istio-sidecar", "when", "loaded", "rate", "200"));

        assertThat(cpu.quantity().seen()).isBetween(750.0, 890.0);
        assertThat(cpu.quantity().span().contains(cpu.quantity().seen())).isTrue();
        assertThat(cpu.quantity().exact()).isFalse();
        assertThat(memory.quantity().seen()).isBetween(56.0, 59.0);
        assertThat(memory.says()).contains("no interval");
    }

    @Test
    void a_quantile_alone_lies_between_the_least_and_the_most_of_its_blocks() {
        Piece latency = one(BenchAccount.of(USUAL), "latency", Map.of("variant", "baseline", "quantile", "p50", "rate", "200"));

        assertThat(latency.quantity().span().contains(latency.quantity().seen())).isTrue();
        assertThat(latency.quantity().seen()).isBetween(0.3, 0.6);
        assertThat(one(BenchAccount.of(BenchRuns.of(1).variant("istio-sidecar", 400).blocks(5).ended()), "latency",
                Map.of("variant", "baseline", "quantile", "p50", "rate", "200")).quantity().unknown()).isTrue();
    }

    @Test
    void a_budget_that_nothing_was_measured_for_is_not_known_and_says_what_was() {
        GateReport report = Desk.judge(BenchAccount.of(USUAL), Baseline.NONE, Desk.budget("latency-added",
                Map.of("variant", "istio-sidecar", "rate", "5000"), new Bound(Kind.MAX, 1, Scale.UNIT)));

        assertThat(Desk.results(report)).containsExactly("inconclusive");
        assertThat(report.checks().getFirst().reckoning().gaps()).singleElement().extracting(Gap::why).asString().contains("rate 200");
    }
}
