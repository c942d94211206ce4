package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.report.Block;
import meshadvisor.report.Page;
import meshadvisor.report.Section;

/** A page as plain text for a terminal. */
public final class PageText {

    private static final String INDENTATION = "  ";

    private final int columns;
    private final StringBuilder text = new StringBuilder();

    private PageText(int columns) {
        this.columns = columns;
    }

    /** All of the page, no line wider than the columns except one that must not be broken. */
    public static String of(Page page, int columns) {
        PageText text = new PageText(columns);
        text.wrapped("", "", page.title());
        page.sections().forEach(text::section);
        if (!page.see().isEmpty()) {
            text.section(Section.of("See also", String.join(", ", page.see())));
        }
        return text.text.toString();
    }

    private void section(Section section) {
        text.append('\n');
        wrapped("", "", section.heading());
        String indentation = section.heading().isEmpty() ? "" : INDENTATION;
        List<Block> before = new ArrayList<>();
        section.blocks().forEach(block -> {
            if (!before.isEmpty() && apart(before.getLast(), block)) {
                text.append('\n');
            }
            block(block, indentation);
            before.add(block);
        });
    }

    /** Whether a blank line stands between two blocks. */
    private static boolean apart(Block first, Block second) {
        boolean list = first instanceof Block.Item && second instanceof Block.Item;
        boolean introduced = first instanceof Block.Paragraph(var words) && words.endsWith(":") && !(second instanceof Block.Paragraph);
        return !list && !introduced;
    }

    private void block(Block block, String indentation) {
        switch (block) {
            case Block.Paragraph(var words) -> wrapped(indentation, indentation, words);
            case Block.Item(var depth, var lead, var words) -> {
                String before = indentation + INDENTATION.repeat(depth) + (lead.isEmpty() ? "" : lead + " ");
                wrapped(before, " ".repeat(before.length()), words);
            }
            case Block.Verbatim(var lines) -> lines.forEach(line -> text.append(indentation).append(INDENTATION).append(line).append('\n'));
            case Block.Table table -> TableText.lines(table, columns - indentation.length())
                    .forEach(line -> text.append(indentation).append(line).append('\n'));
        }
    }

    private void wrapped(String first, String others, String words) {
        String before = first;
        for (String line : Lines.of(words, columns - others.length())) {
            text.append(before).append(line).append('\n');
            before = others;
        }
    }
}
