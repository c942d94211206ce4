package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.format.ReportFormat.View;

/**
 * A result that was saved as JSON or YAML and is shown again: what was said is in the file, so nothing is judged anew and nothing is lost.
 */
public sealed interface SavedResult {

    /** What it is a result of. */
    ResultKind kind();

    /** The day that it is of; empty where the file names none. */
    String day();

    /** The formats that can be made of it. */
    List<ReportFormat> formats();

    /** Whether there are findings for which the command that wrote it was asked to fail. */
    boolean failed();

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
        ResultKind kind = ResultKind.of(root.get("schema").get("name").text())
                .orElseThrow(() -> new IllegalArgumentException("it is no result"));
        return kind == ResultKind.ASSESSMENT ? new Advised(AdviceText.of(root), Judged.of(root), content)
                : new Told(kind, day(root), new Document(KeptBlocks.read(text, List.of()), none -> {
                }), content);
    }

    private static String day(Kept root) {
        String day = Stream.of(root.get("asOf"), root.get("startedAt"), root.get("after").get("asOf")).map(Kept::text)
                .filter(text -> !text.isEmpty()).findFirst().orElse("");
        return day.contains("T") ? day.substring(0, day.indexOf('T')) : day;
    }

    /** An assessment. */
    record Advised(AdviceText shown, Judged judged, String content) implements SavedResult {

        @Override
        public ResultKind kind() {
            return ResultKind.ASSESSMENT;
        }

        @Override
        public String day() {
            return shown.day();
        }

        @Override
        public List<ReportFormat> formats() {
            return List.of(ReportFormat.values());
        }

        @Override
        public boolean failed() {
            return judged.failed();
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
    record Told(ResultKind kind, String day, Document document, String content) implements SavedResult {

        @Override
        public List<ReportFormat> formats() {
            return Stream.of(Format.values()).map(format -> ReportFormat.valueOf(format.name())).toList();
        }

        @Override
        public boolean failed() {
            return false;
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
