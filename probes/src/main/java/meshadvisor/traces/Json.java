package meshadvisor.traces;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Steps through JSON whose shape is not certain: what does not fit is passed over. */
final class Json {

    /** What to do with one field; it stands at its value. */
    interface Field {
        void read(String name);
    }

    private final JsonParser parser;

    Json(JsonParser parser) {
        this.parser = parser;
    }

    /** Every field of the object at which the parser stands; of anything else none. */
    void fields(Field field) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            field.read(name);
        }
    }

    /** Every item of the array at which the parser stands; of anything else none. */
    void items(Runnable item) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        for (JsonToken next = parser.nextToken(); next != null && next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            item.run();
        }
    }

    void skip() {
        parser.skipChildren();
    }

    /** The text or the number at which the parser stands, as text; of anything else the empty text. */
    String text() {
        JsonToken token = parser.currentToken();
        boolean scalar = token == JsonToken.VALUE_STRING || token != null && token.isNumeric();
        String text = scalar ? parser.getString() : "";
        parser.skipChildren();
        return text;
    }

    /** The whole number at which the parser stands, or which the text says; 0 of anything else, and where it is too large. */
    long number() {
        String text = text();
        try {
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (NumberFormatException noNumber) {
            return 0;
        }
    }
}
