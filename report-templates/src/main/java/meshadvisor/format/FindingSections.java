package meshadvisor.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.report.Report;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Finding;
import meshadvisor.rule.NotAssessed;
import meshadvisor.rule.Rule.Applies;

/** What the rules found, what was silenced, and what they could not tell. */
final class FindingSections {

    private FindingSections() {}

    static List<Block> findings(Report report, Words words) {
        List<Block> all = new ArrayList<>();
        for (Applies when : Applies.values()) {
            List<Finding> findings = report.findings().stream().filter(f -> f.applies() == when).toList();
            List<Block> blocks = new ArrayList<>();
            groups(findings, f -> f.severity() + f.code()).values().forEach(same -> rule(same, words, blocks));
            all.addAll(switch (when) {
                case NOW -> Sections.section("Findings", "findings", blocks);
                case IF_ADOPTED -> Sections.section("Findings that matter only if a mesh is adopted", "if-adopted", blocks);
            });
        }
        return all;
    }

    /** Findings by the code of their rule, in the order of the first of each. */
    static Map<String, List<Finding>> byRule(List<Finding> findings) {
        return groups(findings, Finding::code);
    }

    private static Map<String, List<Finding>> groups(List<Finding> findings, Function<Finding, String> key) {
        return findings.stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
    }

    /** Findings of one rule and severity: each message once, below it the objects. */
    private static void rule(List<Finding> same, Words words, List<Block> blocks) {
        Finding first = same.getFirst();
        String number = same.size() == 1 ? "" : " (" + same.size() + ")";
        blocks.add(new Block.Subheading(Words.tone(first.severity()),
                Words.severity(first.severity()) + " " + first.code() + " " + words.rule(first.code(), first.rule()) + number,
                first.code() + "-" + first.severity().id()));
        List<Finding> shown = same.stream().limit(Fold.SAME).toList();
        groups(shown, FindingSections::statement).forEach((message, findings) -> {
            blocks.add(Block.item(1, message));
            findings.forEach(f -> object(f, blocks));
        });
        if (same.size() > shown.size()) {
            blocks.add(Block.item(1, "and " + (same.size() - shown.size()) + " more, see -o json"));
        }
        blocks.add(Block.item(1, "More, and how to mend it: meshadvisor explain " + first.code()));
    }

    /** The message without the evidence that stands at its end: that is told object by object. */
    static String statement(Finding finding) {
        int seen = finding.because().isEmpty() ? -1 : finding.message().indexOf(" Seen: " + finding.because().getFirst());
        return seen < 0 ? finding.message() : finding.message().substring(0, seen);
    }

    private static void object(Finding finding, List<Block> blocks) {
        boolean sure = finding.confidence().compareTo(Confidence.HIGH) >= 0;
        String confidence = sure ? "" : ", confidence " + finding.confidence().id();
        blocks.add(new Block.Item(2, Summary.subject(finding.object()) + confidence, finding.place().toString()));
        List<Evidence> news = finding.because().stream()
                .filter(e -> !e.place().equals(finding.place()) || !statement(finding).contains(e.sentence())).toList();
        Fold.each(news, Fold.EVIDENCE, e -> blocks.add(new Block.Item(3, "Seen: " + e.sentence(), e.place().toString())),
                more -> blocks.add(Block.item(3, more)));
    }

    static List<Block> suppressed(Report report, Words words) {
        List<Block> blocks = new ArrayList<>();
        for (Report.Suppressed suppressed : report.suppressed()) {
            Finding finding = suppressed.finding();
            blocks.add(new Block.Item(1, Words.severity(finding.severity()) + " " + finding.code() + " "
                    + words.rule(finding.code(), finding.rule()) + ": " + Summary.subject(finding.object()), finding.place().toString()));
            String by = suppressed.by().isEmpty() ? "" : ", by " + suppressed.by();
            String until = suppressed.until().isEmpty() ? "" : ", until " + suppressed.until();
            blocks.add(Block.item(2, "Reason: " + suppressed.reason() + by + until));
        }
        return Sections.section("Suppressed: " + report.suppressed().size(), "suppressed", blocks);
    }

    static List<Block> notAssessed(Report report, Words words) {
        List<Block> blocks = new ArrayList<>();
        for (NotAssessed open : report.notAssessed()) {
            blocks.add(Block.item(1, open.code() + " " + words.rule(open.code(), open.rule()) + ": could not tell for "
                    + Words.count(open.subjects(), "object", "objects")));
            Fold.each(open.gaps(), Fold.EVIDENCE, g -> blocks.add(new Block.Item(2, "Missing: " + g.what(), g.place().toString())),
                    more -> blocks.add(Block.item(2, more)));
        }
        return Sections.section("Rules that could not tell", "not-assessed", blocks);
    }

    static List<Block> gaps(Report report) {
        List<Block> blocks = new ArrayList<>();
        Fold.each(report.gaps(), 40, g -> gap(g, blocks), more -> blocks.add(Block.item(1, more)));
        return Sections.section("Not seen, and how to settle it", "gaps", blocks);
    }

    private static void gap(Gap gap, List<Block> blocks) {
        blocks.add(new Block.Item(1, (Words.sentence(gap.what()) + " " + Words.sentence(gap.why())).strip(), gap.place().toString()));
        if (!gap.remedy().isEmpty()) {
            blocks.add(Block.item(2, "To settle it: " + gap.remedy()));
        }
    }
}
