package meshadvisor.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of a page of Prometheus' text format, version 0.0.4, or of OpenMetrics.
 *
 * @param name such as {@code request_total}
 */
public record Sample(String name, Map<String, String> labels, double value) {

    private static final Pattern LINE =
            Pattern.compile("([A-Za-z_:][A-Za-z0-9_:]*)\\s*(?:\\{(.*)})?\\s+([+-]?(?:[0-9.eE+-]+|Inf|NaN))(?:\\s+.*)?");
    private static final Pattern LABEL = Pattern.compile("\\s*([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*,?");

    private static final Pattern ESCAPED = Pattern.compile("\\\\([\\\\\"n])");

    /** Reads a line; nothing if it is a comment, or none of this format. */
    public static Optional<Sample> of(String line) {
        Matcher parts = LINE.matcher(line.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Map<String, String> labels = new LinkedHashMap<>();
        String text = parts.group(2) == null ? "" : parts.group(2);
        Matcher label = LABEL.matcher(text);
        int read = 0;
        while (label.find() && label.start() == read) {
            labels.put(label.group(1), plain(label.group(2)));
            read = label.end();
        }
        return text.substring(read).isBlank() ? number(parts.group(3)).map(value -> new Sample(parts.group(1), labels, value))
                : Optional.empty();
    }

    /** Each backslash with what follows it, from left to right; a backslash before anything else stands for itself. */
    private static String plain(String escaped) {
        return ESCAPED.matcher(escaped)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).equals("n") ? "\n" : found.group(1)));
    }

    private static Optional<Double> number(String text) {
        try {
            return Optional.of(Double.parseDouble(text.replace("Inf", "Infinity")));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
