package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import meshadvisor.gate.GateReport;

/** The formats of a gate, under the names that users type. */
public enum GateFormat implements Medium {
    /** For people at a terminal. */
    TABLE,
    /** For programs; docs/formats/gate-report.schema.json says what it holds. */
    JSON,
    /** The same tree as JSON. */
    YAML,
    /** For pull requests. */
    MARKDOWN,
    /** For reviews: one page that asks nobody for anything. */
    HTML,
    /** JUnit XML, for the test page of a CI system. */
    JUNIT,
    /** SARIF 2.1.0, for code scanning. */
    SARIF,
    /** Workflow commands of GitHub Actions, which show at the lines of a pull request. */
    GITHUB;

    /**
     * Writes it.
     *
     * @param tool for SARIF
     * @param detail of the table and of Markdown; programs get everything
     * @param screen only the table looks at it
     */
    public void write(GateReport report, Tool tool, GateDetail detail, Screen screen, Writer out) throws IOException {
        switch (this) {
            case TABLE -> GateDocument.of(report, detail).write(Format.TABLE, screen, out);
            case JSON -> GateDocument.of(report, detail).write(Format.JSON, screen, out);
            case YAML -> GateDocument.of(report, detail).write(Format.YAML, screen, out);
            case MARKDOWN -> GateDocument.of(report, detail).write(Format.MARKDOWN, screen, out);
            case HTML -> GateDocument.of(report, detail).write(Format.HTML, screen, out);
            case JUNIT -> out.write(GateJunit.of(report));
            case SARIF -> JsonWriter.write(fields -> Sarif.write(fields, GateSarif.of(report, tool)), out);
            case GITHUB -> out.write(Annotations.of(GateNotices.of(report), GateWords.sentence(report)));
        }
        out.flush();
    }
}
