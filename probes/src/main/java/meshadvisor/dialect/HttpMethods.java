package meshadvisor.dialect;

import java.util.List;

/** The HTTP methods that a condition lets through. */
public final class HttpMethods {

    private static final List<String> KNOWN = List.of("GET", "HEAD", "OPTIONS", "TRACE", "CONNECT", "PUT", "DELETE", "POST", "PATCH");

    private HttpMethods() {}

    /** The known methods that start so; the prefix itself if none does. */
    public static List<String> startingWith(String prefix) {
        List<String> found = KNOWN.stream().filter(m -> m.startsWith(prefix)).toList();
        return found.isEmpty() ? List.of(prefix) : found;
    }

    /** The alternatives of a regular expression such as {@code GET|HEAD}; the expression itself if it is more than that, none for any method. */
    public static List<String> matching(String regex) {
        String bare = within(within(regex, "^", "$"), "(", ")");
        if (bare.equals(".*") || bare.equals(".+")) {
            return List.of();
        }
        List<String> alternatives = List.of(bare.split("\\|", -1));
        return alternatives.stream().allMatch(HttpMethods::isWord) ? alternatives : List.of(regex);
    }

    private static String within(String text, String start, String end) {
        String rest = text.startsWith(start) ? text.substring(start.length()) : text;
        return rest.endsWith(end) ? rest.substring(0, rest.length() - end.length()) : rest;
    }

    private static boolean isWord(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    }
}
