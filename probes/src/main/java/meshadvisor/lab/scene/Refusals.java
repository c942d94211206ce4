package meshadvisor.lab.scene;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.bench.planning.Names;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/**
 * What an API server would refuse of every plan: objects for which it has to ask a webhook that cannot answer and whose silence counts as no.
 * Quotas and limits bind namespaces that are there already and so none of a benchmark.
 */
final class Refusals {

    private static final Map<String, Set<String>> MADE = Map.of("", Set.of("pods", "services", "configmaps", "namespaces"), "batch",
            Set.of("jobs"));
    private static final List<String> KINDS = List.of("admissionregistration.k8s.io/v1/validatingwebhookconfigurations",
            "admissionregistration.k8s.io/v1/mutatingwebhookconfigurations");
    private static final String NAME = "kubernetes.io/metadata.name";

    private Refusals() {}

    /** Whole sentences with what to do. */
    static List<String> of(Found found) {
        return KINDS.stream().flatMap(kind -> found.of(kind).stream()).flatMap(configuration -> configuration.get("webhooks").items()
                .stream()
                .filter(hook -> !hook.get("failurePolicy").text().equals("Ignore") && asked(hook) && meansAny(hook) && dead(hook, found))
                .map(hook -> sentence(configuration, hook))).distinct().toList();
    }

    private static String sentence(Node configuration, Node hook) {
        Node service = hook.at("clientConfig", "service");
        return "The webhook " + hook.get("name").text() + " of " + Found.name(configuration)
                + " has to be asked about new objects, and its Service "
                + Found.namespaced(service) + " has no pod that answers: repair it, or let it leave namespaces meshadvisor-bench-* out.";
    }

    private static boolean asked(Node hook) {
        return hook.get("rules").items().stream().anyMatch(rule -> has(rule, "operations", Set.of("CREATE")) && MADE.entrySet().stream()
                .anyMatch(made -> has(rule, "apiGroups", Set.of(made.getKey())) && has(rule, "resources", made.getValue())));
    }

    private static boolean has(Node rule, String field, Set<String> values) {
        return rule.get(field).items().stream().map(Node::text)
                .anyMatch(text -> text.equals("*") || text.equals("*/*") || values.contains(text));
    }

    /** Whether it is asked about a namespace that has no label but those of a benchmark, and about objects that have none. */
    private static boolean meansAny(Node hook) {
        return fits(hook.get("namespaceSelector"), Map.of(NAME, Names.PREFIX + "r", Names.OWNER_LABEL, Names.OWNER))
                && fits(hook.get("objectSelector"), Map.of(Names.OWNER_LABEL, Names.OWNER));
    }

    private static boolean fits(Node selector, Map<String, String> labels) {
        boolean all = Stream.of(selector.get("matchLabels")).filter(node -> node instanceof Mapping)
                .flatMap(node -> ((Mapping) node).entries().stream())
                .allMatch(entry -> entry.value().text().equals(labels.get(entry.key().text())));
        return all && selector.get("matchExpressions").items().stream()
                .allMatch(each -> fits(each, labels.getOrDefault(each.get("key").text(), "")));
    }

    private static boolean fits(Node expression, String value) {
        boolean among = expression.get("values").items().stream().anyMatch(each -> each.text().equals(value));
        return switch (expression.get("operator").text()) {
            case "In" -> among;
            case "NotIn" -> !among;
            case "Exists" -> !value.isEmpty();
            case "DoesNotExist" -> value.isEmpty();
            default -> true;
        };
    }

    /** Whether its Service has no ready endpoint. What has no Service is elsewhere, where nobody here can look. */
    private static boolean dead(Node hook, Found found) {
        Node service = hook.at("clientConfig", "service");
        return service.present() && found.of("discovery.k8s.io/v1/endpointslices").stream()
                .filter(slice -> Found.namespace(slice).equals(service.get("namespace").text())
                        && Found.label(slice, "kubernetes.io/service-name").equals(service.get("name").text()))
                .flatMap(slice -> slice.get("endpoints").items().stream())
                .noneMatch(endpoint -> !endpoint.at("conditions", "ready").text().equals("false"));
    }
}
