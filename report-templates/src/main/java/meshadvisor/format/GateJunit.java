package meshadvisor.format;

import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.gate.Budget.Level;
import meshadvisor.gate.Check;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.Piece;
import meshadvisor.gate.Strictness;
import meshadvisor.model.Gap;

/**
 * A gate as JUnit XML in the dialect of Jenkins: a budget that is exceeded is a failure; one that is not settled an error where that is strict, else
 * skipped; one that is waived skipped; one that only warns passes and says so.
 */
final class GateJunit {

    private final GateReport report;
    private final StringBuilder out = new StringBuilder();

    private GateJunit(GateReport report) {
        this.report = report;
    }

    static String of(GateReport report) {
        GateJunit junit = new GateJunit(report);
        junit.write();
        return junit.out.toString();
    }

    /** How a test of a CI system ends. */
    private enum End {
        PASSED, FAILURE, ERROR, SKIPPED
    }

    private End end(Check check) {
        if (check.passed()) {
            return End.PASSED;
        }
        if (check.waived().isPresent()) {
            return End.SKIPPED;
        }
        boolean counts = check.budget().level() == Level.FAIL;
        if (check.failed()) {
            return counts ? End.FAILURE : End.PASSED;
        }
        return counts && report.strictness() == Strictness.FAIL ? End.ERROR : End.SKIPPED;
    }

    private long number(End end) {
        return report.checks().stream().filter(c -> end(c) == end).count();
    }

    private void write() {
        String counts =
                " tests=\"" + report.checks().size() + "\" failures=\"" + number(End.FAILURE) + "\" errors=\"" + number(End.ERROR) + "\"";
        out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        out.append("<testsuites name=\"meshadvisor gate\" time=\"0\"").append(counts).append(">\n");
        out.append("  <testsuite name=\"").append(Xml.attribute(report.file())).append("\" time=\"0\"").append(counts).append(" skipped=\"")
                .append(number(End.SKIPPED)).append("\">\n");
        report.checks().forEach(this::testcase);
        out.append("    <system-out>").append(Xml.text(GateWords.sentence(report) + expired())).append("</system-out>\n");
        out.append("  </testsuite>\n</testsuites>\n");
    }

    private String expired() {
        return report.expired().stream().map(w -> "\nThe waiver of " + w.budget() + " by " + w.owner() + " expired on " + w.until()
                + " and does not count.").collect(Collectors.joining());
    }

    private void testcase(Check check) {
        String of = GateWords.of(report, check);
        out.append("    <testcase classname=\"").append(Xml.attribute("budget." + check.budget().metric().id())).append("\" name=\"")
                .append(Xml.attribute(check.budget().name() + (of.isEmpty() ? "" : " · " + of) + " · " + GateWords.limit(check)))
                .append("\" time=\"0\">\n");
        String message = GateWords.check(report, check);
        switch (end(check)) {
            case PASSED -> systemOut(check, message);
            case FAILURE -> element("failure", check, message);
            case ERROR -> element("error", check, message);
            case SKIPPED -> out.append("      <skipped message=\"").append(Xml.attribute(check.waived().map(GateWords::waiver)
                    .orElse("not settled: " + message))).append("\"/>\n");
        }
        out.append("    </testcase>\n");
    }

    private void systemOut(Check check, String message) {
        String warning = check.passed() ? "" : "warning: ";
        out.append("      <system-out>").append(Xml.text(warning + message)).append("</system-out>\n");
    }

    private void element(String name, Check check, String message) {
        out.append("      <").append(name).append(" type=\"").append(Xml.attribute(check.budget().metric().id())).append("\" message=\"")
                .append(Xml.attribute(message)).append("\">").append(Xml.text(details(check))).append("</").append(name).append(">\n");
    }

    private static String details(Check check) {
        List<String> lines = check.failed() ? check.against().stream().map(GateJunit::line).toList()
                : check.reckoning().gaps().stream().map(GateJunit::line).toList();
        return check.budget().place() + lines.stream().map(l -> "\n" + l).collect(Collectors.joining());
    }

    private static String line(Piece piece) {
        return piece.place() + ": " + piece.says();
    }

    private static String line(Gap gap) {
        return gap.what() + ": " + gap.why() + "; " + gap.remedy();
    }
}
