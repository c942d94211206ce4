package meshadvisor.format;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import meshadvisor.model.Place;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.dataformat.yaml.YAMLFactory;

/** The fields of an object that is being written. JSON and YAML are the same calls to different generators. */
final class Fields {

    private final JsonGenerator out;

    private Fields(JsonGenerator out) {
        this.out = out;
    }

    /** Writes one whole document. */
    static void document(JsonGenerator out, Consumer<Fields> fields) {
        out.writeStartObject();
        fields.accept(new Fields(out));
        out.writeEndObject();
        out.flush();
    }

    /** Writes what another file says, JSON or YAML, as it stands there. */
    static void copy(JsonGenerator out, String content) {
        TokenStreamFactory reading = content.stripLeading().startsWith("{") ? JsonFactory.builder().build() : YAMLFactory.builder().build();
        try (JsonParser parser = reading.createParser(ObjectReadContext.empty(), content)) {
            parser.nextToken();
            out.copyCurrentStructure(parser);
        }
        out.flush();
    }

    void text(String name, String value) {
        out.writeStringProperty(name, value);
    }

    /** The text, or null where it is empty. */
    void textOrNull(String name, String value) {
        if (value.isEmpty()) {
            nothing(name);
        } else {
            text(name, value);
        }
    }

    /** The number, without a fraction where it has none. */
    void number(String name, double value) {
        out.writeName(name);
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            out.writeNumber((long) value);
        } else {
            out.writeNumber(value);
        }
    }

    /** The whole number. */
    void number(String name, long value) {
        out.writeNumberProperty(name, value);
    }

    /** The number, or null where there is none. */
    void numberOrNull(String name, OptionalInt value) {
        value.ifPresentOrElse(number -> number(name, number), () -> nothing(name));
    }

    void flag(String name, boolean value) {
        out.writeBooleanProperty(name, value);
    }

    /** Which format the document has. */
    void schema(String name, String version) {
        object("schema", f -> {
            f.text("name", name);
            f.text("version", version);
        });
    }

    void nothing(String name) {
        out.writeNullProperty(name);
    }

    void object(String name, Consumer<Fields> fields) {
        out.writeObjectPropertyStart(name);
        fields.accept(this);
        out.writeEndObject();
    }

    /** A tree of maps, lists, texts, numbers and truth values. */
    void tree(String name, Object value) {
        out.writeName(name);
        TreeYaml.write(out, value);
    }

    void texts(String name, Collection<String> values) {
        out.writeArrayPropertyStart(name);
        values.forEach(out::writeString);
        out.writeEndArray();
    }

    <T> void objects(String name, Collection<T> values, BiConsumer<Fields, T> fields) {
        out.writeArrayPropertyStart(name);
        for (T value : values) {
            out.writeStartObject();
            fields.accept(this, value);
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** Rows of a table. */
    void rows(String name, List<List<String>> rows) {
        out.writeArrayPropertyStart(name);
        rows.forEach(row -> {
            out.writeStartArray();
            row.forEach(out::writeString);
            out.writeEndArray();
        });
        out.writeEndArray();
    }

    void numbers(String name, Map<String, Integer> values) {
        object(name, f -> values.forEach(f::number));
    }

    /** File and line; null where there is none, never 0. */
    void line(Place place) {
        textOrNull("file", place.file());
        numberOrNull("line", place.line());
    }

    /** File, line and column; null where there is none, never 0. */
    void place(Place place) {
        line(place);
        numberOrNull("column", place.column());
    }

    private void numberOrNull(String name, int value) {
        if (value == 0) {
            nothing(name);
        } else {
            number(name, value);
        }
    }
}
