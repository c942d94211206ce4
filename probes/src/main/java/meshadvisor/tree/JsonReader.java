package meshadvisor.tree;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.tree.Scalar.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON as an API server answers it: one object, or a list whose items are handed over one by one, so that a long list is never held as a whole.
 * Bounded in depth, in the length of texts and in the size of an object.
 */
public final class JsonReader {

    private static final int DEEPEST = 100;
    private static final int MOST_NODES = 200_000;
    private static final int LONGEST_TEXT = 4 << 20;
    private static final int LONGEST_NUMBER = 1_000;
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder()
            .maxNestingDepth(DEEPEST + 2).maxStringLength(LONGEST_TEXT).maxNumberLength(LONGEST_NUMBER).build()).build();

    private final JsonParser parser;
    private FieldPaths paths = new FieldPaths();

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    /** Takes a list as it is read. */
    public interface Items {
        /** A field of the list itself, such as its metadata. */
        void field(String name, JsonObject value);

        /** The next item. */
        void item(JsonObject item);

        /** An item with more values than an object may have: what was read of it until then. */
        void tooBig(JsonObject beginning);
    }

    /**
     * Reads an object whose field {@code items} is a list of objects. Whatever else it holds goes to {@code field}.
     *
     * @throws IOException if the stream fails
     * @throws BrokenJson if it is no such JSON; items before that have been handed over
     */
    public static void list(InputStream in, Pruning pruning, Items items) throws IOException, BrokenJson {
        guarded(in, reader -> {
            reader.list(pruning, items);
            return Absent.HERE;
        });
    }

    /**
     * Reads one object.
     *
     * @throws IOException if the stream fails
     * @throws BrokenJson if it is no JSON object, or too big
     */
    public static JsonObject object(InputStream in, Pruning pruning) throws IOException, BrokenJson {
        FieldPaths[] paths = new FieldPaths[1];
        Node root = guarded(in, reader -> {
            reader.expect(reader.parser.nextToken(), JsonToken.START_OBJECT);
            Node node = reader.value(JsonToken.START_OBJECT, pruning, 0, "");
            paths[0] = reader.paths;
            return node;
        });
        if (paths[0].count() > MOST_NODES) {
            throw new BrokenJson("the object has more than " + MOST_NODES + " values", new IllegalStateException());
        }
        return new JsonObject(root, paths[0]);
    }

    /** What is done with an open reader. */
    private interface Reading {
        Node with(JsonReader reader) throws BrokenJson;
    }

    private static Node guarded(InputStream in, Reading reading) throws IOException, BrokenJson {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), in)) {
            return reading.with(new JsonReader(parser));
        } catch (JacksonException e) {
            if (e.getCause() instanceof IOException broken) {
                throw broken;
            }
            if (e instanceof StreamConstraintsException) {
                throw new BrokenJson("something in it is too long or too deep: " + e.getOriginalMessage(), e);
            }
            String after = e.getLocation() == null ? "" : " after " + e.getLocation().getByteOffset() + " bytes";
            throw new BrokenJson("no valid JSON" + after + ": " + e.getOriginalMessage(), e);
        }
    }

    private void list(Pruning pruning, Items items) throws BrokenJson {
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            expect(token, JsonToken.PROPERTY_NAME);
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("items") && value == JsonToken.START_ARRAY) {
                items(pruning, items);
            } else {
                paths = new FieldPaths();
                items.field(name, new JsonObject(value(value, Pruning.NOTHING, 0, ""), paths));
            }
        }
    }

    private void items(Pruning pruning, Items items) throws BrokenJson {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            expect(token, JsonToken.START_OBJECT);
            paths = new FieldPaths();
            JsonObject item = new JsonObject(value(token, pruning, 0, ""), paths);
            if (paths.count() > MOST_NODES) {
                items.tooBig(item);
            } else {
                items.item(item);
            }
        }
    }

    private void expect(JsonToken token, JsonToken wanted) throws BrokenJson {
        if (token != wanted) {
            throw new BrokenJson(token == null ? "the answer ends too early" : "no list of objects: " + token + " where " + wanted
                    + " belongs", new IllegalStateException());
        }
    }

    private Node value(JsonToken token, Pruning pruning, int parent, Object label) throws BrokenJson {
        int number = paths.add(parent, label);
        return switch (token) {
            case START_OBJECT -> object(pruning, number);
            case START_ARRAY -> array(pruning, number);
            case VALUE_STRING -> new Scalar(parser.getString(), Kind.STRING, number, 0, false);
            case VALUE_NUMBER_INT -> new Scalar(parser.getString(), Kind.INTEGER, number, 0, true);
            case VALUE_NUMBER_FLOAT -> new Scalar(parser.getString(), Kind.FLOAT, number, 0, true);
            case VALUE_TRUE, VALUE_FALSE -> new Scalar(parser.getString(), Kind.BOOLEAN, number, 0, true);
            case VALUE_NULL -> new Scalar("", Kind.NULL, number, 0, true);
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new BrokenJson(token + " where a value belongs", new IllegalStateException());
        };
    }

    private Mapping object(Pruning pruning, int number) throws BrokenJson {
        List<Entry> entries = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            expect(token, JsonToken.PROPERTY_NAME);
            String name = parser.currentName();
            Pruning below = pruning.under(name);
            JsonToken value = parser.nextToken();
            if (below.drops() || paths.count() > MOST_NODES) {
                parser.skipChildren();
            } else {
                // a key stands where its mapping stands: marks are many, and one place serves all of them
                entries.add(new Entry(new Scalar(name, Kind.STRING, number, 0, false), value(value, below, number, name)));
            }
        }
        return new Mapping(entries.toArray(Entry[]::new), number, 0);
    }

    private Sequence array(Pruning pruning, int number) throws BrokenJson {
        List<Node> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (paths.count() > MOST_NODES) {
                parser.skipChildren();
            } else {
                items.add(value(token, pruning, number, items.size()));
            }
        }
        return new Sequence(items, number, 0);
    }
}
