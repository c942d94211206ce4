package meshadvisor.format;

import java.util.List;
import java.util.stream.Collectors;

/** Blocks as GitHub's Markdown. */
final class BlockMarkdown {

    private BlockMarkdown() {}

    /** All of them, with the empty lines between them that Markdown needs. */
    static String of(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        boolean inList = false;
        boolean folded = false;
        for (Block block : blocks.stream().filter(block -> !(block instanceof Block.Picture)).toList()) {
            boolean item = block instanceof Block.Item || block instanceof Block.Labelled;
            folded = block instanceof Block.Fold || folded && !(block instanceof Block.Heading || block instanceof Block.Chapter);
            String below = folded && block instanceof Block.Subheading ? "#" : "";
            text.append(inList && item || block instanceof Block.Title ? "" : "\n").append(text(block, below));
            inList = item;
        }
        return text.toString();
    }

    private static String text(Block block, String below) {
        return switch (block) {
            case Block.Title(var name, var sentence) -> "## " + Markdown.text(name) + "\n\n**" + Markdown.text(sentence) + "**\n";
            case Block.Labelled(var label, var texts) -> labelled(label, texts);
            case Block.Chapter(var text, var anchor) -> anchor(anchor) + "\n## " + Markdown.text(text) + "\n";
            case Block.Heading(var text, var anchor) -> anchor(anchor) + "\n### " + Markdown.text(text) + "\n";
            case Block.Subheading(var tone, var text, var anchor) -> anchor(anchor) + "\n####" + below + " " + Markdown.text(text) + "\n";
            case Block.Fold(var text, var anchor) -> anchor(anchor) + "\n#### " + Markdown.text(text) + "\n";
            case Block.Item(var depth, var text, var place) -> "  ".repeat(depth - 1) + "- " + Markdown.text(text)
                    + (place.isEmpty() ? "" : " " + Markdown.code(place)) + "\n";
            case Block.Rows(var head, var rows) -> row(head) + "|" + " --- |".repeat(head.size()) + "\n"
                    + rows.stream().map(BlockMarkdown::row).collect(Collectors.joining());
            case Block.Verbatim(var text) -> Markdown.block(text);
            case Block.Picture picture -> "";
        };
    }

    private static String labelled(String label, List<String> texts) {
        return "- **" + label + ":** " + Markdown.text(texts.getFirst()) + "\n"
                + texts.stream().skip(1).map(text -> "  - " + Markdown.text(text) + "\n").collect(Collectors.joining());
    }

    /** A heading's own anchor changes with its text, and this does not. It ends with an empty line, or the heading would be no heading. */
    private static String anchor(String anchor) {
        return "<a id=\"meshadvisor-" + anchor.replaceAll("[^A-Za-z0-9-]", "-") + "\"></a>\n";
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Markdown::text).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
