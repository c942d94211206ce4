package meshadvisor.dialect;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as Go writes them: {@code 300ms}, {@code 1m30s}, {@code 0.5s}. */
public final class Times {

    private static final Pattern PART = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h)");
    private static final Pattern WHOLE = Pattern.compile("(?:" + PART.pattern() + ")+");

    /** As many as the Gateway API takes of one unit. */
    private static final long MOST = 100_000;

    private Times() {}

    /** The same time without fractions, as the Gateway API takes it; as it was written if it is no such time. */
    public static String plain(String text) {
        long millis = Math.round(millis(text));
        return text.indexOf('.') < 0 || millis == 0 ? text : millis < MOST ? millis + "ms" : millis / 1_000 + "s";
    }

    /** Milliseconds, 0 if it is no such time. */
    public static double millis(String text) {
        double millis = 0;
        Matcher part = PART.matcher(WHOLE.matcher(text).matches() ? text : "");
        while (part.find()) {
            millis += Double.parseDouble(part.group(1)) * switch (part.group(2)) {
                case "ms" -> 1;
                case "s" -> 1_000;
                case "m" -> 60_000;
                default -> 3_600_000;
            };
        }
        return millis;
    }
}
