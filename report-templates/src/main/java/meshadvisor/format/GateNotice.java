package meshadvisor.format;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.gate.Budget.Level;
import meshadvisor.gate.Check;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.Piece;
import meshadvisor.gate.Strictness;
import meshadvisor.gate.Waiver;
import meshadvisor.model.Gap;
import meshadvisor.model.Place;

/**
 * Something that a gate has to say at a line of a file: a budget that does not hold, or what speaks against it.
 *
 * @param rule by which others of its kind are found: the metric, or the code of a finding
 * @param id that stays the same when lines move
 */
record GateNotice(Loudness loudness, String rule, String title, String message, String id, Place place, Optional<Waiver> waived)
        implements Comparable<GateNotice> {

    /** How loud it is. */
    enum Loudness {
        ERROR, WARNING, NOTE
    }

    private static final Comparator<GateNotice> ORDER = Comparator.comparing(GateNotice::loudness).thenComparing(GateNotice::place)
            .thenComparing(GateNotice::rule).thenComparing(GateNotice::message).thenComparing(GateNotice::id);

    /** All of a report, the loudest first. */
    static List<GateNotice> of(GateReport report) {
        List<GateNotice> notices = new ArrayList<>();
        report.checks().stream().filter(c -> !c.passed()).forEach(c -> {
            notices.add(budget(report, c));
            c.against().forEach(p -> notices.add(piece(c, p, report.strictness())));
        });
        report.expired().forEach(w -> notices.add(new GateNotice(Loudness.WARNING, "waiver-expired", "Expired waiver",
                "The waiver of " + w.budget() + " by " + w.owner() + " expired on " + w.until() + " and does not count.",
                w.budget() + " " + w.of() + " " + w.until(), w.place(), Optional.empty())));
        Stream.concat(report.now().incomplete().stream(), report.before().incomplete().stream()).distinct()
                .forEach(text -> notices.add(new GateNotice(Loudness.WARNING, "input-incomplete", "Input not read", text, text,
                        new Place(report.file(), 1, 1), Optional.empty())));
        return notices.stream().distinct().sorted().toList();
    }

    private static GateNotice budget(GateReport report, Check check) {
        String settle = check.failed() ? ""
                : check.reckoning().gaps().stream().findFirst().map(Gap::remedy).map(r -> ". To settle it: " + r).orElse("");
        return new GateNotice(howLoud(check, report.strictness()), check.budget().metric().id(),
                (check.failed() ? "Budget exceeded: " : "Budget not settled: ") + check.budget().name(),
                GateWords.check(report, check) + settle,
                check.budget().name() + " " + check.of() + " " + check.bound().kind(), check.budget().place(), check.waived());
    }

    private static GateNotice piece(Check check, Piece piece, Strictness strictness) {
        String rule = piece.labels().getOrDefault("rule", check.budget().metric().id());
        return new GateNotice(howLoud(check, strictness), rule, "Counts for the budget " + check.budget().name(), piece.says(),
                check.budget().name() + " " + piece.id(), piece.place(), check.waived());
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

    @Override
    public int compareTo(GateNotice other) {
        return ORDER.compare(this, other);
    }
}
