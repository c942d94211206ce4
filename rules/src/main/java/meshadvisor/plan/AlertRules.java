package meshadvisor.plan;

import java.util.List;
import java.util.Map;
import meshadvisor.plan.book.AlertPattern;
import meshadvisor.plan.convert.Tree;

/** Alerts as an object for the Prometheus operator. */
final class AlertRules {

    private AlertRules() {}

    static Object of(List<AlertPattern> alerts, Map<String, Object> words) {
        Fill fill = new Fill(words);
        Object name = words.getOrDefault("alert-rule", "mesh-health");
        return Tree.of("apiVersion", "monitoring.coreos.com/v1", "kind", "PrometheusRule", "metadata",
                Tree.of("name", name, "namespace", words.getOrDefault("alert-namespace", "monitoring")), "spec",
                Tree.of("groups", List.of(Tree.of("name", name, "rules", alerts.stream().map(a -> rule(a, fill)).toList()))));
    }

    private static Object rule(AlertPattern alert, Fill fill) {
        return Tree.of("alert", alert.alert(), "expr", fill.text(alert.expr()), "for", alert.lasts(), "labels",
                Tree.of("severity", alert.severity()), "annotations", Tree.of("summary", alert.says(), "runbook", alert.runbook()));
    }
}
