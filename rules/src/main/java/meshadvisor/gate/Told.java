package meshadvisor.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import meshadvisor.advice.AnswerCode;
import meshadvisor.advice.Outcome;
import meshadvisor.catalog.Kebab;
import meshadvisor.model.Gap;
import meshadvisor.model.Place;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.rule.NotAssessed;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.Reserved;

/**
 * What a report tells, as far as budgets ask for it; also of a report that was written by another run of this program.
 *
 * @param scope what was read
 * @param meshThere whether what matters only with a mesh mattered
 * @param nodes empty where they were not read
 * @param open ids of needs that count, and for whose answer a fact is missing
 */
public record Told(Scope scope, boolean meshThere, int services, OptionalInt nodes, List<Found> findings, List<NotAssessed> notAssessed,
        List<Gap> gaps, List<Reserved> reserved, List<String> open) {

    /**
     * What was read.
     *
     * @param asOf the day of the report
     * @param documents that were given, those that have to be rendered first among them
     */
    public record Scope(List<String> paths, String asOf, int documents, int understood, int unreadable, double coveragePercent) {
        public Scope {
            paths = List.copyOf(paths);
        }
    }

    /**
     * A finding.
     *
     * @param severity such as {@code error}
     * @param applies {@code now} or {@code if-adopted}
     */
    public record Found(String code, String rule, String severity, String applies, String kind, String namespace, String name,
            String message, Place place) {}

    public Told {
        findings = List.copyOf(findings);
        notAssessed = List.copyOf(notAssessed);
        gaps = List.copyOf(gaps);
        reserved = List.copyOf(reserved);
        open = List.copyOf(open);
    }

    /** Of a report. */
    public static Told of(Report report) {
        Report.Scope scope = report.scope();
        Scope read = new Scope(scope.paths(), scope.asOf(), scope.documents() + scope.unrendered(), scope.understood(), scope.unreadable(),
                scope.coveragePercent());
        boolean runs = report.meshes().stream().anyMatch(MeshSeen::runs);
        boolean there = runs || report.advice().verdict().outcome() == Outcome.ADOPT
                || !report.advice().considered().isEmpty();
        OptionalInt nodes = report.running().map(Report.Running::nodes).orElse(OptionalInt.empty());
        return new Told(read, there, report.services().application().size(), nodes, report.findings().stream().map(Told::found).toList(),
                report.notAssessed(), report.gaps(), report.seen().reserved(), open(report, Truth.of(runs)));
    }

    private static List<String> open(Report report, Truth dataPlane) {
        return report.advice().needs().stream().filter(n -> n.code() == AnswerCode.ASK && n.active(dataPlane)).map(n -> n.need().id())
                .toList();
    }

    private static Found found(Finding finding) {
        return new Found(finding.code(), finding.rule(), finding.severity().id(), word(finding.applies()), finding.object().kind(),
                finding.object().namespace(), finding.object().name(), finding.message(), finding.place());
    }

    /** As reports spell it. */
    static String word(Applies applies) {
        return Kebab.of(applies);
    }

    /** The name that a file has whatever folder it was read from: without the path that was given. */
    String local(String file) {
        List<String> longest = new ArrayList<>(scope.paths());
        longest.sort(Comparator.comparingInt(String::length).reversed());
        for (String path : longest) {
            String folder = path.endsWith("/") ? path : path + "/";
            if (file.startsWith(folder)) {
                return file.substring(folder.length());
            }
        }
        return file;
    }
}
