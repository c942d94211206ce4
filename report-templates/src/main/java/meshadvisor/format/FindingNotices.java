package meshadvisor.format;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.format.Notice.Loudness;
import meshadvisor.format.Sarif.Described;
import meshadvisor.report.Report;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule.Applies;

/** Findings as code hosts want them. What matters only if a mesh is adopted is a note that says so. */
final class FindingNotices {

    private FindingNotices() {}

    /** All of a report, the loudest first, those that are suppressed with the reason. */
    static List<Notice> of(Judged judged) {
        return Stream.concat(judged.findings().stream().map(finding -> notice(finding, judged, Optional.empty())),
                judged.suppressed().stream().map(each -> notice(each.finding(), judged, Optional.of(reason(each))))).sorted().toList();
    }

    /** For GitHub's code scanning. */
    static Sarif.Run sarif(Judged judged, String version) {
        List<Notice> notices = of(judged);
        SortedMap<String, Described> rules = new TreeMap<>();
        Stream.concat(judged.findings().stream(), judged.suppressed().stream().map(Report.Suppressed::finding)).forEach(finding -> {
            String title = judged.title(finding);
            rules.putIfAbsent(finding.code(), new Described(title, title + ". More: meshadvisor explain " + finding.code(),
                    precision(finding.confidence())));
        });
        return new Sarif.Run(version, "meshadvisor-assess/", rules, notices);
    }

    /** What the findings come to, in a sentence. */
    static String sentence(Judged judged) {
        return judged.sentence() + " " + Words.count(judged.findings().size(), "finding", "findings") + ", "
                + judged.suppressed().size() + " suppressed.";
    }

    private static Notice notice(Finding finding, Judged judged, Optional<String> suppressed) {
        String subject = Summary.subject(finding.object());
        String only = finding.applies() == Applies.IF_ADOPTED ? "Only if a mesh is adopted: " : "";
        return new Notice(suppressed.isPresent() ? Loudness.NOTE : loudness(finding), finding.code(),
                judged.title(finding) + " (" + subject + ")", only + finding.message(),
                finding.object().kind() + "/" + finding.object().namespace() + "/" + finding.object().name(), finding.place(), suppressed);
    }

    private static Loudness loudness(Finding finding) {
        if (finding.applies() == Applies.IF_ADOPTED) {
            return Loudness.NOTE;
        }
        return switch (finding.severity()) {
            case ERROR -> Loudness.ERROR;
            case WARNING -> Loudness.WARNING;
            case INFO -> Loudness.NOTE;
        };
    }

    static String reason(Report.Suppressed suppressed) {
        return "suppressed: " + suppressed.reason() + (suppressed.by().isEmpty() ? "" : ", by " + suppressed.by())
                + (suppressed.until().isEmpty() ? "" : ", until " + suppressed.until());
    }

    private static String precision(Confidence confidence) {
        return confidence.id();
    }
}
