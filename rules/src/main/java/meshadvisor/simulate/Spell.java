package meshadvisor.simulate;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.simulate.run.Course.Minute;

/**
 * Minutes of a surge that are alike: in which nodes lose pods, or requests fail, or neither.
 *
 * @param from minute after the beginning, the first one is 0
 * @param to the last minute
 * @param losses pods that nodes lost to their lack of memory
 * @param limited containers that were killed at their own limits
 * @param hit nodes that lost a pod for the first time
 * @param pushed configurations that proxies got
 * @param failed share of the requests
 * @param p99 the worst, in ms
 */
public record Spell(Kind kind, int from, int to, int losses, int limited, int hit, long pushed, double failed, double p99) {

    /** What marks it. */
    public enum Kind {
        CALM, FAILING, LOSING
    }

    private static final double FAILED = 0.01;

    /** Shorter pauses do not end a spell, in minutes. */
    private static final int PAUSE = 3;

    /** The first spell of losses is no longer, each next one may be twice as long: it is told most closely how it begins. */
    private static final int SHORT = 3;

    /** All of a course, one after the other. */
    static List<Spell> of(List<Minute> minutes) {
        List<Spell> spells = new ArrayList<>();
        int from = 0;
        int longest = SHORT;
        while (from < minutes.size()) {
            Kind kind = kind(minutes.get(from));
            int to = from;
            for (int i = from + 1;
                    i < minutes.size() && (kind == Kind.CALM || i - from < longest) && i - to <= (kind == Kind.CALM ? 1 : PAUSE); i++) {
                if (kind(minutes.get(i)) == kind) {
                    to = i;
                } else if (kind(minutes.get(i)).compareTo(kind) > 0) {
                    break;
                }
            }
            spells.add(of(kind, from, minutes.subList(from, to + 1)));
            from = to + 1;
            longest = kind == Kind.LOSING ? 2 * longest : longest;
        }
        return spells;
    }

    private static Kind kind(Minute minute) {
        return minute.losses() + minute.limited() > 0 ? Kind.LOSING : minute.failed() > FAILED ? Kind.FAILING : Kind.CALM;
    }

    private static Spell of(Kind kind, int from, List<Minute> minutes) {
        return new Spell(kind, from, from + minutes.size() - 1, minutes.stream().mapToInt(Minute::losses).sum(),
                minutes.stream().mapToInt(Minute::limited).sum(), minutes.stream().mapToInt(Minute::hit).sum(),
                minutes.stream().mapToLong(Minute::pushed).sum(), minutes.stream().mapToDouble(Minute::failed).average().orElse(0),
                minutes.stream().mapToDouble(Minute::p99).max().orElse(0));
    }
}
