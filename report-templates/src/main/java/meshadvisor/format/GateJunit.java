package meshadvisor.format;

import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.format.Junit.Case;
import meshadvisor.format.Junit.End;
import meshadvisor.format.Junit.Trouble;
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

    private GateJunit(GateReport report) {
        this.report = report;
    }

    static String of(GateReport report) {
        return new GateJunit(report).tests().text();
    }

    private Junit tests() {
        return new Junit("meshadvisor gate", report.file(), report.checks().stream().map(this::test).toList(),
                GateWords.sentence(report) + expired());
    }

    private Case test(Check check) {
        String of = GateWords.of(report, check);
        return new Case("budget." + check.budget().metric().id(),
                check.budget().name() + (of.isEmpty() ? "" : " · " + of) + " · " + GateWords.limit(check), end(check));
    }

    private End end(Check check) {
        String message = GateWords.check(report, check);
        if (check.passed()) {
            return new End.Passed(message);
        }
        if (check.waived().isPresent()) {
            return new End.Skipped(GateWords.waiver(check.waived().orElseThrow()));
        }
        boolean counts = check.budget().level() == Level.FAIL;
        if (check.failed()) {
            return counts ? new End.Failed(trouble(check, message)) : new End.Passed("warning: " + message);
        }
        return counts && report.strictness() == Strictness.FAIL ? new End.Unsettled(trouble(check, message))
                : new End.Skipped("not settled: " + message);
    }

    private String expired() {
        return report.expired().stream().map(w -> "\nThe waiver of " + w.budget() + " by " + w.owner() + " expired on " + w.until()
                + " and does not count.").collect(Collectors.joining());
    }

    private static Trouble trouble(Check check, String message) {
        return new Trouble(check.budget().metric().id(), message, details(check));
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
