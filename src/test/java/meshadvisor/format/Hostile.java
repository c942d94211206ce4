package meshadvisor.format;

import java.util.List;
import meshadvisor.model.Answers;
import meshadvisor.model.Evidence;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.report.Report;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Severity;

/** A report about things whose names mean harm. */
final class Hostile {

    /** Escape sequences, both kinds of controls, bidirectional marks, tags, and the markup of every format. */
    static final String NAME = "evil\u001b[2J\u0000\u0007\u009b31m\u202e\u2066\u200b\u2028\udb40\udc41\r\n# head\n```\n"
            + "`code` | cell <b onclick=x> </b> [link](https://evil.example) ![i](//evil.example) www.evil.example"
            + " @team #12 :100: $x$ ~~no~~ *b* _u_ &lt; \\ \"q\" 'p' {{ x }} --- ::set-output:: 日本";

    private Hostile() {}

    /** From a manifest whose names, labels and annotations are hostile, and with findings at hostile places. */
    static Report report() {
        String quoted = quoted(NAME);
        Report report = Reports.of("""
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, namespace: %1$s, annotations: {suppress.meshadvisor.io/MA005: %1$s}}
                spec:
                  selector: {matchLabels: {app: x}}
                  template:
                    metadata: {labels: {app: x}, annotations: {linkerd.io/inject: %1$s}}
                    spec: {containers: [{name: %1$s, image: %1$s}]}
                ---
                apiVersion: v1
                kind: Service
                metadata: {name: %1$s, namespace: %1$s}
                spec: {selector: {app: x}, ports: [{port: 80}]}
                ---
                apiVersion: apps/v1
                kind: Deployment
                metadata: {name: %1$s, namespace: %1$s}
                spec: {template: {spec: {containers: []}}}
                """.formatted(quoted), Answers.NONE);
        Place place = new Place(NAME, 3, 4);
        Finding finding = new Finding("MA050", "retry-non-idempotent", Severity.ERROR, Applies.NOW, new ObjectKey("", NAME, NAME, NAME),
                place, NAME, Confidence.LOW, List.of(new Evidence(NAME, place)));
        return Reports.with(report, List.of(finding, finding));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> quoted.append(String.format("\\U%08x", c)));
        return quoted.append('"').toString();
    }
}
