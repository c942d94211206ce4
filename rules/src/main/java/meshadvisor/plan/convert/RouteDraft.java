package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import meshadvisor.model.Conduct;
import meshadvisor.model.Feature;
import meshadvisor.plan.convert.Precedence.Conflict;
import meshadvisor.plan.convert.Precedence.Entry;
import meshadvisor.plan.convert.Precedence.Settled;
import meshadvisor.plan.convert.Remark.Fate;

/**
 * The rules of an HTTPRoute at one port of one Service, or at one gateway.
 *
 * @param rest a backend for requests that no rule takes; nothing where they are refused
 */
record RouteDraft(Draft draft, Conduct conduct, Filters filters, List<Object> rest) {

    /** As many as the API takes. */
    private static final int MOST_RULES = 16;
    private static final int MOST_MATCHES = 128;

    /** Rules with the same annotations, which stand in one object. */
    record Part(Map<String, String> annotations, List<Object> rules) {}

    /** A rule with the conditions that were made of each of its own. */
    private record Sourced(Conduct.Rule rule, List<Condition> originals) {}

    /** The rules, in parts by their annotations, the first rule's first. */
    List<Part> parts(Predicate<Conduct.Condition> here) {
        List<Sourced> rules = new ArrayList<>();
        List<Entry> entries = new ArrayList<>();
        for (Conduct.Rule rule : conduct.rules()) {
            List<Condition> made = conditions(rule, here);
            if (!made.isEmpty() && written(rule)) {
                made.forEach(c -> entries.add(new Entry(c, rules.size())));
                rules.add(new Sourced(rule, made));
            }
        }
        Settled settled = settled(entries, rules);
        Map<Map<String, String>, List<Object>> parts = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            int number = i;
            List<Condition> conditions =
                    settled.entries().stream().filter(e -> e.rule() == number).map(Entry::condition).distinct().toList();
            if (!conditions.isEmpty()) {
                parts.computeIfAbsent(filters.annotations(rules.get(i).rule), a -> new ArrayList<>())
                        .addAll(rule(rules.get(i), conditions));
            }
        }
        if (!rest.isEmpty() && settled.entries().stream().noneMatch(e -> e.condition().equals(Condition.ALL)) && !rules.isEmpty()) {
            parts.computeIfAbsent(Map.of(), a -> new ArrayList<>()).add(Tree.of("backendRefs", rest));
        }
        if (parts.values().stream().anyMatch(p -> p.size() > MOST_RULES) || settled.entries().size() > MOST_MATCHES) {
            draft.block("", conduct.meta().place(), "It becomes more than " + MOST_RULES + " rules or " + MOST_MATCHES
                    + " conditions, which one HTTPRoute does not take; divide it by paths first.");
        }
        return parts.entrySet().stream().map(p -> new Part(p.getKey(), p.getValue())).toList();
    }

    private List<Condition> conditions(Conduct.Rule rule, Predicate<Conduct.Condition> here) {
        Conditions conditions = new Conditions(draft);
        return rule.conditions().isEmpty() ? List.of(Condition.ALL)
                : rule.conditions().stream().filter(here).flatMap(c -> conditions.of(c).stream()).distinct().toList();
    }

    /** Whether a rule leads anywhere that an HTTPRoute can lead to; else what it took would go to the next rule, so nothing is written. */
    private boolean written(Conduct.Rule rule) {
        boolean leads = !rule.shares().isEmpty() || Filters.redirects(rule) || !rest.isEmpty();
        if (!leads) {
            rule.effects().stream().filter(e -> e.feature() == Feature.DELEGATE || e.feature() == Feature.DIRECT_RESPONSE)
                    .forEach(draft::tell);
            draft.block(rule.field(), rule.place(), "The rule leads to no Service, so no HTTPRoute can be written of the whole.");
        }
        return leads;
    }

    private Settled settled(List<Entry> entries, List<Sourced> rules) {
        if (conduct.order() == meshadvisor.model.Route.Order.MOST_SPECIFIC) {
            return new Settled(entries, List.of(), List.of());
        }
        Settled settled = Precedence.of(draft.pattern(), entries);
        for (Conflict conflict : settled.conflicts()) {
            Conduct.Rule first = rules.get(conflict.first().rule()).rule;
            Conduct.Rule second = rules.get(conflict.second().rule()).rule;
            draft.tell(Fate.DIFFERS, first.field(), first.place(),
                    "The first rule that matches has won; in an HTTPRoute the most specific one wins. "
                            + "Requests that satisfy both " + conflict.first().condition() + " and " + conflict.second().condition()
                            + " went by "
                            + first.field() + " and may go by " + second.field() + " (" + second.place()
                            + ") from now on. No condition could be written that keeps it.");
        }
        for (Entry entry : settled.unreached()) {
            Conduct.Rule rule = rules.get(entry.rule()).rule;
            draft.tell(Fate.DIFFERS, rule.field(), rule.place(), "The condition " + entry.condition()
                    + " never took a request, because an earlier rule takes all of them. It is left out: an HTTPRoute would give it precedence.");
        }
        return settled;
    }

    /** One rule, or one for each condition where what is done hangs on how the path was matched. */
    private List<Object> rule(Sourced sourced, List<Condition> conditions) {
        filters.tell(sourced.rule);
        if (!filters.byPath(sourced.rule)) {
            return List.of(one(sourced, conditions));
        }
        return conditions.stream().map(c -> one(sourced, List.of(c))).toList();
    }

    private Object one(Sourced sourced, List<Condition> conditions) {
        Map<String, Object> tree = new LinkedHashMap<>();
        List<Object> matches = new ArrayList<>();
        conditions.stream().filter(c -> conditions.size() > 1 || !c.equals(Condition.ALL)).forEach(c -> matches.add(c.equals(Condition.ALL)
                ? Tree.of("path", Tree.of("type", "PathPrefix", "value", "/")) : c.tree()));
        if (!matches.isEmpty()) {
            tree.put("matches", matches);
        }
        Condition came = conditions.getFirst();
        tree.putAll(filters.of(sourced.rule, came, original(sourced, came)));
        List<Object> backends = filters.backends().of(conduct, sourced.rule.shares());
        if (!Filters.redirects(sourced.rule)) {
            tree.put("backendRefs", backends.isEmpty() ? rest : backends);
        }
        return tree;
    }

    /** The condition of the rule itself of which a narrower one was made. */
    private static Condition original(Sourced sourced, Condition came) {
        return sourced.originals.stream().filter(o -> o.and(came).filter(came::equals).isPresent()).findFirst().orElse(came);
    }
}
