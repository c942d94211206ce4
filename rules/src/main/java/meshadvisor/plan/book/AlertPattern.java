package meshadvisor.plan.book;

import meshadvisor.catalog.Given;

/**
 * An alert.
 *
 * @param expr in PromQL
 * @param lasts for how long it must hold, as Prometheus writes it
 * @param says what it means
 * @param runbook what to do, in one line
 */
public record AlertPattern(String alert, String expr, String lasts, String severity, String says, String runbook, String source,
        String date) {

    public AlertPattern {
        Given.needed(alert, "alert");
        Given.needed(expr, "expr");
        Given.needed(lasts, "lasts");
        Given.needed(severity, "severity");
        Given.needed(says, "says");
        Given.needed(runbook, "runbook");
        Given.needed(source, "source");
        Given.needed(date, "date");
    }
}
