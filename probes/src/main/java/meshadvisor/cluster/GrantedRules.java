package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.tree.Node;

/**
 * What one is granted in a namespace, as the API server sums it up.
 *
 * @param complete whether that is all; authorizers other than RBAC do not tell what they grant
 */
record GrantedRules(List<Rule> rules, boolean complete) {

    /** Nothing that is known: each kind is to be asked for by itself. */
    static final GrantedRules UNTOLD = new GrantedRules(List.of(), false);

    /** One rule, with {@code *} for all. */
    record Rule(List<String> groups, List<String> resources, List<String> verbs, List<String> names) {

        boolean list(Resource resource) {
            return names.isEmpty() && has(groups, resource.group()) && has(resources, resource.plural()) && has(verbs, "list");
        }

        private static boolean has(List<String> words, String word) {
            return words.contains("*") || words.contains(word);
        }
    }

    static GrantedRules of(Api api, String namespace) throws ApiFailure {
        try {
            return api.ask(ReadOnly.RULES_REVIEWS, Reviews.rules(namespace), body -> read(Reviews.status(body)));
        } catch (ApiFailure failure) {
            return switch (failure.kind()) {
                case UNAUTHORIZED, UNREACHABLE, TLS, TIMEOUT, FOREIGN -> throw failure;
                case FORBIDDEN, NOT_FOUND, GONE, NOT_ACCEPTABLE, BUSY, SERVER, BROKEN -> UNTOLD;
            };
        }
    }

    private static GrantedRules read(Node status) {
        List<Rule> rules = new ArrayList<>();
        status.get("resourceRules").items().forEach(r -> rules
                .add(new Rule(texts(r.get("apiGroups")), texts(r.get("resources")), texts(r.get("verbs")), texts(r.get("resourceNames")))));
        return new GrantedRules(rules, status.get("incomplete").text().equals("false"));
    }

    private static List<String> texts(Node list) {
        return list.items().stream().map(Node::text).toList();
    }

    boolean list(Resource resource) {
        return rules.stream().anyMatch(r -> r.list(resource));
    }
}
