package meshadvisor.tree;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes nodes as JSON; what {@link JsonReader} reads of it are equal nodes. */
public final class JsonWriter implements AutoCloseable {

    private static final JsonFactory JSON = JsonFactory.builder().rootValueSeparator("").build();

    private final JsonGenerator out;

    /** Writes to a stream, which is closed with this. */
    public JsonWriter(OutputStream stream) {
        out = JSON.createGenerator(ObjectWriteContext.empty(), stream);
    }

    /** Begins an object; without a name inside a list or as the outermost value. */
    public void startObject() {
        out.writeStartObject();
    }

    /** Begins an object under a name. */
    public void startObject(String name) {
        out.writeName(name);
        out.writeStartObject();
    }

    /** Begins a list under a name. */
    public void startList(String name) {
        out.writeName(name);
        out.writeStartArray();
    }

    /** Ends a list. */
    public void endList() {
        out.writeEndArray();
    }

    /** Ends an object. */
    public void endObject() {
        out.writeEndObject();
    }

    /** A text under a name. */
    public void text(String name, String value) {
        out.writeStringProperty(name, value);
    }

    /** A node under a name. */
    public void node(String name, Node node) {
        out.writeName(name);
        node(node);
    }

    /** A line end, for readers who look at the file. */
    public void newLine() {
        out.writeRaw('\n');
    }

    /** A node, as an element of a list or as the value of a name that was just written. */
    public void node(Node node) {
        switch (node) {
            case Absent absent -> out.writeNull();
            case Scalar scalar -> scalar(scalar);
            case Sequence sequence -> {
                out.writeStartArray();
                sequence.items().forEach(this::node);
                out.writeEndArray();
            }
            case Mapping mapping -> {
                out.writeStartObject();
                mapping.entries().forEach(e -> {
                    out.writeName(e.key().text());
                    node(e.value());
                });
                out.writeEndObject();
            }
        }
    }

    private void scalar(Scalar scalar) {
        switch (scalar.kind()) {
            case STRING -> out.writeString(scalar.text());
            case INTEGER, FLOAT -> out.writeNumber(scalar.text());
            case BOOLEAN -> out.writeBoolean(scalar.text().equals("true"));
            case NULL -> out.writeNull();
        }
    }

    /** Hands everything that was written to the stream. */
    public void flush() {
        out.flush();
    }

    @Override
    public void close() {
        out.close();
    }
}
