package meshadvisor.dialect;

import java.util.HashMap;
import java.util.Map;

/** Makes equal values one: ten thousand pods say the same few things. */
public final class Shared {

    private final Map<Object, Object> known = new HashMap<>();

    /** The first value that was equal to this one. */
    @SuppressWarnings("unchecked") // a value that is equal to another of these types is of the same type
    public <T> T one(T value) {
        return (T) known.computeIfAbsent(value, v -> v);
    }
}
