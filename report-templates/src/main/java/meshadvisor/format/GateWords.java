package meshadvisor.format;

import java.util.List;
import java.util.Locale;
import meshadvisor.gate.Bound;
import meshadvisor.gate.Budget.Level;
import meshadvisor.gate.Check;
import meshadvisor.gate.Denomination;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.GateResult;
import meshadvisor.gate.Ground;
import meshadvisor.gate.Quantity;
import meshadvisor.gate.Reckoning;
import meshadvisor.gate.Selection;
import meshadvisor.gate.Strictness;
import meshadvisor.gate.Waiver;
import meshadvisor.measure.Interval;

/** Words for what a gate says. */
final class GateWords {

    private GateWords() {}

    /** All of it in one sentence. */
    static String sentence(GateReport report) {
        List<Check> counting = report.counting();
        long failed = counting.stream().filter(Check::failed).count();
        long open = counting.stream().filter(c -> !c.passed() && !c.failed()).count();
        String all = Words.count(report.checks().size(), "check", "checks");
        return switch (report.result()) {
            case GateResult.Pass pass -> report.checks().isEmpty() ? "Passed: there is no budget."
                    : "Passed: " + all + ", and no budget that counts is exceeded.";
            case GateResult.Fail fail -> "Failed: " + failed + " of " + all + (failed == 1 ? " is" : " are") + " outside the budget."
                    + (open == 0 ? "" : " Of " + open + " more it is not known.");
            case GateResult.Inconclusive missing -> "Inconclusive: of " + open + " of " + all + " it is not known whether the budget holds"
                    + (report.strictness() == Strictness.FAIL ? ", and --strict wants to know." : ".");
        };
    }

    /** How a check ended, with a sign that needs no colour. */
    static String result(Check check) {
        String word = check.passed() ? "√ pass" : check.failed() ? "× fail" : "? open";
        String level = !check.passed() && check.budget().level() == Level.WARN ? "‼ " + word.substring(2) + " (warn)" : word;
        return check.waived().isPresent() ? "· waived" : level;
    }

    /** What was judged, such as {@code namespace shop}. */
    static String of(GateReport report, Check check) {
        return new Selection(check.budget().metric().id(), report.shown(check)).words();
    }

    /** The unit of what is judged. */
    static Denomination unit(Check check) {
        return check.bound().kind() == Bound.Kind.MAX_SHARE ? Denomination.PERCENT : check.budget().metric().denomination();
    }

    /** Such as {@code at most 2 ms more than before}. */
    static String limit(Check check) {
        Bound bound = check.bound();
        String amount = bound.scale() == Bound.Scale.PERCENT ? Denomination.PERCENT.text(bound.limit())
                : check.budget().metric().denomination().text(bound.limit());
        return switch (bound.kind()) {
            case MAX -> "at most " + amount;
            case MIN -> "at least " + amount;
            case MAX_SHARE -> "at most " + amount + " of " + check.budget().metric().shareOf();
            case MAX_INCREASE -> "at most " + amount + " more than before";
            case MAX_DECREASE -> "at most " + amount + " less than before";
        };
    }

    /** What was judged, with the range in which it lies. */
    static String judged(Check check) {
        String number = quantity(check.reckoning().judged(), unit(check));
        return switch (check.bound().kind()) {
            case MAX, MIN, MAX_SHARE -> number;
            case MAX_INCREASE -> number + (check.reckoning().judged().unknown() ? "" : " more");
            case MAX_DECREASE -> number + (check.reckoning().judged().unknown() ? "" : " less");
        };
    }

    static String quantity(Quantity quantity, Denomination unit) {
        Interval span = quantity.span();
        if (quantity.unknown()) {
            return "not known";
        }
        return quantity.exact() ? unit.text(quantity.seen()) : unit.text(quantity.seen()) + " (" + span(span, unit) + ")";
    }

    static String span(Interval span, Denomination unit) {
        if (Double.isInfinite(span.high())) {
            return Double.isInfinite(span.low()) ? "any number" : unit.text(span.low()) + " or more";
        }
        if (Double.isInfinite(span.low())) {
            return unit.text(span.high()) + " or less";
        }
        return span.low() == span.high() ? unit.text(span.low()) : unit.text(span.low()) + " to " + unit.text(span.high());
    }

    static String ground(Ground ground) {
        return ground.name().toLowerCase(Locale.ROOT);
    }

    /** Such as {@code new errors, namespace shop: 3, at most 0}. */
    static String check(GateReport report, Check check) {
        String of = of(report, check);
        return check.budget().name() + (of.isEmpty() ? "" : ", " + of) + ": " + judged(check) + ", " + limit(check);
    }

    static String waiver(Waiver waiver) {
        return "waived until " + waiver.until() + " by " + waiver.owner() + ": " + waiver.reason();
    }

    /** How far away the limit is. */
    static String margin(Check check) {
        Reckoning reckoning = check.reckoning();
        double margin = reckoning.margin(check.bound().kind());
        return reckoning.judged().unknown() || Double.isInfinite(margin) ? "-"
                : unit(check).text(Math.abs(margin)) + (margin < 0 ? " beyond" : " left");
    }
}
