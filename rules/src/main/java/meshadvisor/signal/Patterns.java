package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Things by the pattern that a text must fit, {@code *} standing for any text. Time is linear in the text and the number of stars. */
final class Patterns<T> {

    /** A pattern with at least one star, and what stands between the stars. */
    private record Wild<T>(List<String> parts, T thing) {

        boolean fits(String text) {
            String last = parts.getLast();
            if (!text.startsWith(parts.getFirst()) || !text.endsWith(last)) {
                return false;
            }
            int at = parts.getFirst().length();
            for (int i = 1; i < parts.size() - 1; i++) {
                int found = text.indexOf(parts.get(i), at);
                if (found < 0) {
                    return false;
                }
                at = found + parts.get(i).length();
            }
            return at <= text.length() - last.length();
        }
    }

    private final Map<String, List<T>> exact = new HashMap<>();
    private final List<Wild<T>> wild = new ArrayList<>();
    /** What was asked before: most names of a system stand in it many times. */
    private final Map<String, List<T>> known = new HashMap<>();

    void add(String pattern, T thing) {
        if (pattern.indexOf('*') < 0) {
            exact.computeIfAbsent(pattern, k -> new ArrayList<>()).add(thing);
        } else {
            wild.add(new Wild<>(List.of(pattern.split("\\*", -1)), thing));
        }
    }

    /** What has that very text as its pattern, then what has a pattern that fits it, each in the order in which it was added. */
    List<T> fitting(String text) {
        return wild.isEmpty() ? exact.getOrDefault(text, List.of()) : known.computeIfAbsent(text, this::search);
    }

    private List<T> search(String text) {
        List<T> same = exact.getOrDefault(text, List.of());
        List<T> found = List.of();
        for (Wild<T> each : wild) {
            if (each.fits(text)) {
                found = found.isEmpty() ? new ArrayList<>(same) : found;
                found.add(each.thing);
            }
        }
        return found.isEmpty() ? same : found;
    }

    /** Whether the text is what the pattern says. */
    static boolean fits(String pattern, String text) {
        return pattern.indexOf('*') < 0 ? pattern.equals(text) : new Wild<>(List.of(pattern.split("\\*", -1)), pattern).fits(text);
    }
}
