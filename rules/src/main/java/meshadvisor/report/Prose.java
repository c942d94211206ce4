package meshadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes blocks of a text of the catalogue: lines that are not indented are paragraphs, those that are indented are entries of a list whose
 * lines may go on deeper, or else a manifest, which stays as it is.
 */
public final class Prose {

    /** A dash, or a short label that is set off by two blanks or a colon. */
    private static final Pattern ENTRY = Pattern.compile("( +)(-|[A-Za-z.]+:?(?= {2})|[A-Z][A-Za-z]*:(?= ))( +)(.*)");
    private static final Pattern MANIFEST = Pattern.compile(" +apiVersion: .*");

    private final List<Block> blocks = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private boolean indented;

    private Prose() {}

    /** The blocks of a text. */
    public static List<Block> blocks(String text) {
        Prose prose = new Prose();
        text.lines().forEach(prose::take);
        prose.end();
        return List.copyOf(prose.blocks);
    }

    private void take(String line) {
        boolean inward = line.startsWith(" ");
        if (line.isBlank() || inward != indented) {
            end();
        }
        indented = inward;
        if (!line.isBlank()) {
            lines.add(line);
        }
    }

    private void end() {
        if (lines.isEmpty()) {
            return;
        }
        if (!indented) {
            blocks.add(new Block.Paragraph(String.join(" ", lines)));
        } else if (ENTRY.matcher(lines.getFirst()).matches() && lines.stream().noneMatch(l -> MANIFEST.matcher(l).matches())) {
            blocks.addAll(entries());
        } else {
            blocks.add(new Block.Verbatim(String.join("\n", lines).stripIndent().lines().toList()));
        }
        lines.clear();
    }

    private List<Block> entries() {
        int indentation = indentation(lines.getFirst());
        List<Block.Item> entries = new ArrayList<>();
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches() && indentation(line) <= indentation) {
                entries.add(new Block.Item(0, entry.group(2) + entry.group(3).substring(1), entry.group(4).strip()));
            } else {
                Block.Item last = entries.removeLast();
                entries.add(new Block.Item(0, last.lead(), last.text() + " " + line.strip()));
            }
        }
        return List.copyOf(entries);
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }
}
