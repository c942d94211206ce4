package meshadvisor.format;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.catalog.Kebab;
import meshadvisor.format.html.Chart;
import meshadvisor.format.html.Part;

/** Blocks as named fields, so that a result can be shown again as it was. The first name of each tells what kind of block it is. */
final class BlockFields {

    private BlockFields() {}

    static void write(Fields out, String name, List<Block> blocks) {
        out.objects(name, blocks, BlockFields::block);
    }

    /** The blocks, of which those that others hold already are told by where they stand there, from 0 on. */
    static void write(Fields out, String name, List<Block> blocks, List<Block> others) {
        Map<Block, Integer> places = new HashMap<>();
        for (int i = 0; i < others.size(); i++) {
            places.putIfAbsent(others.get(i), i);
        }
        out.objects(name, blocks, (f, block) -> {
            int place = places.getOrDefault(block, -1);
            if (place < 0) {
                block(f, block);
            } else {
                f.number("same", place);
            }
        });
    }

    private static void block(Fields out, Block block) {
        switch (block) {
            case Block.Title(var name, var sentence) -> {
                out.text("title", name);
                out.text("sentence", sentence);
            }
            case Block.Labelled(var label, var texts) -> {
                out.text("label", label);
                out.texts("texts", texts);
            }
            case Block.Heading(var text, var anchor) -> {
                out.text("heading", text);
                out.text("anchor", anchor);
            }
            case Block.Subheading(var tone, var text, var anchor) -> {
                out.text("subheading", text);
                out.text("anchor", anchor);
                out.text("tone", Kebab.of(tone));
            }
            case Block.Chapter(var text, var anchor) -> throw new IllegalArgumentException("what joins results is not saved: " + text);
            case Block.Fold(var text, var anchor) -> {
                out.text("fold", text);
                out.text("anchor", anchor);
            }
            case Block.Item(var depth, var text, var place) -> {
                out.text("item", text);
                out.number("depth", depth);
                out.text("place", place);
            }
            case Block.Rows(var head, var rows) -> {
                out.texts("head", head);
                out.rows("rows", rows);
            }
            case Block.Verbatim(var text) -> out.text("verbatim", text);
            case Block.Picture(var chart) -> out.object("picture", f -> picture(f, chart));
        }
    }

    private static void picture(Fields out, Chart chart) {
        out.text("title", chart.title());
        out.text("description", chart.description());
        out.number("height", chart.height());
        out.objects("marks", chart.marks(), BlockFields::mark);
        out.object("table", f -> table(f, chart.table()));
    }

    private static void mark(Fields out, Chart.Mark mark) {
        out.text("style", mark.style());
        out.text("path", mark.path());
        out.number("x", mark.x());
        out.number("y", mark.y());
        out.text("text", mark.text());
    }

    private static void table(Fields out, Part.Grid table) {
        out.text("caption", table.caption());
        out.texts("head", table.head());
        out.rows("rows", table.rows());
    }
}
