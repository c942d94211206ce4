package meshadvisor.load.schedule;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** What numbers on the command line count, and how they are written there. */
public enum Unit {
    /** Times: "250us", "2ms", "30s", "5m"; nanoseconds inside. */
    TIME(Map.of("ns", 1L, "us", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "m", 60_000_000_000L), "a time like 250us, 2ms, 30s or 5m"),
    /** Sizes: "100", "100B", "4KiB", "1MiB"; bytes inside. */
    SIZE(Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20), "a size like 100, 4KiB or 1MiB");

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([A-Za-z]*)");

    private final Map<String, Long> factors;
    private final String form;

    Unit(Map<String, Long> factors, String form) {
        this.factors = new TreeMap<>(factors);
        this.form = form;
    }

    /**
     * Reads a number with its unit.
     *
     * @return nanoseconds or bytes, at least 0
     * @throws IllegalArgumentException whose message is a sentence for the user
     */
    public long parse(String text) {
        var number = NUMBER.matcher(text.strip());
        if (!number.matches() || !factors.containsKey(number.group(2))) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + form);
        }
        return Math.round(Double.parseDouble(number.group(1)) * factors.get(number.group(2)));
    }
}
