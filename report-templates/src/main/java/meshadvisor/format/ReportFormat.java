package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import meshadvisor.report.Report;

/** The formats of an assessment, under the names that users type: those of every text, and those of CI systems. */
public enum ReportFormat implements Medium {
    /** For people at a terminal: the verdict on one screen, the rest below. */
    TABLE,
    /** For programs; docs/formats/report.schema.json says what it holds. */
    JSON,
    /** The same tree as JSON. */
    YAML,
    /** For pull requests and tickets. */
    MARKDOWN,
    /** The same for the summary of a job, cut where GitHub would refuse it. */
    SUMMARY,
    /** For reviews and managers: one page with pictures that asks nobody for anything. */
    HTML,
    /** For archives and paper: the same page, tagged and with page numbers. */
    PDF,
    /** The findings, for spreadsheets. */
    CSV,
    /** The findings as SARIF 2.1.0, for code scanning. */
    SARIF,
    /** The findings as JUnit XML, for the test page of a CI system. */
    JUNIT,
    /** The findings as workflow commands of GitHub Actions, which show at the lines of a pull request. */
    GITHUB;

    /**
     * How it is written.
     *
     * @param version of the program, for SARIF
     * @param screen only the table looks at it
     * @param language of what is made for people; programs get English
     */
    public record View(String version, Screen screen, Language language) {}

    @Override
    public boolean onPaper() {
        return this == PDF;
    }

    /** Whether it shows the plan of what is advised. */
    public boolean plans() {
        return switch (this) {
            case TABLE, JSON, YAML, MARKDOWN, SUMMARY, HTML, PDF -> true;
            case CSV, SARIF, JUNIT, GITHUB -> false;
        };
    }

    /** Writes it. */
    public void write(Report report, View view, Writer out) throws IOException {
        switch (this) {
            case TABLE, MARKDOWN, SUMMARY, HTML, PDF -> people(report, view, out);
            case JSON -> Format.JSON.writer(view.screen).write(report, out);
            case YAML -> Format.YAML.writer(view.screen).write(report, out);
            case CSV, SARIF, JUNIT, GITHUB -> judged(Judged.of(report), view, out);
        }
        out.flush();
    }

    private void people(Report report, View view, Writer out) throws IOException {
        if (this == SUMMARY || view.language != Language.ENGLISH) {
            AdviceText.of(report).write(this, view, out);
        } else {
            Format.valueOf(name()).writer(view.screen).write(report, out);
        }
    }

    /** Writes what the rules said, in a format that shows nothing else. */
    void judged(Judged judged, View view, Writer out) throws IOException {
        switch (this) {
            case CSV -> out.write(CsvWriter.of(judged));
            case SARIF -> JsonWriter.write(fields -> Sarif.write(fields, FindingNotices.sarif(judged, view.version)), out);
            case JUNIT -> out.write(FindingJunit.of(judged));
            case GITHUB -> out.write(Annotations.of(FindingNotices.of(judged), FindingNotices.sentence(judged)));
            case TABLE, JSON, YAML, MARKDOWN, SUMMARY, HTML, PDF ->
                    throw new IllegalArgumentException(this + " shows more than what the rules said");
        }
        out.flush();
    }
}
