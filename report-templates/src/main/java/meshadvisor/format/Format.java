package meshadvisor.format;

import java.util.function.Function;

/** The formats of a report, under the names that users type. */
public enum Format {
    /** For people at a terminal: the verdict on one screen, the rest below. */
    TABLE(TableWriter::new),
    /** For programs; docs/formats/report.schema.json says what it holds. */
    JSON(screen -> new JsonWriter()),
    /** The same tree as JSON. */
    YAML(screen -> new YamlWriter()),
    /** For pull requests and tickets. */
    MARKDOWN(screen -> new MarkdownWriter());

    private final Function<Screen, ReportWriter> writer;

    Format(Function<Screen, ReportWriter> writer) {
        this.writer = writer;
    }

    /** The writer for that screen; only the table looks at it. */
    public ReportWriter writer(Screen screen) {
        return writer.apply(screen);
    }
}
