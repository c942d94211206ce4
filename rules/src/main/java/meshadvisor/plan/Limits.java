package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import meshadvisor.model.Apart;
import meshadvisor.model.Workload;

/** Budgets in the form of their files (docs/gate.md). What a plan writes is read by the gate, which imports plans and not the other way. */
final class Limits {

    private static final String SCHEMA = "meshadvisor/budgets/1.0";

    private Limits() {}

    /**
     * Whose pods are counted.
     *
     * @param through who has moved once the stage is through, in it and before it
     * @param later who moves later
     * @param others who moves later and belongs to no service; what ends is counted by no gate
     * @param named what the cluster calls a namespace
     */
    record Pods(List<Target> through, List<Target> later, List<Workload> others, UnaryOperator<String> named) {

        static final Pods NONE = new Pods(List.of(), List.of(), List.of(), UnaryOperator.identity());

        private int left(String namespace) {
            return pods(later, namespace) + others.stream().filter(w -> !w.ends() && named.apply(w.meta().namespace()).equals(namespace))
                    .mapToInt(Workload::replicas).sum();
        }
    }

    /** Those whose limits are known; one that names a namespace is made for each of those that move. */
    static List<Object> filled(List<Object> patterns, Map<String, Object> words, List<Target> targets, Pods counted) {
        List<Object> budgets = new ArrayList<>();
        List<String> namespaces = targets.stream().flatMap(t -> t.namespaces().stream()).distinct().toList();
        for (Object pattern : patterns) {
            Fill once = new Fill(words);
            Object budget = once.tree(pattern);
            if (once.missing().isEmpty()) {
                budgets.add(budget);
            } else if (once.missing().stream().allMatch(n -> n.startsWith("namespace"))) {
                namespaces.forEach(
                        n -> budgets.add(new Fill(Fill.both(words, Map.of("namespace", n, "namespace-pods", pods(counted.through, n),
                                "namespace-left", counted.left(n)))).tree(pattern)));
            }
        }
        return budgets;
    }

    /** Pods of what moves in a namespace, as declared. */
    private static int pods(List<Target> targets, String namespace) {
        return targets.stream().filter(t -> t.namespaces().contains(namespace)).flatMap(t -> t.applications().stream())
                .filter(a -> a.namespace().isEmpty() || Apart.plain(a.namespace()).equals(namespace)).flatMap(a -> a.workloads().stream())
                .mapToInt(Workload::replicas).sum();
    }

    /** The file in which they stand. */
    static Object file(List<Object> budgets) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("schema", SCHEMA);
        file.put("budgets", budgets);
        return file;
    }
}
