package meshadvisor.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;

/** Finds and replaces {@code ${name}}, {@code ${name:=default}} and {@code ${name:-default}} in texts; {@code $${name}} escapes one. */
final class Placeholders {

    private static final String OPENING = "${";
    private static final byte[] OPENING_BYTES = {'$', '{'};

    private final String text;
    private final Function<String, Optional<String>> values;
    private final StringBuilder replaced = new StringBuilder();
    private int copied;

    private Placeholders(String text, Function<String, Optional<String>> values) {
        this.text = text;
        this.values = values;
    }

    static boolean in(byte[] content) {
        return contains(content, OPENING_BYTES);
    }

    static boolean in(String text) {
        for (int at = text.indexOf(OPENING); at >= 0; at = text.indexOf(OPENING, at + 1)) {
            if (nameEnd(text, at + 2) > at + 2) {
                return true;
            }
        }
        return false;
    }

    static boolean contains(byte[] content, byte[] wanted) {
        for (int i = 0; i <= content.length - wanted.length; i++) {
            if (content[i] == wanted[0] && matches(content, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(byte[] content, int from, byte[] wanted) {
        for (int i = 1; i < wanted.length; i++) {
            if (content[from + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /** The text with every placeholder replaced that has a value or a default; the others stay. */
    static String replaced(String text, Function<String, Optional<String>> values) {
        return text.contains(OPENING) ? new Placeholders(text, values).replace() : text;
    }

    /** The same for bytes, whatever they encode. */
    static byte[] replaced(byte[] content, Function<String, Optional<String>> values) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return replaced(text, name -> values.apply(name).map(Placeholders::asBytes)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String asBytes(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private String replace() {
        int at = text.indexOf(OPENING);
        while (at >= 0) {
            int end = text.indexOf('}', at);
            if (end < 0) {
                break;
            }
            if (at > 0 && text.charAt(at - 1) == '$') {
                put(at - 1, text.substring(at, end + 1), end + 1);
            } else {
                int next = end + 1;
                int from = at;
                value(text.substring(at + 2, end)).ifPresent(value -> put(from, value, next));
            }
            at = text.indexOf(OPENING, at + 2);
        }
        return replaced.append(text, copied, text.length()).toString();
    }

    private void put(int from, String value, int next) {
        replaced.append(text, copied, from).append(value);
        copied = next;
    }

    private Optional<String> value(String inside) {
        int end = nameEnd(inside, 0);
        String operator = inside.substring(end);
        if (end == 0 || !operator.isEmpty() && !operator.startsWith(":=") && !operator.startsWith(":-") && !operator.startsWith("=")) {
            return Optional.empty();
        }
        Optional<String> value = values.apply(inside.substring(0, end));
        if (value.isPresent() || operator.isEmpty() || operator.contains("${")) {
            return value;
        }
        return Optional.of(operator.substring(operator.indexOf('=') == 0 ? 1 : 2));
    }

    private static int nameEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (isLetter(text.charAt(end)) || end > from && Character.isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    private static boolean isLetter(char c) {
        return c == '_' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }
}
