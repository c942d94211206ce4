package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.catalog.Hazard;
import meshadvisor.model.Gap;
import meshadvisor.plan.Stage;
import meshadvisor.report.Offer;
import meshadvisor.report.Report;
import meshadvisor.rule.Finding;
import meshadvisor.rule.Severity;

/** What could go wrong with a decision: by what is advised, by what was found, by what was not seen, and by time. */
record RiskRegister(Report report, Words words) {

    private static final int MOST = 12;

    private static final String NOBODY = "to be named";

    /** At least one: needs change. */
    List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        hazards().limit(MOST).map(RiskRegister::hazard).forEach(rows::add);
        stages().map(RiskRegister::stage).forEach(rows::add);
        findings().limit(MOST).map(this::finding).forEach(rows::add);
        report.gaps().stream().map(Gap::what).distinct().limit(MOST)
                .forEach(what -> rows.add(List.of("Not seen: " + what, "unknown", remedy(what), NOBODY)));
        rows.add(List.of("A need arises that nobody stated, or one that was stated goes", "unknown; it can turn the advice",
                "assess again on the day of the review, and when something below changes", NOBODY));
        return rows;
    }

    /** Of the mesh that is advised. */
    private Stream<Hazard> hazards() {
        String mesh = report.advice().verdict().mesh();
        return report.prospect().offers().stream().filter(offer -> offer.variant().equals(mesh)).map(Offer::hazards).flatMap(List::stream)
                .sorted((one, other) -> one.harm().compareTo(other.harm()));
    }

    private static List<String> hazard(Hazard hazard) {
        String mended = hazard.before().isEmpty() ? "no version without it is known: read what it asks for, and watch for it"
                : "take " + hazard.before() + " or newer";
        String bad = switch (hazard.harm()) {
            case BREAKS -> "breaks something";
            case DEGRADES -> "degrades something";
        };
        return List.of(hazard.id() + ": " + hazard.says(), bad + "; from " + hazard.from() + ", published (" + hazard.source() + ", "
                + hazard.date() + ")", mended, NOBODY);
    }

    /** All that change something: the last ones take back or enforce what the first ones let be, and are the riskiest. */
    private Stream<Stage> stages() {
        return report.plan().stream().flatMap(plan -> plan.stages().stream()).filter(stage -> !stage.rollback().steps().isEmpty());
    }

    private static List<String> stage(Stage stage) {
        return List.of("Stage " + stage.folder() + " goes wrong", "hits: " + stage.blast(), "take it back, in "
                + PlanWords.range(stage.rollback().minutes(), "min") + " (" + stage.rollback().basis() + ")", stage.decides());
    }

    /** One of each rule, the worst first. */
    private Stream<Finding> findings() {
        return FindingSections.byRule(report.findings().stream().filter(each -> each.counts(Severity.WARNING)).toList()).values().stream()
                .map(List::getFirst);
    }

    private List<String> finding(Finding finding) {
        return List.of(words.rule(finding.code(), finding.rule()), Words.severity(finding.severity()) + ", confidence "
                + finding.confidence().id().replace('-', ' '), "meshadvisor explain " + finding.code(), NOBODY);
    }

    private String remedy(String what) {
        return report.gaps().stream().filter(gap -> gap.what().equals(what)).map(Gap::remedy).filter(remedy -> !remedy.isEmpty())
                .findFirst()
                .orElse("nothing is known that would settle it");
    }
}
