package meshadvisor.cost.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.cost.Range;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.overhead.Overhead;
import meshadvisor.model.Answers.Objective;
import meshadvisor.model.Answers.Said;
import meshadvisor.signal.World;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Prices, compute in three ways, growth, objectives and what is bound. */
class MoneyTest {

    private static final String OWN = """
            {currency: USD, source: our contract, date: "2026-09-01", basis: published, nodes: [{type: m5.xlarge, hour: 1}], prices: [
            {id: cpu-hour, range: {low: 0.1, likely: 0.1, high: 0.1}, unit: money}, {id: memory-hour, range: {low: 0, likely: 0, high: 0},
            unit: money}]}""";

    private static Range compute(Bill bill, String option, LineKind kind) {
        return ((Value.Money) Examples.sheet(bill, option).line(kind).value()).range();
    }

    private static Bill bill(World world, Overhead overhead, Prices prices) {
        return Bill.of(world, Examples.estimate(world, overhead), prices, Wanted.USUAL);
    }

    @Test
    void proxies_on_nodes_request_less_from_four_pods_by_cpu_and_five_by_memory() {
        assertThat(BreakEven.of(Knowledge.CATALOGUE)).anySatisfy(even -> {
            assertThat(even.perPod()).isEqualTo("istio-sidecar");
            assertThat(even.cpu()).hasValue(4);
            assertThat(even.memory()).hasValue(5);
        });
    }

    @Test
    void requests_are_priced_by_processor_and_hour() {
        Bill bill = bill(Examples.running(5, 4, 200), Examples.sidecars(10), Examples.prices("aws", Examples.list(OWN)));
        // 10 × 100m and 500m are 1.5 processors, at 0.1 for 730 hours
        assertThat(compute(bill, "istio-sidecar", LineKind.COMPUTE_REQUESTS).likely()).isCloseTo(1.5 * 0.1 * 730, within(1e-9));
        assertThat(compute(bill, "istio-sidecar", LineKind.CONTROL_PLANE).likely()).isCloseTo(0.5 * 0.1 * 730, within(1e-9));
    }

    @Test
    void usage_is_priced_apart_from_requests() {
        Bill bill = bill(Examples.running(5, 4, 200), Examples.sidecars(10), Examples.prices("aws", Examples.list(OWN)));
        // two parts of 10 to 400 millicores, 100 likely
        assertThat(compute(bill, "istio-sidecar", LineKind.COMPUTE_USAGE).likely()).isCloseTo(2 * 0.1 * 0.1 * 730,
                Percentage.withPercentage(5));
    }

    @Test
    void whole_nodes_are_free_only_while_there_is_room() {
        Prices prices = Examples.prices("aws", Examples.list(OWN));
        Range roomy = compute(bill(Examples.running(5, 4, 200), Examples.sidecars(10), prices), "istio-sidecar", LineKind.COMPUTE_NODES);
        Range full = compute(bill(Examples.running(20, 4, 390), Examples.sidecars(40), prices), "istio-sidecar", LineKind.COMPUTE_NODES);
        assertThat(roomy.low()).isZero();
        assertThat(full.low()).isGreaterThanOrEqualTo(730);
        assertThat(full.likely() / 730).isBetween(1.0, 4.0);
    }

    @Test
    void a_node_of_another_region_has_a_price_with_a_range() {
        Prices prices = Examples.prices("aws");
        assertThat(prices.node("m5.xlarge", "us-east-1").orElseThrow().range()).isEqualTo(Range.exactly(0.192));
        Range elsewhere = prices.node("m5.xlarge", "eu-west-1").orElseThrow().range();
        assertThat(elsewhere.low()).isLessThan(0.192);
        assertThat(elsewhere.high()).isGreaterThan(0.192);
        assertThat(prices.node("x9.tiny", "us-east-1")).isEmpty();
    }

    @Test
    void a_discount_is_on_compute_and_on_nothing_else() {
        World world = Examples.manifests(12);
        Prices usual = Examples.prices("");
        Prices half = new Prices(usual.lists(), "USD", 50, List.of());
        Bill full = bill(world, Examples.sidecars(24), usual);
        Bill less = bill(world, Examples.sidecars(24), half);
        assertThat(compute(less, "istio-sidecar", LineKind.COMPUTE_REQUESTS).likely())
                .isCloseTo(compute(full, "istio-sidecar", LineKind.COMPUTE_REQUESTS).likely() / 2, Percentage.withPercentage(0.1));
        assertThat(compute(less, "istio-sidecar", LineKind.PEOPLE)).isEqualTo(compute(full, "istio-sidecar", LineKind.PEOPLE));
    }

    @Test
    void another_currency_needs_a_rate_that_the_user_states() {
        List<PriceList> lists = Prices.of(Knowledge.LIBRARY, java.util.Optional.empty(), "aws");
        assertThatThrownBy(() -> new Prices(lists, "EUR", 0, List.of())).isInstanceOf(CatalogueMistake.class)
                .hasMessageContaining("--exchange USD");
        Prices euros = new Prices(lists, "EUR", 0, List.of(new PriceList.Exchange("USD", 0.5)));
        assertThat(euros.node("m5.xlarge", "us-east-1").orElseThrow().range().likely()).isEqualTo(0.096);
        assertThat(euros.of("hour-of-work").range().likely()).isEqualTo(45);
        assertThat(euros.of("languages").range()).isEqualTo(new Prices(lists, "USD", 0, List.of()).of("languages").range());
    }

    @Test
    void the_users_own_list_goes_first_and_may_be_in_another_currency() {
        PriceList own = Examples.list("""
                {currency: EUR, source: ours, date: "2026", exchange: [{currency: USD, is: 0.9}], prices: [{id: hour-of-work, unit: money,
                range: {low: 70, likely: 70, high: 70}}], licences: [{variant: linkerd, per-cluster: {low: 900, likely: 900, high: 900}}],
                credits: [{what: two load balancers, per-month: {low: 40, likely: 40, high: 40}}]}""");
        Prices prices = Examples.prices("aws", own);
        assertThat(prices.currency()).isEqualTo("EUR");
        assertThat(prices.of("hour-of-work").range()).isEqualTo(Range.exactly(70));
        assertThat(prices.node("m5.xlarge", "us-east-1").orElseThrow().range().likely()).isCloseTo(0.1728, within(1e-12));
        World world = Examples.manifests(12);
        Bill bill = Bill.of(world, Examples.estimate(world, Examples.everyVariant()), prices, Wanted.USUAL);
        assertThat(compute(bill, "linkerd", LineKind.LICENCES)).isEqualTo(Range.exactly(900));
        assertThat(compute(bill, "linkerd", LineKind.CREDITS)).isEqualTo(Range.exactly(-40));
        assertThat(Examples.sheet(bill, "LIBRARY").line(LineKind.CREDITS).value()).isInstanceOf(Value.None.class);
    }

    @Test
    void the_user_may_say_what_doing_nothing_costs() {
        PriceList own = Examples.list("""
                {currency: USD, source: our incidents, date: "2026", own: [{answer: DO_NOTHING, items: [{line: people, what: incidents of last
                year, range: {low: 4000, likely: 4000, high: 4000}, unit: usd, every: month, basis: measured, source: our incidents, date:
                "2026"}]}]}""");
        Bill bill = bill(Examples.manifests(12), Examples.sidecars(24), Examples.prices("", own));
        assertThat(compute(bill, Bill.DO_NOTHING, LineKind.PEOPLE)).isEqualTo(Range.exactly(4000));
        assertThat(Examples.sheet(bill, Bill.DO_NOTHING).horizon().withoutAssumed().likely()).isCloseTo(36 * 4000.0, within(1e-6));
    }

    @Test
    void more_pods_and_more_traffic_cost_more_compute() {
        World world = Examples.manifests(12);
        Bill usual = bill(world, Examples.sidecars(24), Examples.prices(""));
        Bill grown = Bill.of(world, Examples.estimate(world, Examples.sidecars(24)), Examples.prices(""),
                new Wanted(1, 36, 2, 3, List.of(), List.of()));
        assertThat(compute(grown, "istio-sidecar", LineKind.COMPUTE_REQUESTS).likely())
                .isGreaterThan(1.5 * compute(usual, "istio-sidecar", LineKind.COMPUTE_REQUESTS).likely());
        assertThat(compute(grown, "istio-sidecar", LineKind.COMPUTE_USAGE).likely())
                .isGreaterThan(1.5 * compute(usual, "istio-sidecar", LineKind.COMPUTE_USAGE).likely());
        assertThat(compute(grown, "istio-sidecar", LineKind.TELEMETRY).likely())
                .isCloseTo(2 * compute(usual, "istio-sidecar", LineKind.TELEMETRY).likely(), Percentage.withPercentage(10));
    }

    @Test
    void three_times_the_pods_need_more_nodes() {
        World world = Examples.running(20, 4, 350);
        Bill usual = bill(world, Examples.sidecars(40), Examples.prices("aws"));
        Bill grown = Bill.of(world, Examples.estimate(world, Examples.sidecars(40)), Examples.prices("aws"),
                new Wanted(1, 36, 3, 1, List.of(), List.of()));
        assertThat(compute(grown, "istio-sidecar", LineKind.COMPUTE_NODES).high())
                .isGreaterThan(compute(usual, "istio-sidecar", LineKind.COMPUTE_NODES).high());
    }

    @Test
    void a_variant_of_which_nothing_was_predicted_is_not_free() {
        Overhead unknown = new Overhead("istio", "istio-sidecar", "Istio sidecar", List.of(), Examples.amount(0, 0, 1, "ms"),
                Examples.amount(0, 0, 1, "ms"), List.of("rates are not known"));
        Sheet sheet = Examples.sheet(bill(Examples.manifests(12), unknown, Examples.prices("")), "istio-sidecar");
        assertThat(sheet.line(LineKind.COMPUTE_NODES).value()).isInstanceOf(Value.Unknown.class);
        assertThat(sheet.open()).contains("rates are not known").anyMatch(text -> text.contains("whole nodes"));
    }

    private static Budget budget(World world, double quantile, String limit) {
        Objective objective = new Objective("s1", quantile, Double.parseDouble(limit), Said.here(limit + "ms"));
        return Bill.of(world, Examples.estimate(world, Examples.sidecars(10), Examples.onNodes(3)), Examples.prices(""),
                new Wanted(1, 36, 1, 1, List.of(objective), List.of())).budgets().getFirst();
    }

    @Test
    void an_objective_is_judged_on_the_worst_chain_through_its_service() {
        Budget budget = budget(Examples.manifests(5), 99, "10");
        assertThat(budget.chain()).hasSize(5).contains("shop/s1");
        assertThat(budget.now().known()).isFalse();
        Budget.Share sidecars = budget.shares().getFirst();
        assertThat(sidecars.added().likely()).isCloseTo(4 * 0.9, within(1e-9));
        assertThat(sidecars.ofLimit().likely()).isCloseTo(0.36, within(1e-9));
        assertThat(sidecars.holds().known()).isFalse();
        assertThat(budget.shares().getLast().added().likely()).isLessThan(sidecars.added().likely());
    }

    @Test
    void whether_an_objective_holds_follows_from_what_is_measured_today() {
        // sidecars add from 1.8 to 5.4 ms in equal steps, so with 6 ms today half of the draws keep 9.6 ms
        Budget budget = budget(Examples.slow(Examples.manifests(5), "s1", 6), 99, "9.6");
        assertThat(budget.now().orNothing()).isEqualTo(6);
        assertThat(budget.shares().getFirst().holds().orNothing()).isCloseTo(0.5, within(0.02));
        assertThat(budget.shares().getLast().holds().orNothing()).isEqualTo(1);
        assertThat(budget(Examples.slow(Examples.manifests(5), "s1", 6), 99.9, "9.6").shares().getFirst().holds().known()).isFalse();
    }

    @Test
    void resources_in_use_are_listed_by_what_they_are_worth_elsewhere() {
        World world = Scan.of(Examples.shop(3) + """
                ---
                {apiVersion: networking.istio.io/v1, kind: VirtualService, metadata: {name: v, namespace: shop}, spec: {hosts: [s0]}}
                ---
                {apiVersion: networking.istio.io/v1alpha3, kind: EnvoyFilter, metadata: {name: f, namespace: shop}, spec: {}}
                """).world();
        Bill bill = bill(world, Examples.sidecars(6), Examples.prices(""));
        assertThat(bill.ledger().entries()).extracting(e -> e.kind() + " " + e.count() + " " + e.known().elsewhere())
                .containsExactlyInAnyOrder("VirtualService (networking.istio.io) 1 REWRITTEN", "EnvoyFilter (networking.istio.io) 1 LOST");
        Range without = compute(bill(Examples.manifests(3), Examples.sidecars(6), Examples.prices("")), "istio-sidecar", LineKind.EXIT);
        assertThat(compute(bill, "istio-sidecar", LineKind.EXIT).likely()).isGreaterThan(without.likely());
    }

    @Test
    void draws_keep_the_ends_of_a_range() {
        Trials trials = new Trials();
        List<Range> ranges = IntStream.range(0, 100)
                .mapToObj(i -> Range.of(trials.of(new Factor("f" + i, new Range(10, 12, 30), Examples.MEASURED)))).toList();
        assertThat(ranges.stream().mapToDouble(Range::low).average().orElseThrow()).isCloseTo(10, within(0.05));
        assertThat(ranges.stream().mapToDouble(Range::likely).average().orElseThrow()).isCloseTo(12, within(0.25)); // above the middle values lie nine times as far apart as below
        assertThat(ranges.stream().mapToDouble(Range::high).average().orElseThrow()).isCloseTo(30, within(0.3));
    }

    @Test
    void a_number_that_stands_in_two_lines_is_drawn_once() {
        Factor rate = new Factor("rate", new Range(50, 100, 200), Examples.MEASURED);
        Trials trials = new Trials();
        Range twice = Range.of(trials.sum(List.of(Term.of(rate), Term.of(rate))));
        Range once = Range.of(trials.of(rate));
        assertThat(twice).isEqualTo(new Range(2 * once.low(), 2 * once.likely(), 2 * once.high()));
    }

    @Test
    void the_sum_of_many_independent_ranges_is_narrower_than_the_sum_of_their_ends() {
        List<Term> terms =
                IntStream.range(0, 25).mapToObj(i -> Term.of(new Factor("x" + i, new Range(0, 10, 20), Examples.MEASURED))).toList();
        Range sum = Range.of(new Trials().sum(terms));
        // the standard deviation of the sum is five times that of one
        assertThat(sum.high() - sum.low()).isCloseTo(5 * 20.0, Percentage.withPercentage(8));
        assertThat(sum.likely()).isCloseTo(250, Percentage.withPercentage(2));
    }
}
