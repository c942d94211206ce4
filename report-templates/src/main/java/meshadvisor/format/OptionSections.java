package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.advice.Ranked;
import meshadvisor.catalog.Kebab;
import meshadvisor.format.OptionCells.Aspect;
import meshadvisor.format.OptionCells.Cell;
import meshadvisor.format.OptionCells.Option;
import meshadvisor.report.Report;

/** What one could do, beside each other: without a mesh, and each way to have one. */
record OptionSections(Report report, Words words) {

    List<Block> options() {
        List<Option> options = new OptionCells(report, words).all();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Rows(Stream.concat(Stream.of("Option"), Stream.of(Aspect.values()).map(Aspect::words)).toList(),
                options.stream().map(OptionSections::row).toList()));
        blocks.add(
                Block.item(1, "Nine of ten possibilities lie in each range. A question mark stands before what nobody knows or estimated;"
                        + " name the option with --consider to have it estimated here. What each cell rests on stands below, option by option."));
        options.forEach(option -> {
            Optional<Ranked> ranked =
                    report.advice().ranking().stream().filter(each -> each.variant().id().equals(option.id())).findFirst();
            String points = ranked.filter(each -> each.excluded().isEmpty())
                    .map(each -> String.format(Locale.ROOT, ": %+.1f points", each.score())).orElse("");
            blocks.add(new Block.Subheading(Tone.STRONG, name(option) + points, "option-" + option.id()));
            blocks.add(new Block.Rows(List.of("Aspect", "Answer", "Basis", "Why, and who says so"),
                    option.cells().stream().map(OptionSections::reasons).toList()));
            ranked.ifPresent(each -> AdviceSections.judgement(each, blocks));
        });
        return Sections.section("Options side by side", "options", blocks);
    }

    private static String name(Option option) {
        return option.name() + (option.advised() ? " (advised)" : "");
    }

    private static List<String> row(Option option) {
        return Stream.concat(Stream.of(name(option)), option.cells().stream().map(Cell::says)).toList();
    }

    private static List<String> reasons(Cell cell) {
        return List.of(cell.aspect().words(), cell.says(), cell.basis().isEmpty() ? "-" : cell.basis(), cell.because());
    }

    static void write(Fields out, Report report) {
        out.objects("options", new OptionCells(report, new Words(report)).all(), (f, option) -> {
            f.text("id", option.id());
            f.text("name", option.name());
            f.flag("advised", option.advised());
            f.objects("cells", option.cells(), (g, cell) -> {
                g.text("aspect", Kebab.of(cell.aspect()));
                g.text("says", cell.says());
                g.textOrNull("basis", cell.basis());
                g.text("because", cell.because());
            });
        });
    }
}
