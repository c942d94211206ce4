package meshadvisor.format;

import java.util.List;
import meshadvisor.format.html.Chart;
import meshadvisor.format.html.Part;

/** Reads what {@link BlockFields} wrote. */
final class KeptBlocks {

    private static final int DEEPEST = 20;
    private static final int WIDEST = 12;

    private KeptBlocks() {}

    /**
     * The blocks.
     *
     * @param others by whose places some are told
     * @throws IllegalArgumentException if something is none
     */
    static List<Block> read(Kept list, List<Block> others) {
        return list.all(each -> each.get("same").present() ? others.get(each.get("same").whole()) : block(each));
    }

    /** What has another shape could not be shown: a file may come from anywhere. */
    private static void held(boolean right, String what) {
        if (!right) {
            throw new IllegalArgumentException(what);
        }
    }

    /** A label, which has a column of its own. */
    static String label(Kept kept) {
        held(kept.get("label").text().length() < WIDEST, "a label is longer than its column");
        return kept.get("label").text();
    }

    private static Block block(Kept kept) {
        if (kept.get("item").present()) {
            held(kept.get("depth").whole() > 0 && kept.get("depth").whole() < DEEPEST, "a sentence stands at no depth that there is");
            return new Block.Item(kept.get("depth").whole(), kept.get("item").text(), kept.get("place").text());
        }
        if (kept.get("heading").present()) {
            return new Block.Heading(kept.get("heading").text(), kept.get("anchor").text());
        }
        if (kept.get("subheading").present()) {
            return new Block.Subheading(kept.get("tone").one(Tone.class), kept.get("subheading").text(), kept.get("anchor").text());
        }
        if (kept.get("fold").present()) {
            return new Block.Fold(kept.get("fold").text(), kept.get("anchor").text());
        }
        if (kept.get("rows").present()) {
            return new Block.Rows(head(kept), rows(kept));
        }
        if (kept.get("label").present()) {
            held(!kept.get("texts").items().isEmpty(), "a label has no text");
            return new Block.Labelled(label(kept), kept.get("texts").all(Kept::text));
        }
        if (kept.get("title").present()) {
            return new Block.Title(kept.get("title").text(), kept.get("sentence").text());
        }
        if (kept.get("verbatim").present()) {
            return new Block.Verbatim(kept.get("verbatim").text());
        }
        if (kept.get("picture").present()) {
            return new Block.Picture(picture(kept.get("picture")));
        }
        throw new IllegalArgumentException("a block of no known kind");
    }

    private static List<String> head(Kept kept) {
        held(!kept.get("head").items().isEmpty(), "a table has no column");
        return kept.get("head").all(Kept::text);
    }

    private static List<List<String>> rows(Kept kept) {
        List<List<String>> rows = kept.get("rows").all(row -> row.all(Kept::text));
        held(rows.stream().allMatch(row -> row.size() == kept.get("head").items().size()), "a row has not as many cells as its table");
        return rows;
    }

    private static Chart picture(Kept kept) {
        Kept table = kept.get("table");
        return new Chart("", kept.get("title").text(), kept.get("description").text(), kept.get("height").number(),
                kept.get("marks").all(KeptBlocks::mark),
                new Part.Grid(table.get("caption").text(), head(table), rows(table)));
    }

    private static Chart.Mark mark(Kept kept) {
        return new Chart.Mark(kept.get("style").text(), kept.get("path").text(), kept.get("x").number(), kept.get("y").number(),
                kept.get("text").text());
    }
}
