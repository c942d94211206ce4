package meshadvisor.format;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.rule.NotAssessed;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Severity;

/**
 * Findings as JUnit XML in the dialect of Jenkins: a test for each rule that found nothing and one for each finding, which fails if it is as bad as
 * the threshold; what is less bad passes and says so, what is suppressed or could not be judged is skipped.
 */
final class FindingJunit {

    private final Report report;
    private final Severity threshold;
    private final StringBuilder out = new StringBuilder();

    private FindingJunit(Report report, Severity threshold) {
        this.report = report;
        this.threshold = threshold;
    }

    /**
     * Of a report.
     *
     * @param threshold findings from which on fail
     */
    static String of(Report report, Severity threshold) {
        FindingJunit junit = new FindingJunit(report, threshold);
        junit.write();
        return junit.out.toString();
    }

    private boolean fails(Finding finding) {
        return finding.applies() == Applies.NOW && finding.severity().compareTo(threshold) >= 0;
    }

    private void write() {
        Set<String> open = report.notAssessed().stream().map(NotAssessed::code).collect(Collectors.toSet());
        Set<String> found = Stream.concat(report.findings().stream(), report.suppressed().stream().map(Report.Suppressed::finding))
                .map(Finding::code).collect(Collectors.toSet());
        List<Map.Entry<String, String>> silent = report.wording().rules().entrySet().stream()
                .filter(rule -> !found.contains(rule.getKey()) && !open.contains(rule.getKey())).toList();
        int skipped = report.suppressed().size() + report.notAssessed().size();
        String counts = " tests=\"" + (report.findings().size() + skipped + silent.size()) + "\" failures=\""
                + report.findings().stream().filter(this::fails).count() + "\" errors=\"0\"";
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"meshadvisor\" time=\"0\"").append(counts).append(">\n");
        out.append("  <testsuite name=\"meshadvisor rules\" time=\"0\"").append(counts).append(" skipped=\"").append(skipped)
                .append("\">\n");
        report.findings().forEach(this::finding);
        report.suppressed().forEach(each -> skipped(each.finding().object().kind(), name(each.finding()), FindingNotices.reason(each)));
        report.notAssessed().forEach(each -> skipped("rule", each.code() + " " + each.rule(), "could not tell for "
                + Words.count(each.subjects(), "object", "objects") + each.gaps().stream().limit(1).map(gap -> ": " + gap.what())
                        .collect(Collectors.joining())));
        silent.forEach(rule -> out.append(testcase("rule", rule.getKey() + " " + rule.getValue())).append("/>\n"));
        out.append("    <system-out>").append(Xml.text(FindingNotices.sentence(report))).append("</system-out>\n");
        out.append("  </testsuite>\n</testsuites>\n");
    }

    private static String name(Finding finding) {
        String namespace = finding.object().namespace();
        return (namespace.isEmpty() ? "" : namespace + "/") + finding.object().name() + " · " + finding.code() + " " + finding.rule();
    }

    private static String testcase(String classname, String name) {
        return "    <testcase classname=\"" + Xml.attribute(classname) + "\" name=\"" + Xml.attribute(name) + "\" time=\"0\"";
    }

    private void finding(Finding finding) {
        String message = finding.severity().id() + ": " + finding.message();
        String place = finding.place().toString();
        out.append(testcase(finding.object().kind(), name(finding))).append(">\n");
        if (fails(finding)) {
            out.append("      <failure type=\"").append(Xml.attribute(finding.code())).append("\" message=\"")
                    .append(Xml.attribute(message))
                    .append("\">").append(Xml.text(place)).append("</failure>\n");
        } else {
            out.append("      <system-out>").append(Xml.text(place.isEmpty() ? message : place + ": " + message)).append("</system-out>\n");
        }
        out.append("    </testcase>\n");
    }

    private void skipped(String classname, String name, String why) {
        out.append(testcase(classname, name)).append(">\n      <skipped message=\"").append(Xml.attribute(why))
                .append("\"/>\n    </testcase>\n");
    }
}
