package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import meshadvisor.format.Summary.Entry;
import meshadvisor.format.Summary.Line;
import meshadvisor.format.html.Chart;
import meshadvisor.format.html.Part;

/** What people see, in another language as far as it has messages. Names, places and commands never change. */
record Translation(Language language) {

    /** The line that says once that the rest is English. */
    static final String NOTE =
            "Sentences of rules and of the catalogue are in English; headings, labels and fixed words are in this language.";

    /** Its label. */
    static final String LABEL = "Language";

    /** Columns whose cells are words of ours; in all others a name could stand that happens to be such a word. */
    private static final Set<String> OURS = Set.of("Answers the needs", "Operational risk", "CPU, millicores more", "Memory, MiB more",
            "p99 of a call, ms more", "Money", "People, a month", "Severity", "Confidence", "Basis", "basis", "Aspect", "Stated",
            "Observed", "Answer",
            "Today", "After", "says so", "Result", "result", "How bad, and how sure");

    private static final Pattern NAME = Pattern.compile("[a-z0-9./-]*");

    AdviceText of(AdviceText text) {
        return language == Language.ENGLISH ? text
                : new AdviceText(summary(text.summary()), text.marks().stream().map(language::say).toList(), blocks(text.text()),
                        blocks(text.page()), text.day());
    }

    /** A text that is no report says it below its title. */
    List<Block> text(List<Block> blocks) {
        if (language == Language.ENGLISH) {
            return blocks;
        }
        List<Block> all = new ArrayList<>(blocks(blocks));
        int below = (int) all.stream().takeWhile(Block.Title.class::isInstance).count();
        all.add(below, new Block.Labelled(language.say(LABEL), List.of(language.say(NOTE))));
        return all;
    }

    /** Blocks that stand in a text which says that already. */
    List<Block> part(List<Block> blocks) {
        return language == Language.ENGLISH ? blocks : blocks(blocks);
    }

    private Summary summary(Summary summary) {
        List<Entry> facts = Stream.concat(summary.facts().stream().map(this::entry),
                Stream.of(new Entry(language.say(LABEL), List.of(Line.of(2, language.say(NOTE)))))).toList();
        return new Summary(language.say(summary.sentence()), facts, entry(summary.findings()), entry(summary.adopted()),
                entry(summary.next()));
    }

    private Entry entry(Entry entry) {
        return new Entry(language.say(entry.label()), entry.lines().stream()
                .map(line -> new Line(line.tone(), language.say(line.text()), line.rows(), line.detail(), line.code())).toList());
    }

    private List<Block> blocks(List<Block> blocks) {
        return blocks.stream().map(this::block).toList();
    }

    private Block block(Block block) {
        return switch (block) {
            case Block.Title(var name, var sentence) -> new Block.Title(language.say(name), language.say(sentence));
            case Block.Labelled(var label, var texts) ->
                    new Block.Labelled(language.say(label), texts.stream().map(language::say).toList());
            case Block.Heading(var text, var anchor) -> new Block.Heading(language.say(text), anchor);
            case Block.Chapter(var text, var anchor) -> new Block.Chapter(language.say(text), anchor);
            case Block.Fold(var text, var anchor) -> new Block.Fold(language.say(text), anchor);
            case Block.Subheading(var tone, var text, var anchor) -> new Block.Subheading(tone, language.say(text), anchor);
            case Block.Item(var depth, var text, var place) -> new Block.Item(depth, language.say(text), place);
            case Block.Rows(var head, var rows) -> new Block.Rows(head.stream().map(language::say).toList(), rows(head, rows));
            case Block.Verbatim verbatim -> verbatim;
            case Block.Picture(var chart) -> new Block.Picture(picture(chart));
        };
    }

    private List<List<String>> rows(List<String> head, List<List<String>> rows) {
        return rows.stream().map(row -> IntStream.range(0, row.size())
                .mapToObj(i -> i < head.size() && OURS.contains(head.get(i)) ? language.say(row.get(i)) : row.get(i)).toList()).toList();
    }

    /** What could be the name of a service stays. */
    private String word(String text) {
        return NAME.matcher(text).matches() ? text : language.say(text);
    }

    private Chart picture(Chart chart) {
        Part.Grid table = chart.table();
        return new Chart(chart.id(), language.say(chart.title()), language.say(chart.description()), chart.height(),
                chart.marks().stream().map(mark -> new Chart.Mark(mark.style(), mark.path(), mark.x(), mark.y(), word(mark.text())))
                        .toList(),
                new Part.Grid(language.say(table.caption()), table.head().stream().map(language::say).toList(),
                        rows(table.head(), table.rows())));
    }
}
