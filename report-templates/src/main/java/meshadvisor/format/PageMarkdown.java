package meshadvisor.format;

import java.util.Collections;
import java.util.List;
import meshadvisor.report.Block;
import meshadvisor.report.Page;
import meshadvisor.report.Section;

/** A page as Markdown, for docs. */
public final class PageMarkdown {

    private static final int WIDTH = 120;

    private final StringBuilder text = new StringBuilder();

    private PageMarkdown() {}

    /** All of the page; what the see-also list names is shown as a command. */
    public static String of(Page page) {
        PageMarkdown markdown = new PageMarkdown();
        markdown.text.append("# ").append(escaped(page.title())).append('\n');
        page.sections().forEach(markdown::section);
        if (!page.see().isEmpty()) {
            markdown.section(Section.of("See also", "`meshadvisor explain " + String.join("`, `meshadvisor explain ", page.see()) + "`"));
        }
        return markdown.text.toString();
    }

    private void section(Section section) {
        if (!section.heading().isEmpty()) {
            text.append("\n## ").append(escaped(section.heading())).append('\n');
        }
        boolean inList = false;
        for (Block block : section.blocks()) {
            boolean item = block instanceof Block.Item;
            text.append(inList && item ? "" : "\n");
            block(block);
            inList = item;
        }
    }

    private void block(Block block) {
        switch (block) {
            case Block.Paragraph(var words) -> wrapped("", "", escaped(words));
            case Block.Item(var depth, var lead, var words) -> item("  ".repeat(depth), lead.strip(), words);
            case Block.Verbatim(var lines) -> text.append("```\n").append(String.join("\n", lines)).append("\n```\n");
            case Block.Table(var columns, var rows) -> {
                row(columns.stream().map(TableText::words).toList());
                row(Collections.nCopies(columns.size(), "---"));
                rows.forEach(this::row);
            }
        }
    }

    private void item(String indentation, String lead, String words) {
        boolean number = lead.matches("[0-9]+\\.");
        String mark = indentation + (number ? lead : "-") + " ";
        String label = number || lead.isEmpty() || lead.equals("-") ? "" : "**" + lead + "** ";
        wrapped(mark, " ".repeat(mark.length()), label + escaped(words));
    }

    private void row(List<String> cells) {
        text.append("| ").append(String.join(" | ", cells.stream().map(c -> escaped(c).replace("|", "\\|")).toList())).append(" |\n");
    }

    private void wrapped(String first, String others, String words) {
        String before = first;
        for (String line : Lines.of(words, WIDTH - others.length())) {
            text.append(before).append(line).append('\n');
            before = others;
        }
    }

    /** Angle brackets outside backticks would be taken for HTML, asterisks and underscores for emphasis. */
    private static String escaped(String words) {
        StringBuilder escaped = new StringBuilder();
        boolean code = false;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            code ^= c == '`';
            escaped.append(!code && (c == '<' || c == '*') ? "\\" : "").append(c);
        }
        return escaped.toString();
    }
}
