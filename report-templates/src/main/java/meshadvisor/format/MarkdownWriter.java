package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.format.Summary.Entry;
import meshadvisor.format.Summary.Line;
import meshadvisor.report.Report;

/** For a pull request or a ticket: the content of the table, with anchors that stay the same. */
final class MarkdownWriter implements ReportWriter {

    /** GitHub refuses the summary of a step from 1 MiB on, all of it; what follows the cut needs a little room. */
    static final int MOST = (1 << 20) - (4 << 10);

    static final String CUT = "Cut here, as the summary of a job holds no more; all of it is in -o markdown and -o html.";

    @Override
    public void write(Report report, Writer out) throws IOException {
        write(Summary.of(report), Sections.of(report), Language.ENGLISH, out);
    }

    /** Writes a summary and what stands below it. */
    static void write(Summary summary, List<Block> blocks, Language language, Writer out) throws IOException {
        out.write(summary(summary, language));
        out.write(BlockMarkdown.of(blocks));
        out.flush();
    }

    /** The same, cut between two blocks where it gets too long for the summary of a job, and then it says so. */
    static String brief(Summary summary, List<Block> blocks, Language language) {
        String first = summary(summary, language);
        String all = first + BlockMarkdown.of(blocks);
        if (bytes(all) <= MOST) {
            return all;
        }
        int fits = 0;
        for (int step = Integer.highestOneBit(blocks.size()); step > 0; step /= 2) {
            int more = fits + step;
            fits = more <= blocks.size() && bytes(first + BlockMarkdown.of(blocks.subList(0, more))) <= MOST ? more : fits;
        }
        return first + BlockMarkdown.of(blocks.subList(0, fits)) + "\n**" + language.say(CUT) + "**\n";
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String summary(Summary summary, Language language) {
        StringBuilder text =
                new StringBuilder("## " + language.say("Service mesh advice") + "\n\n**" + Markdown.text(summary.sentence()) + "**\n\n");
        summary.facts().forEach(entry -> text.append(entry(entry)));
        text.append(entry(summary.findings())).append(entry(summary.adopted()));
        text.append("- **").append(summary.next().label()).append(":**\n");
        summary.next().lines().forEach(line -> text.append("  - ").append(Markdown.code(line.code())).append(": ")
                .append(Markdown.text(line.text())).append('\n'));
        return text.toString();
    }

    private static String entry(Entry entry) {
        if (entry.lines().isEmpty()) {
            return "";
        }
        String head = "- **" + entry.label() + ":** " + line(entry.lines().getFirst()) + "\n";
        return head + entry.lines().stream().skip(1).map(line -> "  - " + line(line) + "\n").collect(Collectors.joining());
    }

    private static String line(Line line) {
        String text = Markdown.text(line.text());
        return line.detail().isEmpty() ? text : text + ": " + Markdown.text(line.detail()) + " " + Markdown.code(line.code());
    }
}
