package meshadvisor.catalog;

import java.util.List;
import java.util.Map;

/** What a record makes of fields that a document leaves out. */
public final class Given {

    private Given() {}

    /** The text, or the empty text. */
    @SuppressWarnings("ConstantValue") // binding gives null for a field that is left out
    public static String or(String text, String otherwise) {
        return text == null ? otherwise : text;
    }

    /** A copy of the list, or the empty list. */
    @SuppressWarnings("ConstantValue")
    public static <T> List<T> list(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    /** The map, or the empty map. */
    @SuppressWarnings("ConstantValue")
    public static <V> Map<String, V> map(Map<String, V> map) {
        return map == null ? Map.of() : map;
    }

    /** The value, which must be there. */
    @SuppressWarnings("ConstantValue")
    public static <T> T needed(T value, String field) {
        if (value == null) {
            throw new IllegalArgumentException("\"" + field + "\" is missing");
        }
        return value;
    }
}
