package meshadvisor.format;

import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.function.Consumer;
import meshadvisor.report.Report;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;

/** JSON, indented by two blanks. Characters that cannot be seen are escaped, so that printing a report to a terminal is safe. */
final class JsonWriter implements ReportWriter {

    private static final JsonFactory JSON =
            JsonFactory.builder().characterEscapes(new Unseen()).disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    @Override
    public void write(Report report, Writer out) throws IOException {
        write(f -> ReportFields.write(f, report), out);
    }

    /** Writes one whole document. */
    static void write(Consumer<Fields> fields, Writer out) throws IOException {
        generated(json -> Fields.document(json, fields), out);
    }

    /** Writes what another file says. */
    static void copy(String content, Writer out) throws IOException {
        generated(json -> Fields.copy(json, content), out);
    }

    private static void generated(Consumer<JsonGenerator> content, Writer out) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(new Indented(), out)) {
            content.accept(json);
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write('\n');
        out.flush();
    }

    private static final class Indented extends ObjectWriteContext.Base {

        private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter(Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER)
                    .withObjectEmptySeparator("").withArrayEmptySeparator("")).withObjectIndenter(LINES).withArrayIndenter(LINES);
        }
    }

    private static final class Unseen extends CharacterEscapes {

        private static final long serialVersionUID = 1;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[0x7f] = ESCAPE_STANDARD;
            return codes;
        }

        /** Asked for characters above ASCII. Halves of a pair are escaped too: a half alone could not be encoded. */
        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return Visible.hidden(character) ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character)) : null;
        }
    }
}
