package meshadvisor.cost.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.advice.AnswerCode;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.money.Line.Value;
import meshadvisor.cost.money.LineKind.Role;
import meshadvisor.cost.money.LineKind.Timing;
import meshadvisor.signal.World;
import meshadvisor.support.Knowledge;
import meshadvisor.support.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every answer stands on the same sheet. */
class SheetsTest {

    private static final Bill BILL = bill(Examples.manifests(12), Examples.prices(""), Wanted.USUAL);

    private static Bill bill(World world, Prices prices, Wanted wanted) {
        return Bill.of(world, Examples.estimate(world, Examples.everyVariant()), prices, wanted);
    }

    static Stream<Sheet> sheets() {
        return BILL.sheets().stream();
    }

    @Test
    void every_answer_of_the_advice_and_doing_nothing_has_a_sheet() {
        List<String> answers = Stream.concat(Arrays.stream(AnswerCode.values()).filter(c -> c != AnswerCode.MESH).map(Enum::name),
                Stream.of(Bill.DO_NOTHING)).toList();
        assertThat(BILL.sheets().stream().filter(s -> s.mesh().isEmpty()).map(Sheet::option)).containsExactlyInAnyOrderElementsOf(answers);
    }

    @Test
    void every_variant_that_can_be_measured_has_costs_of_its_own() {
        assertThat(BILL.sheets().stream().filter(s -> !s.mesh().isEmpty())).hasSizeGreaterThan(8)
                .allSatisfy(s -> assertThat(s.open()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void every_sheet_has_every_line_with_an_amount_or_a_reason(Sheet sheet) {
        assertThat(sheet.lines()).extracting(Line::kind).containsExactly(LineKind.values());
        assertThat(sheet.lines()).allSatisfy(line -> {
            switch (line.value()) {
                case Value.Money(var range, var said) -> {
                    assertThat(range.high()).as("%s of %s", line.kind(), sheet.option()).isPositive();
                    assertThat(said.source()).isNotEmpty();
                    assertThat(line.parts()).isNotEmpty();
                }
                case Value.None(var because, var source) -> {
                    assertThat(because).hasSizeGreaterThan(10);
                    assertThat(source).isNotEmpty();
                }
                case Value.Unknown unknown -> throw new AssertionError(sheet.option() + ": " + unknown);
            }
        });
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void no_answer_is_free(Sheet sheet) {
        assertThat(sheet.once().all().likely() + sheet.monthly().all().likely()).as(sheet.option()).isPositive();
        assertThat(sheet.line(LineKind.PEOPLE).value()).isInstanceOf(Value.Money.class);
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void what_nobody_assumed_is_a_part_of_the_whole(Sheet sheet) {
        for (Total total : List.of(sheet.once(), sheet.monthly(), sheet.horizon())) {
            assertThat(total.assumedShare()).isBetween(0.0, 1.0);
            assertThat(total.withoutAssumed().likely()).isLessThanOrEqualTo(total.all().likely() + 1e-9);
        }
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void the_ways_to_count_differ_by_compute_alone_and_the_totals_are_those_of_whole_nodes(Sheet sheet) {
        assertThat(sheet.counted()).extracting(Sheet.Counted::by).containsExactly(Counting.values());
        assertThat(sheet.counted(Counting.NODES).monthly()).isEqualTo(sheet.monthly());
        assertThat(sheet.counted(Counting.NODES).horizon()).isEqualTo(sheet.horizon());
        for (Counting by : Counting.values()) {
            assertThat(sheet.counted(by).monthly().all())
                    .isEqualTo(Range.of(sheet.counted(by).draws().stream().mapToDouble(d -> d).toArray()));
            assertThat(Math.abs(mean(sheet, by) - mean(sheet, Counting.NODES))).as("%s", by)
                    .isLessThanOrEqualTo(high(sheet.line(by.line())) + high(sheet.line(LineKind.COMPUTE_NODES)) + 1e-6);
        }
    }

    private static double mean(Sheet sheet, Counting by) {
        return sheet.counted(by).draws().stream().mapToDouble(d -> d).average().orElseThrow();
    }

    private static double high(Line line) {
        return line.value() instanceof Value.Money(var range, var said) ? range.high() : 0;
    }

    @Test
    void another_currency_is_the_same_money_in_every_experiment() {
        PriceList own = Examples.list("{currency: USD, source: contract, date: 2026-01-01}");
        World world = Examples.manifests(4);
        List<PriceList.Exchange> rate = List.of(new PriceList.Exchange("USD", 0.5));
        Bill dollars = bill(world, Examples.prices("", own), Wanted.USUAL);
        Bill euros = bill(world, new Prices(dollars.prices().lists(), "EUR", 0, rate), Wanted.USUAL);

        for (Sheet sheet : dollars.sheets()) {
            Sheet other = euros.sheet(sheet.option()).orElseThrow();
            for (Counting by : Counting.values()) {
                assertThat(other.counted(by).draws()).usingElementComparator((a, b) -> Math.abs(a * 2 - b) < 1e-6 ? 0 : 1)
                        .containsExactlyElementsOf(sheet.counted(by).draws());
            }
        }
    }

    @Test
    void what_is_requested_for_pods_of_autoscalers_is_a_range() {
        String scaler = """
                ---
                {apiVersion: autoscaling/v2, kind: HorizontalPodAutoscaler, metadata: {name: s0, namespace: shop}, spec: {scaleTargetRef:
                {apiVersion: apps/v1, kind: Deployment, name: s0}, minReplicas: 1, maxReplicas: 60}}
                """;
        Prices prices = Examples.prices("", Examples.list("""
                currency: USD
                basis: assumed
                source: contract
                date: 2026-01-01
                prices:
                  - {id: cpu-hour, unit: money for an hour, range: {low: 0.03, likely: 0.03, high: 0.03}}
                  - {id: memory-hour, unit: money for an hour, range: {low: 0.004, likely: 0.004, high: 0.004}}
                """));
        Range fixed = requested(Scan.of(Examples.shop(4)).world(), prices);
        Range scaled = requested(Scan.of(Examples.shop(4) + scaler).world(), prices);

        assertThat(fixed.low()).isEqualTo(fixed.high());
        // 8 pods, of which 2 may be 1 to 60, and half a processor and 2 GiB beside them: drawn from the same three quantiles
        assertThat(scaled.low()).isLessThan(fixed.low());
        assertThat(scaled.likely()).isCloseTo(fixed.likely(), org.assertj.core.api.Assertions.within(0.05 * fixed.likely()));
        assertThat(scaled.high()).isGreaterThan(3 * fixed.high());
    }

    private static Range requested(World world, Prices prices) {
        Bill bill = Bill.of(world, Examples.estimate(world, Examples.sidecars(8)), prices, Wanted.USUAL);
        return bill.sheet("istio-sidecar").orElseThrow().line(LineKind.COMPUTE_REQUESTS).value() instanceof Value.Money(var range, var said)
                ? range
                : Range.exactly(0);
    }

    @Test
    void a_line_without_item_and_reason_breaks_the_catalogue() {
        String without = Knowledge.document("costs/answers/library.yaml").replaceAll("(?s)  - line: exit.*?(?=nothing:)", "");
        Library broken = Knowledge.LIBRARY.with(Library.ofYaml(Map.of("costs/answers/library.yaml", without)));
        assertThatThrownBy(() -> Costs.of(broken)).isInstanceOf(CatalogueMistake.class).hasMessageContaining("LIBRARY")
                .hasMessageContaining("EXIT");
    }

    @Test
    void the_horizon_is_what_is_paid_once_and_so_many_months() {
        Sheet three = Examples.sheet(BILL, "linkerd");
        Sheet one = Examples.sheet(bill(Examples.manifests(12), Examples.prices(""),
                new Wanted(1, 1, 1, 1, List.of(), List.of())), "linkerd");
        assertThat(one.monthly()).isEqualTo(three.monthly());
        assertThat(three.horizon().all().likely()).isGreaterThan(30 * one.monthly().all().likely());
        assertThat(one.horizon().all().low()).isGreaterThanOrEqualTo(one.once().all().low());
    }

    @Test
    void leaving_is_in_no_total() {
        Sheet sheet = Examples.sheet(BILL, "istio-sidecar");
        double counted = sheet.lines().stream().filter(l -> l.kind().role() == Role.COUNTED && l.kind().timing() == Timing.ONCE)
                .mapToDouble(l -> l.value() instanceof Value.Money money ? money.range().high() : 0).sum();
        assertThat(sheet.line(LineKind.EXIT).kind().role()).isEqualTo(Role.OWED);
        assertThat(sheet.once().all().high()).isLessThanOrEqualTo(counted + 1e-6);
    }

    @Test
    void more_clusters_cost_more_of_what_is_done_in_each() {
        Bill three = bill(Examples.manifests(12), Examples.prices(""), new Wanted(3, 36, 1, 1, List.of(), List.of()));
        Range one = money(BILL, "linkerd", LineKind.UPGRADES).range();
        assertThat(money(three, "linkerd", LineKind.UPGRADES).range().likely()).isCloseTo(3 * one.likely(), org.assertj.core.data.Percentage
                .withPercentage(1));
        assertThat(money(three, "linkerd", LineKind.TRAINING)).isEqualTo(money(BILL, "linkerd", LineKind.TRAINING));
    }

    @Test
    void everything_that_hangs_on_an_assumption_says_so() {
        assertThat(money(BILL, "LIBRARY", LineKind.PEOPLE).said().basis()).isEqualTo(Basis.ASSUMED);
        assertThat(money(BILL, "LIBRARY", LineKind.PEOPLE).said().inputs()).isNotEmpty();
    }

    @Test
    void several_answers_side_by_side_cost_what_all_of_them_cost() {
        Bill bill =
                bill(Examples.manifests(12), Examples.prices(""), new Wanted(1, 36, 1, 1, List.of(), List.of("LIBRARY", "NETWORK_POLICY")));
        Sheet both = Examples.sheet(bill, Bill.TOGETHER);
        double sum = Examples.sheet(bill, "LIBRARY").once().all().likely() + Examples.sheet(bill, "NETWORK_POLICY").once().all().likely();
        assertThat(both.once().all().likely()).isCloseTo(sum, org.assertj.core.data.Percentage.withPercentage(5));
        assertThat(both.lines()).extracting(Line::kind).containsExactly(LineKind.values());
        assertThat(both.line(LineKind.COMPUTE_NODES).value()).isInstanceOf(Value.Money.class);
    }

    @Test
    void the_same_input_gives_the_same_bill() {
        assertThat(bill(Examples.manifests(12), Examples.prices(""), Wanted.USUAL)).isEqualTo(BILL);
    }

    private static Value.Money money(Bill bill, String option, LineKind kind) {
        return (Value.Money) Examples.sheet(bill, option).line(kind).value();
    }
}
