package meshadvisor.catalog;

import java.util.List;
import java.util.Map;

/** What a record makes of fields that a document leaves out. */
public final class Given {

    private Given() {}

    /** The value, or the other one. */
    @SuppressWarnings("ConstantValue") // binding gives null for a field that is left out
    public static <T> T or(T value, T otherwise) {
        return value == null ? otherwise : value;
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
