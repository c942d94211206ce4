package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.gate.Bound.Kind;
import meshadvisor.gate.Check;
import meshadvisor.gate.Denomination;
import meshadvisor.gate.GateReport;
import meshadvisor.gate.Piece;
import meshadvisor.gate.Quantity;
import meshadvisor.gate.Reckoning;
import meshadvisor.model.Gap;

/** How each check came to its result, so that it can be done again by hand. */
final class GateArithmetic {

    private static final int FEW = 30;

    private GateArithmetic() {}

    static List<Block> of(GateReport report) {
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < report.checks().size(); i++) {
            check(report, i, blocks);
        }
        return Sections.section("Arithmetic", "arithmetic", blocks);
    }

    private static void check(GateReport report, int index, List<Block> blocks) {
        Check check = report.checks().get(index);
        Reckoning reckoning = check.reckoning();
        Denomination unit = check.budget().metric().denomination();
        blocks.add(new Block.Subheading(check.failed() ? Tone.ERROR : Tone.STRONG,
                GateWords.result(check) + ": " + GateWords.check(report, check), "check-" + (1 + index)));
        blocks.add(new Block.Item(1, "budget: " + check.budget().metric().title() + " " + GateWords.limit(check),
                check.budget().place().toString()));
        blocks.add(Block.item(1, "now: " + GateWords.quantity(reckoning.now(), unit)));
        if (check.bound().kind().change()) {
            blocks.add(Block.item(1, "before: " + GateWords.quantity(reckoning.before(), unit)));
        }
        if (check.bound().kind() == Kind.MAX_SHARE) {
            blocks.add(Block.item(1, "of " + check.budget().metric().shareOf() + ": " + GateWords.quantity(reckoning.before(), unit)));
        }
        blocks.add(Block.item(1,
                "judged: " + GateWords.judged(check) + ", against " + GateWords.span(reckoning.limit(), GateWords.unit(check))));
        blocks.add(Block.item(1, rule(check)));
        blocks.add(Block.item(1, "margin: " + GateWords.margin(check)));
        pieces(reckoning.pieces(), unit, blocks);
        reckoning.gaps().stream().map(Gap::what).distinct().limit(FEW).forEach(g -> blocks.add(Block.item(1, "not known: " + g)));
    }

    /** Which comparison gave the result. */
    private static String rule(Check check) {
        Reckoning reckoning = check.reckoning();
        Denomination unit = GateWords.unit(check);
        Quantity judged = reckoning.judged();
        if (judged.unknown()) {
            return "nothing is known, so it may lie on either side: inconclusive";
        }
        String low = unit.text(judged.span().low());
        String high = unit.text(judged.span().high());
        boolean least = check.bound().kind() == Kind.MIN;
        String limit = GateWords.span(reckoning.limit(), unit);
        if (check.passed()) {
            return least ? low + ", the least that it may be, is not below " + limit + ": pass"
                    : high + ", the most that it may be, is not above " + limit + ": pass";
        }
        if (check.failed()) {
            return least ? high + ", the most that it may be, is below " + limit + ": fail"
                    : low + ", the least that it may be, is above " + limit + ": fail";
        }
        return limit + " lies between " + low + " and " + high + ", where it may be: inconclusive";
    }

    private static void pieces(List<Piece> pieces, Denomination unit, List<Block> blocks) {
        Fold.each(pieces, FEW, p -> blocks.add(new Block.Item(2, GateWords.quantity(p.quantity(), unit) + " " + GateWords.ground(p.ground())
                + ": " + p.says(), p.place().toString())),
                more -> blocks.add(Block.item(2, more)));
    }
}
