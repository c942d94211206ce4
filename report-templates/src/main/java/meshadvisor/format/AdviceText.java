package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import meshadvisor.catalog.Kebab;
import meshadvisor.format.ReportFormat.View;
import meshadvisor.format.Summary.Entry;
import meshadvisor.format.Summary.Line;
import meshadvisor.format.html.Templates;
import meshadvisor.report.Report;

/**
 * What an assessment says to people. Its file keeps it, so that a report of last year can be read as it was, whatever this program knows and says by
 * then.
 *
 * @param marks beside the verdict on a page
 * @param text below the summary, at a terminal and as Markdown
 * @param page below it on a page
 * @param day that it is of
 */
record AdviceText(Summary summary, List<String> marks, List<Block> text, List<Block> page, String day) {

    AdviceText {
        marks = List.copyOf(marks);
        text = List.copyOf(text);
        page = List.copyOf(page);
    }

    static AdviceText of(Report report) {
        return new AdviceText(Summary.of(report), HtmlWriter.marks(report), Sections.of(report), HtmlWriter.blocks(report),
                report.scope().asOf());
    }

    /**
     * Writes it for people, in their language.
     *
     * @param format one that people read
     */
    void write(ReportFormat format, View view, Writer out) throws IOException {
        new Translation(view.language()).of(this).show(format, view, out);
    }

    /** Writes it as it is, which is in the language of the view already. */
    void show(ReportFormat format, View view, Writer out) throws IOException {
        switch (format) {
            case TABLE -> TableWriter.write(summary, text, view.screen(), out);
            case MARKDOWN -> MarkdownWriter.write(summary, text, view.language(), out);
            case SUMMARY -> out.write(MarkdownWriter.brief(summary, text, view.language()));
            case HTML -> Templates.write(HtmlWriter.page(this, view.language()), out);
            case PDF -> Templates.paper(HtmlWriter.page(this, view.language()), day, out);
            case JSON, YAML, CSV, SARIF, JUNIT, GITHUB -> throw new IllegalArgumentException(format + " is made for programs");
        }
        out.flush();
    }

    void fields(Fields out, Map<String, String> titles) {
        out.object("shown", f -> {
            f.object("summary", s -> summary(s, summary));
            f.texts("marks", marks);
            BlockFields.write(f, "text", text);
            BlockFields.write(f, "page", page, text);
            f.objects("rules", titles.entrySet(), (g, rule) -> {
                g.text("code", rule.getKey());
                g.text("title", rule.getValue());
            });
        });
    }

    private static void summary(Fields out, Summary summary) {
        out.text("sentence", summary.sentence());
        out.objects("facts", summary.facts(), AdviceText::entry);
        out.object("findings", f -> entry(f, summary.findings()));
        out.object("adopted", f -> entry(f, summary.adopted()));
        out.object("next", f -> entry(f, summary.next()));
    }

    private static void entry(Fields out, Entry entry) {
        out.text("label", entry.label());
        out.objects("lines", entry.lines(), (f, line) -> {
            f.text("tone", Kebab.of(line.tone()));
            f.text("text", line.text());
            f.number("rows", line.rows());
            f.text("detail", line.detail());
            f.text("code", line.code());
        });
    }

    /**
     * Of a report that was saved.
     *
     * @throws IllegalArgumentException if it does not hold together
     */
    static AdviceText of(Kept root) {
        Kept shown = root.get("shown");
        Kept summary = shown.get("summary");
        List<Block> text = KeptBlocks.read(shown.get("text"), List.of());
        return new AdviceText(
                new Summary(summary.get("sentence").text(), summary.get("facts").all(AdviceText::entry), entry(summary.get("findings")),
                        entry(summary.get("adopted")), entry(summary.get("next"))),
                shown.get("marks").all(Kept::text), text, KeptBlocks.read(shown.get("page"), text), root.get("asOf").text());
    }

    private static Entry entry(Kept kept) {
        return new Entry(KeptBlocks.label(kept), kept.get("lines").all(line -> new Line(line.get("tone").one(Tone.class),
                line.get("text").text(), line.get("rows").whole(), line.get("detail").text(), line.get("code").text())));
    }
}
