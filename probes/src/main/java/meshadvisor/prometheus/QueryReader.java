package meshadvisor.prometheus;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.prometheus.Fetch.Reach;
import meshadvisor.prometheus.Fetch.Refused;
import meshadvisor.prometheus.Vector.Row;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Reads the answer to an instant query as it comes; only series stay in memory, and only so many. */
final class QueryReader {

    private static final int WARNINGS = 10;
    private static final JsonFactory JSON = JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(20)
            .maxStringLength(64 << 10).maxNameLength(4 << 10).maxNumberLength(100).build()).build();

    private final String where;
    private final Bounds bounds;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();
    /** The same few names and values stand in all series. */
    private final Map<String, String> texts = new HashMap<>();
    private int numberless;
    private String status = "";
    private String error = "";
    private boolean tooMany;

    private QueryReader(String where, Bounds bounds) {
        this.where = where;
        this.bounds = bounds;
    }

    /** What came: a vector, or why there is none. */
    sealed interface Result {}

    /** A vector. */
    record Read(Vector vector) implements Result {}

    /** None. */
    record Unread(Refused refused) implements Result {}

    /** Reads all of it; the stream is closed. */
    static Result read(InputStream content, String where, Bounds bounds) {
        QueryReader reader = new QueryReader(where, bounds);
        try (PushbackInputStream in = new PushbackInputStream(new CappedStream(content, bounds.bytes()))) {
            int first = in.read();
            while (first == ' ' || first == '\n' || first == '\r' || first == '\t') {
                first = in.read();
            }
            if (first != '{') {
                return reader.refuse(first == '<' ? "a web page" : first < 0 ? "nothing" : "something else than JSON");
            }
            in.unread(first);
            return reader.document(in);
        } catch (IOException e) {
            return reader.failed(e);
        } catch (JacksonException e) {
            return reader.failed(e);
        }
    }

    /** What an answer that refuses says is wrong; empty if nothing can be made of it. */
    static String error(byte[] body) {
        QueryReader reader = new QueryReader("", Bounds.USUAL);
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            reader.fields(json);
        } catch (JacksonException notJson) {
            return reader.error;
        }
        return reader.error;
    }

    private Unread refuse(String instead) {
        return new Unread(new Refused(Reach.ALL, where + " answered with " + instead + " instead of JSON",
                "give the address of Prometheus itself, not that of a login page or a dashboard"));
    }

    private Unread failed(Exception failure) {
        boolean tooMuch = failure instanceof CappedStream.TooMuch || failure.getCause() instanceof CappedStream.TooMuch;
        if (tooMuch || failure instanceof StreamConstraintsException) {
            return tooMuch();
        }
        return new Unread(Refusals.broken(failure, where));
    }

    private Unread tooMuch() {
        return new Unread(new Refused(Reach.QUESTION, "the answer of " + where + " is larger than " + (bounds.bytes() >> 20) + " MiB or "
                + bounds.series() + " series", "drop labels that nobody asks for when scraping, or record sums"));
    }

    private Result document(InputStream in) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), in)) {
            fields(json);
        }
        if (tooMany) {
            return tooMuch();
        }
        if (!status.equals("success")) {
            return new Unread(
                    new Refused(Reach.QUESTION, where + " answered with " + (error.isEmpty() ? "no result" : "an error: " + error),
                            "ask again with a shorter --window; if it stays so, report it"));
        }
        return new Read(new Vector(rows, numberless, warnings));
    }

    private void fields(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME && !tooMany) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            switch (name) {
                case "status" -> status = text(json, value);
                case "error" -> error = text(json, value);
                case "warnings" -> warnings(json, value);
                case "data" -> data(json, value);
                default -> json.skipChildren();
            }
        }
    }

    private static String text(JsonParser json, JsonToken value) {
        String text = value == JsonToken.VALUE_STRING ? json.getString() : "";
        json.skipChildren();
        return text.length() > 500 ? text.substring(0, 500) + " …" : text;
    }

    private void warnings(JsonParser json, JsonToken value) {
        if (value != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        for (JsonToken next = json.nextToken(); next != null && next != JsonToken.END_ARRAY; next = json.nextToken()) {
            String text = text(json, next);
            if (warnings.size() < WARNINGS) {
                warnings.add(text);
            }
        }
    }

    private void data(JsonParser json, JsonToken value) {
        if (value != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.PROPERTY_NAME && !tooMany) {
            boolean result = json.currentName().equals("result");
            if (json.nextToken() == JsonToken.START_ARRAY && result) {
                series(json);
            } else {
                json.skipChildren();
            }
        }
    }

    private void series(JsonParser json) {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            if (rows.size() + numberless == bounds.series()) {
                tooMany = true;
                return;
            }
            row(json);
        }
    }

    private void row(JsonParser json) {
        Map<String, String> labels = new HashMap<>();
        double number = Double.NaN;
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            JsonToken value = json.nextToken();
            if (name.equals("metric") && value == JsonToken.START_OBJECT) {
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String label = json.currentName();
                    labels.put(label, texts.computeIfAbsent(text(json, json.nextToken()), same -> same));
                }
            } else if (name.equals("value") && value == JsonToken.START_ARRAY) {
                number = sample(json);
            } else {
                json.skipChildren();
            }
        }
        if (Double.isFinite(number) && number >= 0) {
            rows.add(new Row(labels, number));
        } else {
            numberless++;
        }
    }

    /** A pair of time and number, the number as text, for JSON has no NaN. */
    private static double sample(JsonParser json) {
        double number = Double.NaN;
        for (JsonToken next = json.nextToken(); next != null && next != JsonToken.END_ARRAY; next = json.nextToken()) {
            if (next == JsonToken.VALUE_STRING) {
                number = number(json.getString());
            }
            json.skipChildren();
        }
        return number;
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException noNumber) {
            return Double.NaN;
        }
    }
}
