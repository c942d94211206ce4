package meshadvisor.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import meshadvisor.measure.Interval;
import meshadvisor.simulate.Effect.Worth;
import meshadvisor.simulate.input.Remedy;
import org.junit.jupiter.api.Test;

/** Effects of many remedies at once. */
class EffectTest {

    private static final Remedy REMEDY = new Remedy("r", "r", "", List.of(), "", Remedy.Needs.NOTHING, List.of());

    /** Fewer cascades, requests that fail 10 points less and half of the latency, each as unlikely by chance as is said. */
    private static Effect effect(Share.Pair cascade, double requests, double latency) {
        Interval any = new Interval(0, 1);
        Spread none = new Spread(0, 0, 0);
        return new Effect(REMEDY, cascade, cascade, new Effect.Change(-0.1, any, requests), new Effect.Change(0.5, any, latency), none,
                none,
                new Onset(none, 16, 8), new Effect.Chance(0, 0, 0));
    }

    private static Share.Pair pair(int fewer, int more) {
        return new Share.Pair(new Share(20, 40), new Share(20 - fewer + more, 40), 20 - fewer);
    }

    @Test
    void of_seventeen_remedies_that_do_nothing_all_are_said_to_do_nothing_in_nineteen_of_twenty_studies() {
        SplittableRandom random = new SplittableRandom(9);
        long wrong = IntStream.range(0, 4_000).filter(study -> Effect.together(IntStream.range(0, 17)
                .mapToObj(i -> effect(pair(1, 1), random.nextDouble(), random.nextDouble())).toList()).stream()
                .anyMatch(each -> each.worth() != Worth.NONE)).count();

        assertThat(wrong / 4_000.0).isBetween(0.02, 0.055);
    }

    @Test
    void what_stands_out_of_all_is_found_and_what_would_stand_out_alone_is_not() {
        List<Effect> effects = Effect.together(List.of(effect(pair(14, 0), 0.5, 0.5), effect(pair(0, 0), 0.02, 0.5),
                effect(pair(6, 0), 1, 1), effect(pair(0, 0), 1, 1e-9)));

        assertThat(effects).extracting(Effect::worth).containsExactly(Worth.HELPS, Worth.NONE, Worth.NONE, Worth.HELPS);
        assertThat(effects.getFirst().chance().cascades()).isGreaterThan(effects.getFirst().cascade().p());
    }
}
