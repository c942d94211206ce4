package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * Something that is attached to pods by labels, with all that it says, so that it can be attached in another way.
 *
 * @param by id of the vendor whose resource it is
 * @param action of a policy, as written; empty for what has none
 * @param selector pod labels; empty for all pods of the namespace
 * @param targets names that it is attached to; then the selector does not matter
 * @param clauses what it says, one by one
 * @param spec as it is written: maps, lists, texts, numbers and truth values
 */
public record Attached(Meta meta, String by, String action, Map<String, String> selector, List<String> targets, List<Clause> clauses,
        Map<String, Object> spec) {

    /**
     * One alternative of a policy, or one thing that is configured.
     *
     * @param http fields that only something that understands HTTP can judge
     * @param plain whether it has conditions beside those
     * @param callers whether it asks who calls
     */
    public record Clause(Place place, String field, List<Text> http, boolean plain, boolean callers) {
        public Clause {
            http = List.copyOf(http);
        }
    }

    public Attached {
        selector = Copies.of(selector);
        targets = List.copyOf(targets);
        clauses = List.copyOf(clauses);
        spec = Copies.of(spec);
    }
}
