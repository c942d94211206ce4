package meshadvisor.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import meshadvisor.cost.money.Bill;
import meshadvisor.cost.money.Counting;
import meshadvisor.cost.money.Line;
import meshadvisor.cost.money.LineKind;
import meshadvisor.cost.money.Prices;
import meshadvisor.cost.money.Sheet;
import meshadvisor.cost.money.Wanted;
import meshadvisor.cost.overhead.Estimate;
import meshadvisor.cost.overhead.Estimating;
import meshadvisor.cost.overhead.Profile;
import meshadvisor.cost.overhead.Scale;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.model.Gap;
import meshadvisor.signal.World;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What sheets of costs give to budgets. */
class CostAccountTest {

    private static final Bill SMALL = bill(5, way -> true);
    private static final Bill LARGE = bill(6, way -> true);

    private static Bill bill(int services, Predicate<String> wanted) {
        String manifests = IntStream.range(0, services).mapToObj(i -> """
                {apiVersion: apps/v1, kind: Deployment, metadata: {name: s%1$d, namespace: shop}, spec: {replicas: 3, selector: {matchLabels:
                {app: s%1$d}}, template: {metadata: {labels: {app: s%1$d}}, spec: {containers: [{name: main, image: 'shop/s%1$d:1'}]}}}}
                ---
                {apiVersion: v1, kind: Service, metadata: {name: s%1$d, namespace: shop}, spec: {selector: {app: s%1$d}, ports: [{port: 80}]}}
                """.formatted(i)).collect(Collectors.joining("---\n"));
        World world = Scan.of(manifests).world();
        Estimate estimate = Estimating.of(world, Scale.of(world, Scale.Stated.NOTHING), Profile.NONE, wanted);
        Prices prices = new Prices(Prices.of(Knowledge.LIBRARY, Optional.empty(), ""), "USD", 0, List.of());
        return Bill.of(world, estimate, prices, Wanted.USUAL);
    }

    private static Budget budget(String metric, Map<String, String> of, Kind kind, double limit) {
        return Desk.budget(metric, of, new Bound(kind, limit, Bound.Scale.UNIT));
    }

    private static Map<String, String> of(String answer, Counting by) {
        return Map.of("answer", answer, "counted", by.name().toLowerCase(Locale.ROOT));
    }

    private static List<String> results(Bill bill, Budget budget) {
        return Desk.results(Desk.judge(CostAccount.of(bill, Set.of("linkerd")), Baseline.NONE, budget));
    }

    @ParameterizedTest
    @EnumSource(Counting.class)
    void a_limit_above_the_range_passes_below_it_fails_and_within_it_is_not_known(Counting by) {
        for (String answer : List.of("istio-ambient", "linkerd", "LIBRARY", Bill.DO_NOTHING)) {
            var range = SMALL.sheet(answer).orElseThrow().counted(by).monthly().all();
            assertThat(results(SMALL, budget("cost-monthly", of(answer, by), Kind.MAX, range.high()))).as(answer).containsExactly("pass");
            assertThat(results(SMALL, budget("cost-monthly", of(answer, by), Kind.MAX, range.likely()))).containsExactly("inconclusive");
            assertThat(results(SMALL, budget("cost-monthly", of(answer, by), Kind.MAX, range.low() - 1))).containsExactly("fail");
        }
    }

    @Test
    void what_would_settle_it_is_what_widens_the_range_most() {
        Sheet sheet = SMALL.sheet("linkerd").orElseThrow();
        GateReport report = Desk.judge(CostAccount.of(SMALL, Set.of()), Baseline.NONE,
                budget("cost-monthly", of("linkerd", Counting.NODES), Kind.MAX, sheet.monthly().all().likely()));

        assertThat(sheet.widest()).isNotEmpty();
        assertThat(report.checks().getFirst().reckoning().gaps()).extracting(Gap::what)
                .containsExactlyElementsOf(sheet.widest().stream().map(Sheet.Widening::what).toList());
        assertThat(report.checks().getFirst().reckoning().pieces().getFirst().says()).contains("Linkerd").contains("in USD")
                .contains("people: operation").contains("compute, by whole nodes").doesNotContain("compute, by what is used");
    }

    @Test
    void answers_are_judged_one_by_one_and_what_is_advised_can_be_picked() {
        assertThat(results(SMALL, budget("cost-monthly", Map.of("counted", "nodes"), Kind.MAX, 1e12))).as("cost nothing that is not known")
                .containsExactlyElementsOf(SMALL.sheets().stream().sorted(Comparator.comparing(Sheet::option))
                        .map(s -> s.lacking() ? "inconclusive" : "pass").toList());
        assertThat(results(SMALL, budget("cost-monthly", Map.of("counted", "nodes", "advised", "yes"), Kind.MAX, 1e12)))
                .containsExactly("pass");
        assertThat(results(SMALL, budget("cost-once", Map.of("answer", "linkerd"), Kind.MAX, 0))).containsExactly("fail");
    }

    @Test
    void nodes_that_would_be_added_are_a_range() {
        var nodes = SMALL.sheet("istio-sidecar").orElseThrow().nodes().getFirst().range();
        assertThat(nodes.low()).isPositive().isLessThan(nodes.high());
        assertThat(results(SMALL, budget("nodes-added", Map.of("answer", "istio-sidecar"), Kind.MAX, nodes.high())))
                .containsExactly("pass");
        assertThat(results(SMALL, budget("nodes-added", Map.of("answer", "istio-sidecar"), Kind.MAX, nodes.likely())))
                .containsExactly("inconclusive");
        assertThat(results(SMALL, budget("nodes-added", Map.of("answer", "istio-sidecar"), Kind.MAX, nodes.low() / 2)))
                .containsExactly("fail");
        assertThat(results(SMALL, budget("nodes-added", Map.of("answer", Bill.DO_NOTHING), Kind.MAX, 0))).containsExactly("pass");
    }

    @Test
    void an_answer_whose_compute_nobody_predicted_may_cost_any_amount() {
        Bill bill = bill(5, way -> false);
        Line open = new Line(LineKind.COMPUTE_NODES, new Line.Value.Unknown("nobody knows", "ask"), List.of());
        Bill lacking = new Bill(bill.prices(), bill.wanted(), bill.sheets().stream().map(s -> with(s, open)).toList(), bill.inputs(),
                bill.breakEven(), bill.ledger(), bill.budgets());

        for (String metric : List.of("cost-monthly", "cost-once", "nodes-added")) {
            GateReport report = Desk.judge(CostAccount.of(lacking, Set.of()), Baseline.NONE,
                    budget(metric, Map.of("answer", "LIBRARY"), Kind.MAX, 1e12));
            assertThat(Desk.results(report)).as(metric).containsOnly("inconclusive");
            assertThat(report.checks().getFirst().reckoning().gaps()).extracting(Gap::why).contains("compute: nobody knows");
        }
        assertThat(results(bill, budget("cost-monthly", of("linkerd", Counting.NODES), Kind.MAX, 1e12))).containsExactly("inconclusive");
    }

    private static Sheet with(Sheet sheet, Line open) {
        return new Sheet(sheet.option(), sheet.name(), sheet.mesh(), List.of(open), sheet.once(), sheet.monthly(), sheet.horizon(),
                sheet.counted(), List.of(), sheet.widest(), List.of("compute: nobody knows"));
    }

    @Test
    void the_same_bill_has_not_changed_and_a_larger_system_costs_more_though_the_ranges_overlap() {
        Account before = Desk.account().plus(CostAccount.of(SMALL, Set.of()));
        Budget none = budget("cost-monthly", of("linkerd", Counting.USAGE), Kind.MAX_INCREASE, 0);
        var small = SMALL.sheet("linkerd").orElseThrow().counted(Counting.USAGE).monthly().all();
        var large = LARGE.sheet("linkerd").orElseThrow().counted(Counting.USAGE).monthly().all();
        assertThat(large.low()).isLessThan(small.high());

        assertThat(Desk.results(Desk.judge(CostAccount.of(SMALL, Set.of()),
                new Baseline(before, CostAccount.changes(SMALL, SMALL, Set.of())), none))).containsExactly("pass");
        assertThat(Desk.results(Desk.judge(CostAccount.of(LARGE, Set.of()), new Baseline(before, List.of()), none)))
                .as("without the experiments in common").containsExactly("inconclusive");
        assertThat(Desk.results(Desk.judge(CostAccount.of(LARGE, Set.of()),
                new Baseline(before, CostAccount.changes(SMALL, LARGE, Set.of())), none))).containsExactly("fail");
        assertThat(
                Desk.results(Desk.judge(CostAccount.of(LARGE, Set.of()), new Baseline(before, CostAccount.changes(SMALL, LARGE, Set.of())),
                        budget("cost-monthly", of("linkerd", Counting.USAGE), Kind.MAX_INCREASE, large.high()))))
                .containsExactly("pass");
    }
}
