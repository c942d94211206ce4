package meshadvisor.format;

import static java.util.Locale.ROOT;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.measure.Interval;
import meshadvisor.simulate.Effect;
import meshadvisor.simulate.Effect.Direction;
import meshadvisor.simulate.Share;
import meshadvisor.simulate.Spell;
import meshadvisor.simulate.Spread;
import meshadvisor.simulate.SurgeReport;

/** Words for numbers of a simulated surge. */
final class SurgeWords {

    private static final double PERCENT = 100;
    private static final double SECOND = 1000;

    private SurgeWords() {}

    /** {@code 58 % (49 to 67 %)}. */
    static String share(Share share) {
        Interval interval = share.interval();
        return Amounts.percent(share.value())
                + String.format(ROOT, " (%.0f to %.0f %%)", interval.low() * PERCENT, interval.high() * PERCENT);
    }

    /** {@code 4.2 (1.8 to 12)}. */
    static String spread(Spread spread, String never) {
        return number(spread.likely(), never) + " (" + number(spread.low(), never) + " to " + number(spread.high(), never) + ")";
    }

    /** Likewise as shares of a whole. */
    static String shares(Spread spread) {
        return Amounts.percent(spread.likely()) + " (" + Amounts.percent(spread.low()) + " to " + Amounts.percent(spread.high()) + ")";
    }

    /** With as many digits as it is worth. */
    static String number(double value, String never) {
        return Double.isInfinite(value) ? never
                : value == Math.rint(value) || Math.abs(value) >= PERCENT ? String.format(ROOT, "%,.0f", value)
                        : Math.abs(value) >= 1 ? String.format(ROOT, "%.1f", value) : String.format(ROOT, "%.2g", value);
    }

    /** {@code 240 ms} or {@code 8.1 s}. */
    static String time(double millis) {
        return millis >= SECOND ? String.format(ROOT, "%.1f s", millis / SECOND) : String.format(ROOT, "%.0f ms", millis);
    }

    /** {@code 58 → 12 %}. */
    static String pair(Share.Pair pair) {
        return String.format(ROOT, "%.0f → %.0f %%", pair.before().value() * PERCENT, pair.after().value() * PERCENT);
    }

    /** {@code −46 (−56 to −36)} in points. */
    static String change(Share.Pair pair) {
        Interval interval = pair.change();
        return signed(pair.by() * PERCENT) + String.format(ROOT, " (%s to %s)", signed(interval.low() * PERCENT),
                signed(interval.high() * PERCENT));
    }

    /** {@code −3.1 (−4.0 to −2.2)} in points. */
    static String points(Effect.Change change) {
        return signed(change.by() * PERCENT) + " (" + signed(change.interval().low() * PERCENT) + " to "
                + signed(change.interval().high() * PERCENT) + ")";
    }

    /** {@code × 1.2 (1.1 to 1.4)}. */
    static String times(Effect.Change change) {
        return String.format(ROOT, "× %.2f (%.2f to %.2f)", change.by(), change.interval().low(), change.interval().high());
    }

    private static String signed(double value) {
        double rounded = Math.rint(value * 10) / 10;
        String text =
                Math.abs(rounded) >= 10 ? String.format(ROOT, "%.0f", Math.abs(rounded)) : String.format(ROOT, "%.1f", Math.abs(rounded));
        return rounded == 0 ? "0" : (rounded < 0 ? "−" : "+") + text;
    }

    /** What happens in a part of a run, in words. */
    static String happened(Spell spell, int hitSoFar, int nodes) {
        return switch (spell.kind()) {
            case CALM -> "all is well";
            case FAILING -> "requests fail, no pod is lost";
            case LOSING -> (spell.losses() == 0 ? "no node is full" : full(spell, hitSoFar, nodes))
                    + (spell.limited() > 0 ? String.format(ROOT, "; %,d containers killed at their limits", spell.limited()) : "");
        };
    }

    private static String full(Spell spell, int hitSoFar, int nodes) {
        int before = hitSoFar - spell.hit();
        String soFar = String.format(ROOT, "; %,d of %,d nodes were full so far", hitSoFar, nodes);
        return spell.hit() == 0 ? "nodes that were full before lose more pods"
                : Words.count(spell.hit(), before == 0 ? "node is full and loses pods" : "more node is full and loses pods",
                        before == 0 ? "nodes are full and lose pods" : "more nodes are full and lose pods")
                        + (before == 0 ? "" : soFar);
    }

    /** The course of a run in one sentence. */
    static String summary(SurgeReport.Typical run) {
        List<Spell> losing = run.spells().stream().filter(spell -> spell.losses() > 0).toList();
        if (losing.isEmpty()) {
            return "No node runs out of memory" + (run.spells().stream().allMatch(spell -> spell.kind() == Spell.Kind.CALM)
                    ? ", and all is well." : ", but not all is well.");
        }
        return String.format(ROOT, "The first node is full in minute %d; until minute %d %,d of %,d nodes lose pods, %,d pods in all.",
                losing.getFirst().from(), losing.getLast().to(), losing.stream().mapToInt(Spell::hit).sum(), run.nodes(),
                losing.stream().mapToInt(Spell::losses).sum());
    }

    /** What a remedy is worth. */
    static String worth(Effect effect) {
        return switch (effect.worth()) {
            case HELPS -> "helps";
            case NONE -> "no effect found";
            case HARMS -> "harms";
            case BOTH -> "helps and harms";
        };
    }

    /** What of it is better and what is worse, in words. */
    static List<String> directions(Effect effect) {
        List<String> all = new ArrayList<>();
        add(all, effect.cascades(), "cascades " + pair(effect.cascade()));
        add(all, effect.failures(), "failed requests " + points(effect.requests()) + " points");
        add(all, effect.delays(), "worst p99 " + times(effect.latency()));
        return all;
    }

    private static void add(List<String> all, Direction direction, String what) {
        switch (direction) {
            case LESS, MORE -> all.add(what);
            case SAME -> {
                // nothing to tell
            }
        }
    }
}
