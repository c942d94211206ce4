package meshadvisor.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.model.Evidence;
import meshadvisor.report.Report;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Severity;

/** All findings, the worst first: a table to overlook, then each rule with its objects. */
record FindingTables(Report report, Words words) {

    /** Of one rule. More would only make the page slow; JSON has them. */
    private static final int MOST = 500;

    List<Block> all() {
        return Stream.of(Applies.values()).flatMap(when -> {
            List<Finding> findings = report.findings().stream().filter(finding -> finding.applies() == when).toList();
            return switch (when) {
                case NOW -> section("Findings, the worst first", "findings", findings).stream();
                case IF_ADOPTED -> section("What would matter if a mesh were adopted", "if-adopted", findings).stream();
            };
        }).toList();
    }

    private List<Block> section(String title, String anchor, List<Finding> findings) {
        Map<String, List<Finding>> rules = findings.stream().sorted(Comparator.comparing(Finding::severity).reversed())
                .collect(Collectors.groupingBy(finding -> finding.severity() + finding.code(), LinkedHashMap::new, Collectors.toList()));
        List<Block> blocks = new ArrayList<>();
        if (!rules.isEmpty()) {
            blocks.add(Block.item(1, count(findings)));
            blocks.add(new Block.Rows(List.of("Severity", "Rule", "What", "Objects"), rules.values().stream().map(this::row).toList()));
        }
        rules.values().forEach(same -> rule(same, blocks));
        return Sections.section(title, anchor, blocks);
    }

    private static String count(List<Finding> findings) {
        return Stream.of(Severity.ERROR, Severity.WARNING, Severity.INFO)
                .map(severity -> Words.severity(severity) + ": " + findings.stream().filter(each -> each.severity() == severity).count())
                .collect(Collectors.joining(", ")) + ".";
    }

    private List<String> row(List<Finding> same) {
        Finding first = same.getFirst();
        return List.of(Words.severity(first.severity()), first.code(), words.rule(first.code(), first.rule()), String.valueOf(same.size()));
    }

    private void rule(List<Finding> same, List<Block> blocks) {
        Finding first = same.getFirst();
        blocks.add(new Block.Subheading(Words.tone(first.severity()), Words.severity(first.severity()) + " " + first.code() + " "
                + words.rule(first.code(), first.rule()), first.code() + "-" + first.severity().id()));
        Map<String, List<Finding>> statements = same.stream().limit(MOST)
                .collect(Collectors.groupingBy(FindingSections::statement, LinkedHashMap::new, Collectors.toList()));
        List<Finding> alone = statements.values().stream().filter(findings -> findings.size() == 1).map(List::getFirst).toList();
        boolean many = alone.size() > 1;
        if (many) {
            blocks.add(new Block.Rows(List.of("Object", "Where", "What", "Confidence"), alone.stream().map(FindingTables::alone).toList()));
        }
        statements.forEach((statement, findings) -> {
            if (!many || findings.size() > 1) {
                blocks.add(Block.item(1, statement));
                blocks.add(new Block.Rows(List.of("Object", "Where", "Seen", "Confidence"),
                        findings.stream().map(FindingTables::object).toList()));
            }
        });
        if (same.size() > MOST) {
            blocks.add(Block.item(1, "and " + (same.size() - MOST) + " more, see -o json"));
        }
        blocks.add(Block.item(1, "More, and how to mend it: meshadvisor explain " + first.code()));
    }

    /** One of which nothing is said that is said of another one, too: its own sentence stands in its row. */
    private static List<String> alone(Finding finding) {
        String seen = seen(finding);
        return List.of(Summary.subject(finding.object()), place(finding),
                FindingSections.statement(finding) + (seen.isEmpty() ? "" : " Seen: " + seen), confidence(finding.confidence()));
    }

    private static List<String> object(Finding finding) {
        String seen = seen(finding);
        return List.of(Summary.subject(finding.object()), place(finding), seen.isEmpty() ? "as stated" : seen,
                confidence(finding.confidence()));
    }

    private static String place(Finding finding) {
        return finding.place().toString().isEmpty() ? "-" : finding.place().toString();
    }

    private static String seen(Finding finding) {
        return finding.because().stream().filter(each -> !FindingSections.statement(finding).contains(each.sentence()))
                .limit(Fold.EVIDENCE).map(Evidence::toString).collect(Collectors.joining("; "));
    }

    private static String confidence(Confidence confidence) {
        return confidence.id().replace('-', ' ');
    }
}
