package meshadvisor.cli;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.gate.Metric;
import meshadvisor.gate.Metric.Label;
import meshadvisor.gate.Selection;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/**
 * Reads by which labels a budget selects.
 *
 * @param rules codes of rules by all their names
 */
record GateLabels(Map<String, String> rules, GateMistakes mistakes) {

    private static final String RULE = "rule";

    /** With the usual values of labels that are not stated. */
    Selection selection(Node of, Metric metric) {
        SortedMap<String, String> wanted = of(of, metric);
        metric.labels().stream().filter(l -> !l.usual().isEmpty()).forEach(l -> wanted.putIfAbsent(l.id(), l.usual()));
        wanted.values().removeIf(Metric.ANY::equals);
        return new Selection(metric.id(), wanted);
    }

    /** What stands there. */
    SortedMap<String, String> stated(Node of) {
        SortedMap<String, String> stated = new TreeMap<>();
        if (of instanceof Mapping mapping) {
            mapping.entries().forEach(e -> stated.put(e.key().text(), e.value().text()));
        }
        return stated;
    }

    /** What stands there, checked. */
    SortedMap<String, String> of(Node of, Metric metric) {
        SortedMap<String, String> wanted = new TreeMap<>();
        if (!(of instanceof Mapping mapping)) {
            if (of.present()) {
                mistakes.at(of, "labels and their values belong here, such as " + (metric.labels().isEmpty() ? "none: leave it out"
                        : metric.labels().getFirst().id() + ": VALUE"));
            }
            return wanted;
        }
        for (Entry entry : mapping.entries()) {
            String name = entry.key().text();
            metric.label(name).ifPresentOrElse(l -> wanted.put(name, value(entry.value(), l)),
                    () -> mistakes.at(entry.key(), metric.id() + " has no label \"" + name + "\"; " + hint(name, metric)));
        }
        return wanted;
    }

    private String value(Node node, Label label) {
        String value = node.text();
        if (node instanceof Mapping || !node.items().isEmpty()) {
            mistakes.at(node, "one value belongs here; write a budget for each");
            return value;
        }
        if (value.equals(Metric.ANY)) {
            return value;
        }
        if (!label.values().isEmpty() && !label.values().contains(value)) {
            mistakes.at(node, "\"" + value + "\" is no " + label.id() + "; " + Known.hint(value, label.values()));
        }
        if (label.id().equals(RULE) && !rules.containsKey(value)) {
            mistakes.at(node, "unknown rule \"" + value + "\"; " + Similar.to(value, rules.keySet()).map(r -> "did you mean \"" + r + "\"?")
                    .orElse("meshadvisor rules list shows all"));
        }
        return label.id().equals(RULE) ? rules.getOrDefault(value, value) : value;
    }

    /** Which labels there are. */
    String hint(String written, Metric metric) {
        List<String> known = metric.labels().stream().map(Label::id).toList();
        return known.isEmpty() ? "it has none" : Known.hint(written, known);
    }
}
