package meshadvisor.source;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things by words that are looked for in bytes. Nearly every word is none of them and costs no more than its hash code. */
final class Wanted<T> {

    private static final int SLOTS = 1 << 14;

    private final Map<String, List<T>> things = new HashMap<>();
    private final boolean[] maybe = new boolean[SLOTS];

    /** As {@link String#hashCode} of ASCII. */
    static int hash(byte[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + text[i];
        }
        return hash;
    }

    void put(String word, List<T> list) {
        things.put(word, List.copyOf(list));
        maybe[word.hashCode() & SLOTS - 1] = true;
    }

    /** What was put under the word between two places; nothing for any other. */
    List<T> get(byte[] text, int from, int to) {
        return maybe[hash(text, from, to) & SLOTS - 1]
                ? things.getOrDefault(new String(text, from, to - from, StandardCharsets.ISO_8859_1), List.of())
                : List.of();
    }
}
