package meshadvisor.format;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;
import meshadvisor.report.Report;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Finding;
import meshadvisor.rule.NotAssessed;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Severity;

/**
 * What the rules said: all that formats for CI systems and spreadsheets show.
 *
 * @param findings the most severe first
 * @param titles by code of the rule, of those that found nothing, too
 * @param failOn findings from which on the command was asked to fail; empty where it was not
 * @param sentence what it comes to, without the count of findings
 */
record Judged(List<Finding> findings, List<Report.Suppressed> suppressed, List<NotAssessed> open, SortedMap<String, String> titles,
        Optional<Severity> failOn, String sentence) {

    Judged {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        open = List.copyOf(open);
    }

    static Judged of(Report report) {
        return new Judged(report.findings(), report.suppressed(), report.notAssessed(), report.wording().rules(),
                report.made().failOn(), new Headline(report).sentence());
    }

    /**
     * Of a report that was saved.
     *
     * @throws IllegalArgumentException if it does not hold together
     */
    static Judged of(Kept root) {
        SortedMap<String, String> titles = new TreeMap<>();
        root.get("shown").get("rules").items().forEach(rule -> titles.put(rule.get("code").text(), rule.get("title").text()));
        return new Judged(root.get("findings").all(Judged::finding),
                root.get("suppressed").all(each -> new Report.Suppressed(finding(each), each.get("reason").text(), each.get("by").text(),
                        each.get("until").text())),
                root.get("notAssessed").all(each -> new NotAssessed(each.get("code").text(), each.get("rule").text(),
                        each.get("subjects").whole(), each.get("gaps").all(Judged::gap))),
                titles, failOn(root.get("made").get("failOn")),
                root.get("shown").get("summary").get("sentence").text());
    }

    private static Optional<Severity> failOn(Kept kept) {
        return kept.text().isEmpty() ? Optional.empty() : Optional.of(kept.one(Severity.class));
    }

    /** Whether a finding is as bad as what a test of JUnit fails for: what the command was asked to fail for, else an error. */
    boolean fails(Finding finding) {
        return finding.counts(failOn.orElse(Severity.ERROR));
    }

    /** Whether there are findings for which the command was asked to fail. */
    boolean failed() {
        return failOn.filter(least -> findings.stream().anyMatch(finding -> finding.counts(least))).isPresent();
    }

    /** The title of a rule; those of the input have none but their id. */
    String title(Finding finding) {
        return Words.titled(titles, finding.code(), finding.rule());
    }

    private static Finding finding(Kept kept) {
        Kept object = kept.get("object");
        return new Finding(kept.get("code").text(), kept.get("rule").text(), kept.get("severity").one(Severity.class),
                kept.get("applies").one(Applies.class),
                new ObjectKey("", object.get("kind").text(), object.get("namespace").text(), object.get("name").text()),
                place(kept.get("location")), kept.get("message").text(), kept.get("confidence").one(Confidence.class),
                kept.get("evidence").all(each -> new Evidence(each.get("sentence").text(), place(each))));
    }

    private static Gap gap(Kept kept) {
        return new Gap(kept.get("id").text(), kept.get("what").text(), kept.get("why").text(), kept.get("remedy").text(),
                place(kept));
    }

    private static Place place(Kept kept) {
        return new Place(kept.get("file").text(), kept.get("line").whole(), kept.get("column").whole());
    }
}
