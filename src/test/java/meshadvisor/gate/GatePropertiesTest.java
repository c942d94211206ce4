package meshadvisor.gate;

import static meshadvisor.gate.Desk.account;
import static meshadvisor.gate.Desk.budget;
import static meshadvisor.gate.Desk.each;
import static meshadvisor.gate.Desk.judge;
import static meshadvisor.gate.Desk.results;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.gate.Bound.Scale;
import meshadvisor.measure.Interval;
import meshadvisor.model.Place;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for all budgets and all numbers. */
class GatePropertiesTest {

    private static final List<String> ORDER = List.of("fail", "inconclusive", "pass");

    static Stream<Long> seeds() {
        return IntStream.range(0, 300).mapToObj(i -> 7_919L * i);
    }

    /** Some are known, some have an end, some have none. */
    private static List<Piece> pieces(Random random) {
        return IntStream.range(0, 1 + random.nextInt(6)).mapToObj(i -> {
            double seen = random.nextInt(20);
            double more = switch (random.nextInt(4)) {
                case 0 -> Double.POSITIVE_INFINITY;
                case 1 -> random.nextInt(10);
                default -> 0;
            };
            String namespace = random.nextInt(8) == 0 ? Piece.OPEN : "n" + random.nextInt(3);
            return new Piece("requested-cpu", "w" + random.nextInt(5), new TreeMap<>(Map.of("namespace", namespace)),
                    new Quantity(seen, new Interval(seen, seen + more)), Ground.COUNTED, "w", Place.NOWHERE, List.of());
        }).toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void more_budget_never_gives_a_worse_result(long seed) {
        Random random = new Random(seed);
        Account now = account(pieces(random), "requested-cpu");
        Baseline before = new Baseline(account(pieces(random), "requested-cpu"), List.of());
        Kind[] upper = {Kind.MAX, Kind.MAX_INCREASE, Kind.MAX_DECREASE};
        for (Kind kind : upper) {
            Scale scale = kind == Kind.MAX || random.nextBoolean() ? Scale.UNIT : Scale.PERCENT;
            List<Integer> places = IntStream.range(0, 60).mapToObj(limit -> ORDER.indexOf(results(judge(now, before,
                    budget("requested-cpu", Map.of(), new Bound(kind, 2.0 * limit, scale)))).getFirst())).toList();
            assertThat(places).as("%s %s %s", kind, scale, now.pieces()).isSorted();
        }
        List<Integer> least = IntStream.range(0, 60).mapToObj(limit -> ORDER.indexOf(results(judge(now, before,
                budget("requested-cpu", Kind.MIN, 2.0 * limit))).getFirst())).toList();
        assertThat(least.reversed()).isSorted();
    }

    /** Whatever the truth is, a pass is right and a fail is right. */
    @ParameterizedTest
    @MethodSource("seeds")
    void no_result_is_wrong_for_any_number_that_may_be_true(long seed) {
        Random random = new Random(seed);
        List<Piece> pieces = pieces(random).stream().filter(p -> !p.labels().containsValue(Piece.OPEN)).toList();
        double limit = random.nextInt(60);
        String result =
                results(judge(account(pieces, "requested-cpu"), Baseline.NONE, budget("requested-cpu", Kind.MAX, limit))).getFirst();
        for (int i = 0; i < 20; i++) {
            double truth = pieces.stream().map(p -> p.quantity().span())
                    .mapToDouble(s -> s.low() + random.nextDouble() * (Math.min(s.high(), s.low() + 100) - s.low())).sum();
            if (result.equals("pass")) {
                assertThat(truth).isLessThanOrEqualTo(limit + 1e-6);
            } else if (result.equals("fail")) {
                assertThat(truth).isGreaterThan(limit);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void what_is_compared_with_itself_has_not_changed(long seed) {
        Account account = account(pieces(new Random(seed)), "requested-cpu", "findings");
        GateReport report = judge(account, new Baseline(account, List.of()),
                each(budget("requested-cpu", Map.of(), new Bound(Kind.MAX_INCREASE, 0, Scale.UNIT),
                        new Bound(Kind.MAX_DECREASE, 0, Scale.UNIT),
                        new Bound(Kind.MAX_INCREASE, 0, Scale.PERCENT)), "namespace"),
                budget("findings-new", Kind.MAX, 0));

        assertThat(results(report)).containsOnly("pass");
        assertThat(report.changes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_in_which_things_are_told_does_not_matter(long seed) {
        Random random = new Random(seed);
        List<Piece> pieces = pieces(random);
        List<Piece> shuffled = new ArrayList<>(pieces);
        Collections.shuffle(shuffled, random);
        Baseline before = new Baseline(account(pieces(random), "requested-cpu"), List.of());
        Budget budget =
                each(budget("requested-cpu", Map.of(), new Bound(Kind.MAX, 20, Scale.UNIT), new Bound(Kind.MAX_INCREASE, 3, Scale.UNIT)),
                        "namespace");

        assertThat(judge(account(shuffled, "requested-cpu"), before, budget))
                .isEqualTo(judge(account(pieces, "requested-cpu"), before, budget));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_result_is_that_of_the_worst_check_that_counts(long seed) {
        Random random = new Random(seed);
        Account now = account(pieces(random), "requested-cpu");
        Budget[] budgets = IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(i -> random.nextInt(3) == 0 ? Desk.warning(budget("requested-cpu", Kind.MAX, random.nextInt(60)))
                        : budget("requested-cpu", Kind.MAX, random.nextInt(60)))
                .toArray(Budget[]::new);
        GateReport report = judge(now, Baseline.NONE, budgets);
        int worst = report.checks().stream().filter(Check::counts).mapToInt(c -> ORDER.indexOf(c.result().word())).min().orElse(2);

        assertThat(report.result().word()).as(Arrays.toString(budgets)).isEqualTo(ORDER.get(worst));
    }
}
