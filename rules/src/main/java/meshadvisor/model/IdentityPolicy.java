package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * Who may call what.
 *
 * @param by id of the mesh vendor
 * @param selector pod labels; empty for the whole namespace
 * @param targets names that it is attached to ({@code targetRefs}); then the selector does not matter
 * @param rules alternatives: one that matches is enough
 */
public record IdentityPolicy(Meta meta, String by, Action action, Map<String, String> selector, List<String> targets, List<Rule> rules) {

    /** What happens to a request that matches. */
    public enum Action {
        ALLOW, DENY, CUSTOM, AUDIT
    }

    /**
     * One alternative.
     *
     * @param identities conditions on who calls: principals, namespaces, service accounts
     * @param notIdentities the same, negated
     * @param http whether method, path, host or token conditions are in it
     */
    public record Rule(Place place, List<Text> identities, List<Text> notIdentities, boolean http) {

        public Rule {
            identities = List.copyOf(identities);
            notIdentities = List.copyOf(notIdentities);
        }
    }

    public IdentityPolicy {
        selector = Copies.of(selector);
        targets = List.copyOf(targets);
        rules = List.copyOf(rules);
    }
}
