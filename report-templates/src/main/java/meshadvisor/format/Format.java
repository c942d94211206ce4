package meshadvisor.format;

/** The formats of a report, under the names that users type. */
public enum Format implements Medium {
    /** For people at a terminal: the verdict on one screen, the rest below. */
    TABLE,
    /** For programs; docs/formats/report.schema.json says what it holds. */
    JSON,
    /** The same tree as JSON. */
    YAML,
    /** For pull requests and tickets. */
    MARKDOWN,
    /** For reviews and managers: one page with pictures that asks nobody for anything. */
    HTML,
    /** For archives and paper: the same page, tagged and with page numbers. */
    PDF,
    /** For spreadsheets: the findings of a report, or the tables of another text. */
    CSV;

    @Override
    public boolean onPaper() {
        return this == PDF;
    }

    /** The writer for that screen; only the table looks at it. */
    public ReportWriter writer(Screen screen) {
        return switch (this) {
            case TABLE -> new TableWriter(screen);
            case JSON -> new JsonWriter();
            case YAML -> new YamlWriter();
            case MARKDOWN -> new MarkdownWriter();
            case HTML -> new HtmlWriter();
            case PDF -> new PaperWriter();
            case CSV -> new CsvWriter();
        };
    }
}
