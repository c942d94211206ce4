package meshadvisor.load.schedule;

import java.util.regex.Pattern;

/** What numbers on the command line count, and how they are written there. */
public enum Unit {
    /** Times: "250us", "2ms", "30s", "5m"; nanoseconds inside. */
    TIME("a time like 250us, 2ms, 30s or 5m"),
    /** Sizes: "100", "100B", "4KiB", "1MiB"; bytes inside. */
    SIZE("a size like 100, 4KiB or 1MiB");

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([A-Za-z]*)");
    private static final long UNKNOWN = 0;

    private final String form;

    Unit(String form) {
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
        long factor = number.matches() ? factor(number.group(2)) : UNKNOWN;
        if (factor == UNKNOWN) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + form);
        }
        return Math.round(Double.parseDouble(number.group(1)) * factor);
    }

    private long factor(String unit) {
        return switch (this) {
            case TIME -> switch (unit) {
                case "ns" -> 1;
                case "us" -> 1_000;
                case "ms" -> 1_000_000;
                case "s" -> 1_000_000_000;
                case "m" -> 60_000_000_000L;
                default -> UNKNOWN;
            };
            case SIZE -> switch (unit) {
                case "", "B" -> 1;
                case "KiB" -> 1 << 10;
                case "MiB" -> 1 << 20;
                default -> UNKNOWN;
            };
        };
    }
}
