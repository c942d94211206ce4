package meshadvisor.plan;

import java.util.List;
import java.util.Map;
import meshadvisor.plan.book.AlertPattern;

/** Alerts as an object for the Prometheus operator. */
final class AlertRules {

    private AlertRules() {}

    static Object of(List<AlertPattern> alerts, Map<String, Object> words) {
        Fill fill = new Fill(words);
        Object name = words.getOrDefault("alert-rule", "mesh-health");
        return Trees.of("apiVersion", "monitoring.coreos.com/v1", "kind", "PrometheusRule", "metadata",
                Trees.of("name", name, "namespace", words.getOrDefault("alert-namespace", "monitoring")), "spec",
                Trees.of("groups", List.of(Trees.of("name", name, "rules", alerts.stream().map(a -> rule(a, fill)).toList()))));
    }

    private static Object rule(AlertPattern alert, Fill fill) {
        return Trees.of("alert", alert.alert(), "expr", fill.text(alert.expr()), "for", alert.lasts(), "labels",
                Trees.of("severity", alert.severity()), "annotations", Trees.of("summary", alert.says(), "runbook", alert.runbook()));
    }
}
