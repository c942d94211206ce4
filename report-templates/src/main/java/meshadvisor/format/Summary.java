package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import meshadvisor.advice.Advice;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Text;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Severity;
import meshadvisor.signal.Environments;
import meshadvisor.signal.MeshSeen;

/**
 * What somebody with little time must know: all that fits on one screen.
 *
 * @param facts what was counted and read, and the question that decides
 * @param findings those that matter most
 * @param adopted what would matter if a mesh were adopted, one line for each rule
 * @param next commands
 */
record Summary(String sentence, List<Entry> facts, Entry findings, Entry adopted, Entry next) {

    /** Lines under one label; none where there is nothing to say. */
    record Entry(String label, List<Line> lines) {
        public Entry {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line.
     *
     * @param rows how many rows of a screen the text may take
     * @param detail goes below it, with the code
     * @param code a place or a command, empty if none
     */
    record Line(Tone tone, String text, int rows, String detail, String code) {
        static Line of(int rows, String text) {
            return new Line(Tone.PLAIN, text, rows, "", "");
        }
    }

    Summary {
        facts = List.copyOf(facts);
    }

    static Summary of(Report report) {
        Words words = new Words(report);
        List<Entry> facts = new ArrayList<>();
        facts.add(new Entry("Counted", List.of(Line.of(2, counted(report)))));
        report.running().ifPresent(r -> facts.add(new Entry("Cluster", List.of(Line.of(2, RunningSection.line(r))))));
        facts.add(new Entry("Mesh", List.of(Line.of(1, meshes(report)))));
        facts.add(new Entry("Read", List.of(Line.of(2, read(report)))));
        if (!report.measured().isEmpty()) {
            facts.add(new Entry("Measured", MeasuredSection.lines(report)));
        }
        facts.add(new Entry("Decides", decides(report, words)));
        return new Summary(new Headline(report).sentence(), facts, new Entry("Findings", findings(report, words)),
                new Entry("If adopted", adopted(report, words)), new Entry("Next", Commands.next(report)));
    }

    static String counted(Report report) {
        List<String> workloads = report.workloads().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(e -> Words.count(e.getValue(), e.getKey(), e.getKey() + "s")).toList();
        return Words.count(report.services().application().size(), "application service", "application services") + " of "
                + Words.count(report.services().kubernetes(), "Kubernetes Service", "Kubernetes Services")
                + (workloads.isEmpty() ? "; no workloads" : "; " + String.join(", ", workloads))
                + report.gaps().stream().filter(g -> g.id().equals(Environments.GAP)).findFirst().map(g -> "; " + g.why()).orElse("");
    }

    static String meshes(Report report) {
        return report.meshes().isEmpty() ? "none seen"
                : report.meshes().stream().map(m -> mesh(m, new Words(report))).collect(Collectors.joining("; "));
    }

    private static String mesh(MeshSeen mesh, Words words) {
        String version = mesh.versions().stream().map(Text::value).findFirst().map(v -> " " + v).orElse("");
        return words.mesh(mesh) + version + ", " + SystemSections.standing(mesh.standing());
    }

    private static String read(Report report) {
        Report.Scope scope = report.scope();
        String confidence = "; confidence " + report.advice().verdict().confidence().id();
        if (ofCluster(report)) {
            int closed = scope.documents() - scope.understood() - scope.unreadable();
            return Words.count(scope.understood(), "object", "objects")
                    + (closed == 0 ? "" : ", " + Words.count(closed, "kind", "kinds") + " not read, or not in full: see below")
                    + confidence;
        }
        if (scope.documents() + scope.unrendered() == 0) {
            return "no document, so there is nothing to judge";
        }
        List<String> missing = new ArrayList<>();
        int strange = scope.documents() - scope.understood() - scope.unreadable();
        if (scope.unrendered() > 0) {
            missing.add(scope.unrendered() + " not rendered");
        }
        if (scope.unreadable() > 0) {
            missing.add(scope.unreadable() + " unreadable");
        }
        if (strange > 0) {
            missing.add(strange + " not understood");
        }
        return scope.coveragePercent() + " % of " + Words.count(scope.documents() + scope.unrendered(), "document", "documents")
                + missing.stream().map(m -> ", " + m).collect(Collectors.joining()) + confidence;
    }

    /** Whether a running cluster was read, and no files; what could not be listed counts as a document that was not understood. */
    private static boolean ofCluster(Report report) {
        return report.running().filter(r -> !r.cluster().isEmpty()).isPresent();
    }

    private static List<Line> decides(Report report, Words words) {
        if (report.advice().questions().isEmpty()) {
            return List.of(Line.of(1, "no open question could change the verdict"));
        }
        Advice.Asked first = report.advice().questions().getFirst();
        Line ask = new Line(Tone.STRONG, first.question().ask(), 2, "", "");
        return first.alone() ? List.of(ask, Line.of(2, first.effects().stream().map(words::plain).collect(Collectors.joining("; "))))
                : List.of(Line.of(1, "no single answer changes the verdict; most telling:"), ask);
    }

    private static List<Line> findings(Report report, Words words) {
        List<Finding> now = report.findings().stream().filter(f -> f.applies() == Applies.NOW).toList();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(1, now.isEmpty() ? "√ none that matters now" : counts(now)));
        Map<String, List<Finding>> byRule = FindingSections.byRule(now);
        byRule.values().stream().limit(3).forEach(same -> {
            Finding first = same.getFirst();
            String number = same.size() == 1 ? " " : " (" + same.size() + ") ";
            lines.add(new Line(Words.tone(first.severity()),
                    Words.severity(first.severity()) + " " + first.code() + number + words.rule(first.code(), first.rule()), 1,
                    subject(first.object()), first.place().toString()));
        });
        return lines;
    }

    private static String counts(List<Finding> findings) {
        Map<Severity, Long> counts = findings.stream().collect(Collectors.groupingBy(Finding::severity, TreeMap::new,
                Collectors.counting()));
        List<String> parts = new ArrayList<>();
        counts.forEach((severity, number) -> parts.addFirst(number + " " + switch (severity) {
            case ERROR -> number == 1 ? "error" : "errors";
            case WARNING -> number == 1 ? "warning" : "warnings";
            case INFO -> number == 1 ? "note" : "notes";
        }));
        return Words.list(parts, "and") + "; what matters most:";
    }

    /** The object in words; of a file the place tells the name. */
    static String subject(ObjectKey object) {
        return object.name().isEmpty() ? "the whole scan" : object.kind().equals("File") ? "the file" : object.toString();
    }

    private static List<Line> adopted(Report report, Words words) {
        List<Finding> later = report.findings().stream().filter(f -> f.applies() == Applies.IF_ADOPTED).toList();
        return FindingSections.byRule(later).values().stream().map(same -> new Line(Tone.PLAIN,
                same.getFirst().code() + (same.size() == 1 ? " " : " (" + same.size() + ") ")
                        + words.rule(same.getFirst().code(), same.getFirst().rule()),
                1, "", ""))
                .toList();
    }
}
