package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.format.Junit.Case;
import meshadvisor.format.Junit.End;
import meshadvisor.format.Junit.Trouble;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.rule.NotAssessed;

/**
 * Findings as JUnit XML in the dialect of Jenkins: a test for each rule that found nothing and one for each finding, which fails if it is as bad as
 * the threshold; what is less bad passes and says so, what is suppressed or could not be judged is skipped.
 */
final class FindingJunit {

    private static final String RULE = "rule";

    private final Judged judged;

    private FindingJunit(Judged judged) {
        this.judged = judged;
    }

    /** Of a report. */
    static String of(Judged judged) {
        return new FindingJunit(judged).tests().text();
    }

    private Junit tests() {
        Set<String> open = judged.open().stream().map(NotAssessed::code).collect(Collectors.toSet());
        Set<String> found = Stream.concat(judged.findings().stream(), judged.suppressed().stream().map(Report.Suppressed::finding))
                .map(Finding::code).collect(Collectors.toSet());
        List<Case> cases = new ArrayList<>();
        judged.findings().forEach(each -> cases.add(finding(each)));
        judged.suppressed().forEach(each -> cases.add(new Case(each.finding().object().kind(), name(each.finding()),
                new End.Skipped(FindingNotices.reason(each)))));
        judged.open().forEach(each -> cases.add(new Case(RULE, each.code() + " " + each.rule(), new End.Skipped("could not tell for "
                + Words.count(each.subjects(), "object", "objects") + each.gaps().stream().limit(1).map(gap -> ": " + gap.what())
                        .collect(Collectors.joining())))));
        judged.titles().forEach((code, title) -> {
            if (!found.contains(code) && !open.contains(code)) {
                cases.add(new Case(RULE, code + " " + title, new End.Passed("")));
            }
        });
        return new Junit("meshadvisor", "meshadvisor rules", cases, FindingNotices.sentence(judged));
    }

    private static String name(Finding finding) {
        String namespace = finding.object().namespace();
        return (namespace.isEmpty() ? "" : namespace + "/") + finding.object().name() + " · " + finding.code() + " " + finding.rule();
    }

    private Case finding(Finding finding) {
        String message = finding.severity().id() + ": " + finding.message();
        String place = finding.place().toString();
        return new Case(finding.object().kind(), name(finding),
                judged.fails(finding) ? new End.Failed(new Trouble(finding.code(), message, place))
                        : new End.Passed(place.isEmpty() ? message : place + ": " + message));
    }
}
