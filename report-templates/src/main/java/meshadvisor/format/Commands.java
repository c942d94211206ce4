package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.format.Summary.Line;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Rule.Applies;
import meshadvisor.rule.Truth;

/** Commands that lead on from a report. */
final class Commands {

    /** Longer paths are not worth a line. */
    private static final int LONG = 30;

    private Commands() {}

    static List<Line> next(Report report) {
        List<Line> lines = new ArrayList<>();
        boolean cluster = ofCluster(report);
        String paths = cluster ? "" : " " + paths(report.scope().paths());
        if (report.scope().unrendered() > 0) {
            lines.add(command("renders charts and kustomizations first", "meshadvisor assess --render" + paths));
        }
        report.findings().stream().filter(f -> f.applies() == Applies.NOW).map(Finding::code).findFirst()
                .ifPresent(code -> lines.add(command("what it means and how to mend it", "meshadvisor explain " + code)));
        if (!report.advice().questions().isEmpty()) {
            lines.add(command(
                    "what only you can answer" + (needs(report).isEmpty() ? "" : ", to add to what you said")
                            + (cluster ? "; add the cluster's options of this run" : ""),
                    "meshadvisor questions" + paths + (needs(report).isEmpty() ? " > answers.yaml" : "")));
        }
        if (lines.isEmpty()) {
            lines.add(command("the advice behind this", "meshadvisor explain course"));
        }
        return lines;
    }

    private static boolean ofCluster(Report report) {
        return report.running().filter(r -> !r.cluster().isEmpty()).isPresent();
    }

    /** How a shell names what was assessed; a placeholder where a cluster was. */
    static String system(Report report) {
        return ofCluster(report) ? "--snapshot prod.json.gz" : paths(report.scope().paths());
    }

    /** The needs that people stated, as options, each with a blank before it. */
    static String needs(Report report) {
        return stated(report, Truth.YES, " --need ") + stated(report, Truth.NO, " --no-need ");
    }

    private static String stated(Report report, Truth said, String option) {
        String needs = report.advice().needs().stream().filter(need -> need.stated() == said).map(need -> need.need().id())
                .collect(Collectors.joining(","));
        return needs.isEmpty() ? "" : option + needs;
    }

    private static Line command(String what, String command) {
        return new Line(Tone.PLAIN, what, 1, "", command);
    }

    /** The paths as a shell takes them; a placeholder where they are long or hold what cannot be typed. */
    private static String paths(List<String> paths) {
        String all = paths.stream().map(Shell::word).collect(Collectors.joining(" "));
        boolean typed = all.codePoints().noneMatch(Visible::hidden);
        return all.isEmpty() || all.length() > LONG || !typed ? "PATH" : all;
    }
}
