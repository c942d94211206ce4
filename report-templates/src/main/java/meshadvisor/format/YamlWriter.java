package meshadvisor.format;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.function.Consumer;
import meshadvisor.report.Report;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** YAML, the same tree as the JSON. Every text is quoted, so that none is taken for a number, a date or a boolean. */
final class YamlWriter implements ReportWriter {

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES, YAMLWriteFeature.MINIMIZE_QUOTES).build();

    @Override
    public void write(Report report, Writer out) throws IOException {
        write(f -> ReportFields.write(f, report), out);
    }

    /** Writes one whole document. */
    static void write(Consumer<Fields> fields, Writer out) throws IOException {
        generated(yaml -> Fields.document(yaml, fields), out);
    }

    /** Writes what another file says. */
    static void copy(String content, Writer out) throws IOException {
        generated(yaml -> Fields.copy(yaml, content), out);
    }

    private static void generated(Consumer<JsonGenerator> content, Writer out) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator yaml = YAML.createGenerator(ObjectWriteContext.empty(), text)) {
            content.accept(yaml);
        }
        for (String line : text.toString().split("\n", -1)) {
            if (!line.isEmpty()) {
                // what is hidden stands between double quotes, where YAML reads the same escapes
                out.write(Visible.of(line));
                out.write('\n');
            }
        }
        out.flush();
    }
}
