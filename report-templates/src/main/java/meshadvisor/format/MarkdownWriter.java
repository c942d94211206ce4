package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.stream.Collectors;
import meshadvisor.format.Summary.Entry;
import meshadvisor.format.Summary.Line;
import meshadvisor.report.Report;

/** For a pull request or a ticket: the content of the table, with anchors that stay the same. */
final class MarkdownWriter implements ReportWriter {

    @Override
    public void write(Report report, Writer out) throws IOException {
        out.write(summary(Summary.of(report)));
        out.write(BlockMarkdown.of(Sections.of(report)));
        out.flush();
    }

    private static String summary(Summary summary) {
        StringBuilder text = new StringBuilder("## Service mesh advice\n\n**" + Markdown.text(summary.sentence()) + "**\n\n");
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
