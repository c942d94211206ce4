package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import meshadvisor.plan.book.ConversionPattern;
import meshadvisor.plan.convert.Condition.Winner;

/**
 * Keeps the order of rules where the first one that matches has won and the most specific one wins from now on. Where a later rule would take what an
 * earlier one took, the earlier one gets one more condition: what both take. It is at least as specific as either, so after all pairs are settled the
 * most specific condition that takes a request belongs to the first rule that took it. Pairs for which that cannot be written are told.
 */
final class Precedence {

    /** As many as one rule may have in the API. */
    private static final int MOST = 64;

    /** A condition of a rule by the number of the rule, and whether it was added. */
    record Entry(Condition condition, int rule) {}

    /** Two rules of which the second may take what the first one took. */
    record Conflict(Entry first, Entry second) {}

    private final ConversionPattern pattern;
    private final List<Entry> entries;
    private final List<Conflict> conflicts = new ArrayList<>();
    private final List<Entry> unreached = new ArrayList<>();

    private Precedence(ConversionPattern pattern, List<Entry> entries) {
        this.pattern = pattern;
        this.entries = new ArrayList<>(entries);
    }

    /**
     * What was settled.
     *
     * @param entries in the order of their rules
     * @param unreached conditions that never took a request, because an earlier rule takes all of theirs
     */
    record Settled(List<Entry> entries, List<Conflict> conflicts, List<Entry> unreached) {}

    static Settled of(ConversionPattern pattern, List<Entry> entries) {
        Precedence precedence = new Precedence(pattern, entries);
        while (precedence.pass()) {
            // what was added may conflict with what is there
        }
        Set<List<Integer>> told = new HashSet<>();
        return new Settled(precedence.entries.stream().sorted((a, b) -> Integer.compare(a.rule, b.rule)).toList(),
                precedence.conflicts.stream().filter(c -> told.add(List.of(c.first.rule, c.second.rule))).toList(), precedence.unreached);
    }

    /** Settles each pair; whether that added or removed a condition. */
    private boolean pass() {
        List<Entry> before = List.copyOf(entries);
        for (Entry first : List.copyOf(entries)) {
            for (Entry second : List.copyOf(entries)) {
                if (first.rule < second.rule && entries.contains(first) && entries.contains(second)) {
                    settle(first, second);
                }
            }
        }
        return !before.equals(entries);
    }

    private void settle(Entry first, Entry second) {
        Winner winner = first.condition.meets(second.condition) ? first.condition.against(second.condition, pattern) : Winner.FIRST;
        if (winner == Winner.FIRST || winner == Winner.NEITHER || covered(first, second)) {
            return;
        }
        Optional<Condition> both = first.condition.and(second.condition);
        if (both.filter(b -> before(b, second)).isEmpty()) {
            conflicts.add(new Conflict(first, second));
        } else if (both.get().equals(second.condition)) {
            entries.remove(second);
            unreached.add(second);
        } else if (entries.size() >= MOST) {
            conflicts.add(new Conflict(first, second));
        } else {
            entries.add(new Entry(both.get(), owner(both.get(), first.rule)));
        }
    }

    /** The first rule that takes everything that a condition takes: an even earlier one than the one that it was made for. */
    private int owner(Condition condition, int rule) {
        return entries.stream().filter(e -> e.rule < rule && e.condition.and(condition).filter(condition::equals).isPresent())
                .mapToInt(Entry::rule).min().orElse(rule);
    }

    /** Whether a condition of an earlier rule gets what it takes. */
    private boolean before(Condition condition, Entry second) {
        Winner winner = condition.against(second.condition, pattern);
        return winner == Winner.FIRST || winner == Winner.NEITHER;
    }

    /** Whether what both take is the earlier one's already, or that of one which is earlier still. */
    private boolean covered(Entry first, Entry second) {
        return first.condition.and(second.condition)
                .filter(both -> before(both, second) && entries.stream().anyMatch(e -> e.rule <= first.rule && e.condition.equals(both)))
                .isPresent();
    }
}
