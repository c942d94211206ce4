package meshadvisor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Forecast;
import meshadvisor.cost.overhead.Overhead;
import meshadvisor.cost.overhead.Part;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.model.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a prediction gives to budgets. */
class EstimateAccountTest {

    private static Amount amount(double low, double likely, double high, String unit) {
        return new Amount(new Range(low, likely, high), unit,
                new Said(Basis.PUBLISHED, "istio:proxy-cpu", "2024-11", "1 kB, 1000 rps", List.of("requests a second")));
    }

    private static Overhead overhead(String variant, double cpu, List<String> unseen) {
        Part part = new Part("proxy", Part.Where.POD, 10, new Part.Size(100, 128), new Part.Size(2000, 1024),
                amount(cpu / 2, cpu, cpu * 2, "millicores"), amount(400, 600, 900, "MiB"));
        return new Overhead("mesh", variant, variant, List.of(part), amount(0.1, 0.3, 0.9, "ms"), amount(0.2, 0.6, 2, "ms"), unseen);
    }

    private static Estimate estimate(List<Overhead> overheads) {
        return estimate(overheads, Range.exactly(10));
    }

    private static Estimate estimate(List<Overhead> overheads, Range pods) {
        Amount none = amount(1, 1, 1, "");
        Said counted = new Said(Basis.PREDICTED, "manifests", "", "autoscalers", List.of());
        Scale scale = new Scale(none, none, none, none, none, none, new Amount(pods, "pods", counted), 0);
        return new Estimate(scale,
                overheads.stream().map(o -> new Forecast(o, none, none, List.of(), List.of(), List.of(), List.of())).toList(),
                List.of());
    }

    @ParameterizedTest
    @CsvSource({"4000, pass", "3999, inconclusive", "500, inconclusive", "499, fail"})
    void what_pods_of_autoscalers_request_is_a_range(double max, String result) {
        Account account = EstimateAccount.of(estimate(List.of(overhead("one", 500, List.of())), new Range(5, 10, 40)));
        GateReport report = Desk.judge(account, Baseline.NONE, Desk.budget("overhead-requested-cpu", Kind.MAX, max));

        assertThat(Desk.results(report)).containsExactly(result);
        assertThat(report.checks().getFirst().reckoning().gaps()).extracting(Gap::what).containsExactly("how many of them there are");
    }

    @ParameterizedTest
    @CsvSource({"overhead-cpu, 1000, pass", "overhead-cpu, 999, inconclusive", "overhead-cpu, 249, fail", "overhead-memory, 900, pass",
            "overhead-requested-cpu, 1000, pass", "overhead-requested-cpu, 999, fail", "overhead-requested-memory, 1280, pass"})
    void a_range_passes_and_fails_as_a_whole(String metric, double max, String result) {
        Account account = EstimateAccount.of(estimate(List.of(overhead("one", 500, List.of()))));

        assertThat(Desk.results(Desk.judge(account, Baseline.NONE, Desk.budget(metric, Kind.MAX, max)))).containsExactly(result);
    }

    @Test
    void variants_are_judged_apart_and_each_quantile_of_a_hop() {
        Account account = EstimateAccount.of(estimate(List.of(overhead("one", 500, List.of()), overhead("other", 50, List.of()))));

        assertThat(Desk.results(Desk.judge(account, Baseline.NONE, Desk.budget("overhead-cpu", Kind.MAX, 240)))).containsExactly("fail",
                "pass");
        assertThat(Desk.results(Desk.judge(account, Baseline.NONE,
                Desk.budget("hop-latency", Map.of("quantile", "p99"), new Bound(Kind.MAX, 1, Bound.Scale.UNIT)))))
                .containsExactly("inconclusive",
                        "inconclusive");
    }

    @Test
    void what_could_not_be_predicted_is_never_nothing() {
        Account account =
                EstimateAccount
                        .of(estimate(List.of(overhead("one", 500, List.of("memory of the control plane: the figures do not tell")))));
        GateReport report = Desk.judge(account, Baseline.NONE, Desk.budget("overhead-memory", Kind.MAX, 100_000));

        assertThat(Desk.results(report)).containsExactly("inconclusive");
        assertThat(report.checks().getFirst().reckoning().gaps()).extracting(Gap::why)
                .anySatisfy(w -> assertThat(w).contains("control plane"));
    }

    @Test
    void the_same_prediction_has_not_changed() {
        Account account = EstimateAccount.of(estimate(List.of(overhead("one", 500, List.of("something")))));

        assertThat(Desk.results(Desk.judge(account, new Baseline(Desk.account().plus(account), List.of()),
                Desk.budget("overhead-cpu", Kind.MAX_INCREASE, 0)))).containsExactly("pass");
    }
}
