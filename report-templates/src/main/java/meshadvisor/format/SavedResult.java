package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.format.ReportFormat.View;
import meshadvisor.report.Report;

/**
 * A result that was saved as JSON or YAML and is shown again: what was said is in the file, so nothing is judged anew and nothing is lost.
 */
public sealed interface SavedResult {

    /** The formats that can be made of it. */
    List<ReportFormat> formats();

    /**
     * Writes it.
     *
     * @param format one of its formats
     */
    void write(ReportFormat format, View view, Writer out) throws IOException;

    /**
     * Of the content of a file.
     *
     * @param root the same, as a tree
     * @throws IllegalArgumentException if it holds nothing to show, or does not hold together
     */
    static SavedResult of(Kept root, String content) {
        Kept text = root.get("shown").get("text");
        if (!text.present()) {
            throw new IllegalArgumentException("it was written by a version of meshadvisor that kept no texts, only figures");
        }
        return root.get("schema").get("name").text().equals(Report.SCHEMA) ? new Advised(AdviceText.of(root), Judged.of(root), content)
                : new Told(new Document(KeptBlocks.read(text, List.of()), none -> {
                }), content);
    }

    /** An assessment. */
    record Advised(AdviceText shown, Judged judged, String content) implements SavedResult {

        @Override
        public List<ReportFormat> formats() {
            return List.of(ReportFormat.values());
        }

        @Override
        public void write(ReportFormat format, View view, Writer out) throws IOException {
            switch (format) {
                case TABLE, MARKDOWN, SUMMARY, HTML, PDF -> shown.write(format, view, out);
                case JSON -> JsonWriter.copy(content, out);
                case YAML -> YamlWriter.copy(content, out);
                case CSV, SARIF, JUNIT, GITHUB -> format.judged(judged, view, out);
            }
        }
    }

    /** Another text: an estimate, a surge, a benchmark, a gate, a comparison. */
    record Told(Document document, String content) implements SavedResult {

        @Override
        public List<ReportFormat> formats() {
            return Stream.of(Format.values()).map(format -> ReportFormat.valueOf(format.name())).toList();
        }

        @Override
        public void write(ReportFormat format, View view, Writer out) throws IOException {
            Format text = Format.valueOf(format.name());
            switch (text) {
                case JSON -> JsonWriter.copy(content, out);
                case YAML -> YamlWriter.copy(content, out);
                case CSV -> document.write(text, view.screen(), out);
                case TABLE, MARKDOWN, HTML, PDF -> document.in(view.language()).write(text, view.screen(), out);
            }
        }
    }
}
