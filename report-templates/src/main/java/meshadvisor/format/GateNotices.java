package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.format.Notice.Loudness;
import meshadvisor.gate.Budget.Level;
import meshadvisor.gate.Check;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.Piece;
import meshadvisor.gate.Strictness;
import meshadvisor.model.Gap;
import meshadvisor.model.Place;

/** What a gate has to say at lines of files: budgets that do not hold, and what speaks against them. */
final class GateNotices {

    private GateNotices() {}

    /** All of a report, the loudest first. */
    static List<Notice> of(GateReport report) {
        List<Notice> notices = new ArrayList<>();
        report.checks().stream().filter(c -> !c.passed()).forEach(c -> {
            notices.add(budget(report, c));
            c.against().forEach(p -> notices.add(piece(c, p, report.strictness())));
        });
        report.expired().forEach(w -> notices.add(new Notice(Loudness.WARNING, "waiver-expired", "Expired waiver",
                "The waiver of " + w.budget() + " by " + w.owner() + " expired on " + w.until() + " and does not count.",
                w.budget() + " " + w.of() + " " + w.until(), w.place(), Optional.empty())));
        Stream.concat(report.now().incomplete().stream(), report.before().incomplete().stream()).distinct()
                .forEach(text -> notices.add(new Notice(Loudness.WARNING, "input-incomplete", "Input not read", text, text,
                        new Place(report.file(), 1, 1), Optional.empty())));
        return notices.stream().distinct().sorted().toList();
    }

    private static Notice budget(GateReport report, Check check) {
        String settle = check.failed() ? ""
                : check.reckoning().gaps().stream().findFirst().map(Gap::remedy).map(r -> ". To settle it: " + r).orElse("");
        return new Notice(howLoud(check, report.strictness()), check.budget().metric().id(),
                (check.failed() ? "Budget exceeded: " : "Budget not settled: ") + check.budget().name(),
                GateWords.check(report, check) + settle,
                check.budget().name() + " " + check.of() + " " + check.bound().kind(), check.budget().place(),
                check.waived().map(GateWords::waiver));
    }

    private static Notice piece(Check check, Piece piece, Strictness strictness) {
        String rule = piece.labels().getOrDefault("rule", check.budget().metric().id());
        return new Notice(howLoud(check, strictness), rule, "Counts for the budget " + check.budget().name(), piece.says(),
                check.budget().name() + " " + piece.id(), piece.place(), check.waived().map(GateWords::waiver));
    }

    private static Loudness howLoud(Check check, Strictness strictness) {
        if (check.waived().isPresent()) {
            return Loudness.NOTE;
        }
        boolean stops = check.budget().level() == Level.FAIL;
        if (check.failed()) {
            return stops ? Loudness.ERROR : Loudness.WARNING;
        }
        return !stops ? Loudness.NOTE : switch (strictness) {
            case WARN -> Loudness.WARNING;
            case FAIL -> Loudness.ERROR;
        };
    }
}
