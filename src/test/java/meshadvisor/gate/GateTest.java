package meshadvisor.gate;

import static meshadvisor.gate.Desk.account;
import static meshadvisor.gate.Desk.before;
import static meshadvisor.gate.Desk.budget;
import static meshadvisor.gate.Desk.counted;
import static meshadvisor.gate.Desk.each;
import static meshadvisor.gate.Desk.ignoring;
import static meshadvisor.gate.Desk.judge;
import static meshadvisor.gate.Desk.measured;
import static meshadvisor.gate.Desk.open;
import static meshadvisor.gate.Desk.results;
import static meshadvisor.gate.Desk.waiver;
import static meshadvisor.gate.Desk.warning;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.gate.Bound.Scale;
import meshadvisor.gate.GateResult.Fail;
import meshadvisor.gate.GateResult.Inconclusive;
import meshadvisor.gate.GateResult.Pass;
import meshadvisor.measure.Interval;
import meshadvisor.model.Gap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a gate says of one budget, and of all. */
class GateTest {

    private static final Map<String, String> SHOP = Map.of("namespace", "shop");
    private static final Map<String, String> SEARCH = Map.of("namespace", "search");

    @ParameterizedTest
    @CsvSource({"1.0, 1.5, 2.0, 2.0, pass", "1.0, 1.5, 2.0, 1.99, inconclusive", "1.0, 1.5, 2.0, 1.0, inconclusive",
            "1.0, 1.5, 2.0, 0.99, fail",
            "0, 0.5, Infinity, 9, inconclusive", "3, 4, Infinity, 2, fail", "-Infinity, 0, 1, 1, pass", "-1, -0.5, 0, 0, pass"})
    void a_number_passes_only_if_all_of_it_is_inside_and_fails_only_if_all_of_it_is_outside(double low, double seen, double high,
            double max, String result) {
        GateReport report = judge(account(measured("latency-added", "m", low, seen, high)), Baseline.NONE,
                budget("latency-added", Kind.MAX, max));

        assertThat(results(report)).containsExactly(result);
        assertThat(report.result().word()).isEqualTo(result);
    }

    @ParameterizedTest
    @CsvSource({"90, pass", "91, fail", "89, pass"})
    void a_least_is_the_mirror_of_a_most(double min, String result) {
        assertThat(results(judge(account(counted("coverage", "coverage", Map.of(), 90)), Baseline.NONE, budget("coverage", Kind.MIN, min))))
                .containsExactly(result);
    }

    @Test
    void sums_of_fractions_meet_their_limit() {
        Account account = account(counted("requested-cpu", "a", SHOP, 0.1), counted("requested-cpu", "b", SHOP, 0.2));

        assertThat(results(judge(account, Baseline.NONE, budget("requested-cpu", Kind.MAX, 0.3)))).containsExactly("pass");
        assertThat(results(judge(account, Baseline.NONE, budget("requested-cpu", Kind.MAX, 0.2999)))).containsExactly("fail");
    }

    @Test
    void what_is_told_and_not_there_is_none_and_what_is_not_told_is_not_known() {
        Budget none = budget("findings", Kind.MAX, 0);

        assertThat(results(judge(account(List.of(), "findings"), Baseline.NONE, none))).containsExactly("pass");
        GateReport nothing = judge(account(List.of()), Baseline.NONE, none);
        assertThat(nothing.result()).isInstanceOfSatisfying(Inconclusive.class,
                open -> assertThat(open.missing()).extracting(Gap::remedy).singleElement().asString().contains("--report"));
    }

    @Test
    void a_namespace_that_nobody_has_is_not_known_and_one_without_findings_has_none() {
        Account account = account(List.of(counted("pods", "Deployment shop/cart", SHOP, 3)), "findings");

        assertThat(results(judge(account, Baseline.NONE, budget("findings", SHOP, new Bound(Kind.MAX, 0, Scale.UNIT)))))
                .containsExactly("pass");
        GateReport typo =
                judge(account, Baseline.NONE, budget("findings", Map.of("namespace", "shpo"), new Bound(Kind.MAX, 0, Scale.UNIT)));
        assertThat(results(typo)).containsExactly("inconclusive");
        assertThat(typo.checks().getFirst().reckoning().gaps()).singleElement().extracting(Gap::why).asString().contains("shop");
    }

    @Test
    void a_piece_whose_label_is_not_known_may_or_may_not_count() {
        Account account = account(counted("findings", "a", Map.of("severity", "error"), 1),
                open("findings", "b", Map.of("severity", Piece.OPEN), 0, 2));
        Map<String, String> error = Map.of("severity", "error");

        assertThat(results(judge(account, Baseline.NONE, budget("findings", error, new Bound(Kind.MAX, 3, Scale.UNIT),
                new Bound(Kind.MAX, 1, Scale.UNIT), new Bound(Kind.MAX, 0, Scale.UNIT))))).containsExactly("pass", "inconclusive", "fail");
        assertThat(results(judge(account, Baseline.NONE,
                ignoring(budget("findings", error, new Bound(Kind.MAX, 1, Scale.UNIT)))))).containsExactly("pass");
        assertThat(
                results(judge(account, Baseline.NONE, budget("findings", Map.of("severity", "info"), new Bound(Kind.MAX, 1, Scale.UNIT)))))
                .containsExactly("inconclusive");
    }

    @Test
    void each_value_of_a_label_is_judged_on_its_own_also_one_that_is_gone() {
        Account now = account(counted("requested-cpu", "a", SHOP, 700), counted("requested-cpu", "b", SHOP, 400),
                counted("requested-cpu", "c", SEARCH, 900));
        GateReport report = judge(now, before(counted("requested-cpu", "d", Map.of("namespace", "old"), 5000)),
                each(budget("requested-cpu", Kind.MAX, 1000), "namespace"));

        assertThat(report.checks()).extracting(c -> c.of().get("namespace")).containsExactly("old", "search", "shop");
        assertThat(results(report)).containsExactly("pass", "pass", "fail");
        assertThat(report.checks().getLast().reckoning().judged()).isEqualTo(Quantity.exactly(1100));
    }

    @Test
    void alternatives_are_never_added() {
        Account account = account(counted("overhead-cpu", "a", Map.of("variant", "one", "part", "p"), 600),
                counted("overhead-cpu", "b", Map.of("variant", "other", "part", "p"), 700));

        assertThat(results(judge(account, Baseline.NONE, budget("overhead-cpu", Kind.MAX, 650)))).containsExactly("pass", "fail");
    }

    @ParameterizedTest
    @CsvSource({"100, UNIT, 100, 200, pass", "99, UNIT, 100, 200, fail", "100, PERCENT, 100, 200, pass", "99, PERCENT, 100, 200, fail",
            "0, UNIT, 200, 100, pass", "10, PERCENT, 0, 1, fail", "10, PERCENT, 0, 0, pass"})
    void an_increase_is_held_against_the_baseline(double limit, Scale scale, double then, double now, String result) {
        assertThat(results(judge(account(counted("requested-cpu", "a", SHOP, now)), before(counted("requested-cpu", "a", SHOP, then)),
                budget("requested-cpu", Map.of(), new Bound(Kind.MAX_INCREASE, limit, scale))))).containsExactly(result);
    }

    @ParameterizedTest
    @CsvSource({"5, pass", "4, fail"})
    void a_decrease_is_the_mirror_of_an_increase(double limit, String result) {
        assertThat(
                results(judge(account(counted("coverage", "coverage", Map.of(), 90)), before(counted("coverage", "coverage", Map.of(), 95)),
                        budget("coverage", Kind.MAX_DECREASE, limit))))
                .containsExactly(result);
    }

    @Test
    void what_is_not_known_in_the_same_way_in_both_has_not_changed() {
        Piece scaled = open("requested-cpu", "Deployment shop/cart", SHOP, 200, Double.POSITIVE_INFINITY);
        Budget none = budget("requested-cpu", Kind.MAX_INCREASE, 50);

        assertThat(results(judge(account(scaled), before(scaled), none))).containsExactly("pass");
        assertThat(results(judge(account(scaled, counted("requested-cpu", "b", SHOP, 50)), before(scaled), none))).containsExactly("pass");
        assertThat(results(judge(account(scaled, counted("requested-cpu", "b", SHOP, 51)), before(scaled), none))).containsExactly("fail");
        assertThat(results(judge(account(open("requested-cpu", "Deployment shop/cart", SHOP, 100, 300)), before(scaled), none)))
                .containsExactly("inconclusive");
    }

    @Test
    void two_measurements_that_look_the_same_may_differ() {
        Piece measured = measured("cpu-per-1000-rps", "m", 400, 420, 440);

        assertThat(results(judge(account(measured), before(measured), budget("cpu-per-1000-rps", Kind.MAX_INCREASE, 39))))
                .containsExactly("inconclusive");
        assertThat(results(judge(account(measured), before(measured), budget("cpu-per-1000-rps", Kind.MAX_INCREASE, 40))))
                .containsExactly("pass");
    }

    @Test
    void what_two_runs_say_together_goes_before_the_difference_of_two_numbers() {
        Piece then = measured("latency-added", "m", 0.1, 0.4, 0.7);
        Piece now = measured("latency-added", "m", 0.2, 0.5, 0.8);
        Baseline compared = new Baseline(account(then), List.of(measured("latency-added", "m", 0.05, 0.1, 0.15)));

        assertThat(results(judge(account(now), compared, budget("latency-added", Kind.MAX_INCREASE, 0.15)))).containsExactly("pass");
        assertThat(results(judge(account(now), compared, budget("latency-added", Kind.MAX_INCREASE, 0.04)))).containsExactly("fail");
        assertThat(results(judge(account(now), new Baseline(account(then), List.of()), budget("latency-added", Kind.MAX_INCREASE, 0.15))))
                .containsExactly("inconclusive");
    }

    @Test
    void findings_are_new_or_gone_by_their_object_and_number() {
        Account now = account(counted("findings", "MA050 Service shop/cart", Map.of("severity", "error"), 1),
                counted("findings", "MA050 Service shop/cart", Map.of("severity", "error"), 1),
                counted("findings", "MA017 Deployment shop/web", Map.of("severity", "warning"), 1));
        Baseline before = before(counted("findings", "MA050 Service shop/cart", Map.of("severity", "error"), 1),
                counted("findings", "MA051 Service shop/old", Map.of("severity", "error"), 1));
        GateReport report = judge(now, before, budget("findings-new", Kind.MAX, 2), budget("findings-new", Kind.MAX, 1),
                budget("findings-fixed", Kind.MIN, 1),
                budget("findings-new", Map.of("severity", "error"), new Bound(Kind.MAX, 0, Scale.UNIT)));

        assertThat(results(report)).containsExactly("pass", "fail", "pass", "fail");
        assertThat(report.appeared()).extracting(Piece::id).containsExactly("MA017 Deployment shop/web", "MA050 Service shop/cart");
        assertThat(report.gone()).extracting(Piece::id).containsExactly("MA051 Service shop/old");
    }

    @Test
    void without_a_baseline_nothing_is_known_of_changes() {
        GateReport report = judge(account(counted("findings", "a", Map.of(), 1)), Baseline.NONE, budget("findings-new", Kind.MAX, 0),
                budget("findings", Kind.MAX_INCREASE, 0));

        assertThat(results(report)).containsExactly("inconclusive", "inconclusive");
        assertThat(report.checks()).allSatisfy(c -> assertThat(c.reckoning().gaps()).singleElement().extracting(Gap::remedy).asString()
                .contains("--baseline"));
        assertThat(report.changes()).isEmpty();
    }

    @Test
    void a_share_is_taken_over_all_that_both_may_be() {
        Piece added = measured("latency-added", "m", 0.1, 0.2, 0.3);
        Account account = new Account("run", Desk.DAY, Set.of("latency-added"), List.of(added),
                Map.of(Account.whole(added), new Quantity(1, new Interval(0.5, 2))), Map.of(), List.of());

        assertThat(judge(account, Baseline.NONE, budget("latency-added", Map.of(), new Bound(Kind.MAX_SHARE, 60, Scale.PERCENT))).checks()
                .getFirst().reckoning().judged()).satisfies(q -> {
                    assertThat(q.seen()).isEqualTo(20);
                    assertThat(q.span()).isEqualTo(new Interval(5, 60));
                });
        assertThat(results(judge(account, Baseline.NONE, budget("latency-added", Map.of(), new Bound(Kind.MAX_SHARE, 60, Scale.PERCENT),
                new Bound(Kind.MAX_SHARE, 59, Scale.PERCENT), new Bound(Kind.MAX_SHARE, 4, Scale.PERCENT)))))
                .containsExactly("pass", "inconclusive", "fail");
    }

    @Test
    void the_gate_fails_by_one_budget_is_open_by_one_and_passes_by_all() {
        Account account = account(measured("latency-added", "m", 1, 2, 3));
        Budget pass = budget("latency-added", Kind.MAX, 3);
        Budget open = budget("latency-added", Kind.MAX, 2);
        Budget fail = budget("latency-added", Kind.MAX, 0);

        assertThat(judge(account, Baseline.NONE, pass).result()).isInstanceOf(Pass.class);
        assertThat(judge(account, Baseline.NONE, pass, open).result()).isInstanceOf(Inconclusive.class);
        assertThat(judge(account, Baseline.NONE, open, fail, pass).result()).isInstanceOf(Fail.class);
        assertThat(judge(account, Baseline.NONE, pass, warning(open), warning(fail)).result()).isInstanceOf(Pass.class);
        assertThat(judge(account, Baseline.NONE).result()).isInstanceOf(Pass.class);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-16, fail, 1", "2026-09-17, pass, 0", "2026-09-18, pass, 0", "2025-12-31, fail, 1"})
    void a_waiver_holds_until_the_end_of_its_last_day_and_is_told_when_it_is_over(String until, String result, int expired) {
        GateReport report = judge(account(counted("pods", "a", SHOP, 5)), Baseline.NONE, List.of(budget("pods", Kind.MAX, 4)),
                List.of(waiver("pods", until, Map.of())));

        assertThat(report.result().word()).isEqualTo(result);
        assertThat(results(report)).containsExactly("fail");
        assertThat(report.expired()).hasSize(expired);
        assertThat(report.idle()).isEmpty();
    }

    @Test
    void a_waiver_covers_only_its_own_budget_and_labels() {
        Account account = account(counted("pods", "a", SHOP, 5), counted("pods", "b", SEARCH, 5));
        Budget each = each(budget("pods", Kind.MAX, 4), "namespace");

        GateReport one = judge(account, Baseline.NONE, List.of(each), List.of(waiver("pods", "2026-12-31", SHOP)));
        assertThat(one.checks()).extracting(Check::counts).containsExactly(true, false);
        assertThat(one.result()).isInstanceOf(Fail.class);
        GateReport idle = judge(account, Baseline.NONE, List.of(each(budget("pods", Kind.MAX, 9), "namespace")),
                List.of(waiver("pods", "2026-12-31", Map.of())));
        assertThat(idle.idle()).hasSize(1);
        assertThat(judge(account, Baseline.NONE, List.of(each), List.of(waiver("pods", "2026-12-31", Map.of()))).result())
                .isInstanceOf(Pass.class);
    }

    @Test
    void changes_are_told_by_namespace_and_only_where_there_are_some() {
        GateReport report = judge(account(counted("pods", "a", SHOP, 5), counted("pods", "b", SEARCH, 2)),
                before(counted("pods", "a", SHOP, 3), counted("pods", "b", SEARCH, 2)));

        assertThat(report.changes()).singleElement().satisfies(c -> {
            assertThat(c.selection().words()).isEqualTo("namespace shop");
            assertThat(c.by()).isEqualTo(Quantity.exactly(2));
        });
    }
}
