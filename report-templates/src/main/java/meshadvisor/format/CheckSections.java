package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meshadvisor.cost.overhead.Check;

/** Predictions beside what was measured. */
final class CheckSections {

    private CheckSections() {}

    static List<Block> of(String heading, String anchor, List<Check> checks) {
        if (checks.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(heading, anchor));
        long covered = checks.stream().filter(Check::covered).count();
        blocks.add(Block.item(1, covered + " of " + checks.size() + " ranges hold what was measured; nine of ten should."));
        blocks.add(new Block.Rows(List.of("figure", "from", "to", "says", "predicted", "measured", "x", "in it", "score"),
                checks.stream().map(CheckSections::row).toList()));
        blocks.add(Block.item(1,
                "\"says\" is the figure as it was published, \"x\" how many times that was measured. The score is the interval"
                        + " score of the logarithms (Gneiting and Raftery 2007): the width of the range, and 20 times what it missed by; smaller is"
                        + " better."));
        return blocks;
    }

    private static List<String> row(Check check) {
        return List.of(check.what(), check.from(), check.to(), Amounts.range(check.naive()), Amounts.range(check.predicted()),
                Amounts.number(check.measured()) + " " + check.unit(), Double.isNaN(check.miss()) ? "-" : Amounts.number(check.miss()),
                check.covered() ? "yes" : "no", String.format(Locale.ROOT, "%.1f", check.score()));
    }

    static void write(Fields fields, String name, List<Check> checks) {
        fields.objects(name, checks, (f, check) -> {
            f.text("what", check.what());
            f.text("from", check.from());
            f.text("to", check.to());
            f.text("unit", check.unit());
            f.object("published", g -> Amounts.range(g, check.naive()));
            f.object("predicted", g -> Amounts.range(g, check.predicted()));
            f.number("measured", check.measured());
            f.flag("covered", check.covered());
            f.number("score", check.score());
        });
    }
}
