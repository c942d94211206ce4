package meshadvisor.cost.packing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Packing against an exhaustive search that knows nothing of it, and against bounds. */
class PackingTest {

    private static final Load NODE = new Load(4_000, 16_000, 110);

    /** The best number of nodes, by trying every partition: exponential, and too simple to be wrong. */
    private static int exact(List<Piece> pieces, List<Load> there, Load shape) {
        for (int more = 0; more <= pieces.size(); more++) {
            List<Load> bins = new ArrayList<>(there);
            bins.addAll(Collections.nCopies(more, shape));
            if (every(pieces, 0, bins, new ArrayList<>(Collections.nCopies(bins.size(), List.<String>of())))) {
                return more;
            }
        }
        throw new AssertionError("pieces that fit no node");
    }

    private static boolean every(List<Piece> pieces, int next, List<Load> bins, List<List<String>> names) {
        if (next == pieces.size()) {
            return true;
        }
        Piece piece = pieces.get(next);
        for (int i = 0; i < bins.size(); i++) {
            Load before = bins.get(i);
            List<String> there = names.get(i);
            boolean apart = piece.together() == 0 || there.stream().filter(piece.name()::equals).count() < piece.together();
            if (apart && before.holds(piece.needs())) {
                bins.set(i, before.minus(piece.needs()));
                List<String> more = new ArrayList<>(there);
                more.add(piece.name());
                names.set(i, more);
                if (every(pieces, next + 1, bins, names)) {
                    return true;
                }
                bins.set(i, before);
                names.set(i, there);
            }
        }
        return false;
    }

    private static List<Piece> pieces(SplittableRandom random) {
        int count = random.nextInt(2, 8);
        boolean large = random.nextInt(2) == 0;
        return IntStream.range(0, count).mapToObj(i -> new Piece("w" + random.nextInt(3),
                new Load(random.nextInt(large ? 800 : 100, large ? 2_600 : 2_000),
                        random.nextInt(large ? 2_000 : 100, large ? 11_000 : 8_000), 1),
                random.nextInt(4) == 0 ? 2 : 0)).toList();
    }

    @Test
    void a_thousand_small_cases_are_never_below_the_bound_nor_the_best_and_within_five_percent_of_it() {
        SplittableRandom random = new SplittableRandom(20_260_917);
        int found = 0;
        int best = 0;
        for (int i = 0; i < 1_000; i++) {
            List<Piece> pieces = same(pieces(random));
            List<Load> there = IntStream.range(0, random.nextInt(3))
                    .mapToObj(n -> new Load(random.nextInt(0, 4_000), random.nextInt(0, 16_000), random.nextInt(0, 5))).toList();
            Packed packed = Packing.of(pieces, there, NODE);
            int exact = exact(pieces, there, NODE);
            assertThat(packed.more()).as("%s on %s", pieces, there).isGreaterThanOrEqualTo(exact);
            assertThat(packed.atLeast()).as("%s on %s", pieces, there).isLessThanOrEqualTo(exact);
            found += packed.more() + there.size();
            best += exact + there.size();
        }
        assertThat(found).isLessThanOrEqualTo((int) Math.floor(best * 1.05));
    }

    /** One limit for all pods of a name, as a workload has it. */
    private static List<Piece> same(List<Piece> pieces) {
        return pieces.stream().map(p -> new Piece(p.name(), p.needs(),
                pieces.stream().filter(o -> o.name().equals(p.name())).mapToInt(Piece::together).max().orElse(0))).toList();
    }

    @Test
    void large_cases_stay_above_the_bound_and_below_the_guarantee() {
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 20; i++) {
            List<Piece> pieces = IntStream.range(0, 500)
                    .mapToObj(n -> Piece.of("p", new Load(random.nextInt(50, 2_500), random.nextInt(64, 12_000), 1))).toList();
            Packed packed = Packing.of(pieces, List.of(), NODE);
            assertThat(packed.more()).isBetween(packed.atLeast(), (int) Math.ceil(packed.atLeast() * (3 + 1.0 / 3)) + 1);
        }
    }

    @Test
    void pods_are_a_dimension_of_their_own() {
        List<Piece> tiny = Collections.nCopies(111, Piece.of("tiny", new Load(0, 0, 1)));
        assertThat(Packing.of(tiny, List.of(NODE), NODE).more()).isOne();
        assertThat(Packing.of(tiny.subList(0, 110), List.of(NODE), NODE).more()).isZero();
    }

    @Test
    void pods_that_must_stand_apart_take_a_node_each() {
        List<Piece> apart = Collections.nCopies(5, new Piece("db", new Load(10, 10, 1), 1));
        assertThat(Packing.of(apart, List.of(NODE, NODE), NODE)).isEqualTo(new Packed(3, 3, List.of()));
    }

    @Test
    void a_pod_that_no_node_takes_is_named_and_not_counted() {
        Packed packed = Packing.of(List.of(Piece.of("huge", new Load(4_001, 1, 1)), Piece.of("small", new Load(1, 1, 1))), List.of(), NODE);
        assertThat(packed).isEqualTo(new Packed(1, 1, List.of("huge")));
    }

    @Test
    void nodes_that_are_overdrawn_take_nothing_and_give_nothing() {
        Load overdrawn = new Load(-5_000, 1_000, 3);
        assertThat(Packing.of(List.of(Piece.of("p", new Load(3_000, 10, 1))), List.of(overdrawn), NODE).more()).isOne();
    }

    @Test
    void nothing_needs_no_node() {
        assertThat(Packing.of(List.of(), List.of(), NODE)).isEqualTo(new Packed(0, 0, List.of()));
    }
}
