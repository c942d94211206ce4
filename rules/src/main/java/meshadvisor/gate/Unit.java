package meshadvisor.gate;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** In what a metric is counted, and how people write it. */
public enum Unit {
    COUNT("", "a number, such as 3", Map.of("", 1.0)),
    PERCENT("%", "a percentage, such as 90%", Map.of("%", 1.0)),
    MILLISECONDS("ms", "a time with its unit, such as 2ms, 350us or 1s", Map.of("ms", 1.0, "us", 0.001, "µs", 0.001, "s", 1_000.0)),
    MILLICORES("m", "processors as Kubernetes writes them, such as 500m or 2", Map.of("m", 1.0, "", 1_000.0)),
    MONEY("", "an amount with its currency, such as 500 USD, 2.5k EUR or 1M USD", Map.of("", 1.0, "k", 1e3, "M", 1e6)),
    MEBIBYTES("Mi", "memory as Kubernetes writes it, such as 512Mi or 4Gi",
            Map.of("Ki", 1.0 / 1_024, "Mi", 1.0, "Gi", 1_024.0, "Ti", 1_024.0 * 1_024, "k", 1e3 / (1 << 20), "M", 1e6 / (1 << 20), "G",
                    1e9 / (1 << 20), "T", 1e12 / (1 << 20)));

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?) ?([A-Za-zµ%]{0,2})");
    private static final int FEW_DIGITS = 3;

    private final String word;
    private final String form;
    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<String, Double> factors;

    Unit(String word, String form, Map<String, Double> factors) {
        this.word = word;
        this.form = form;
        this.factors = factors;
    }

    /** The number in this unit that a text says; empty where it says none. Limits are never below 0. */
    public OptionalDouble parse(String text) {
        Matcher parts = NUMBER.matcher(text.strip());
        if (!parts.matches() || !factors.containsKey(parts.group(2))) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(Double.parseDouble(parts.group(1)) * factors.getOrDefault(parts.group(2), 1.0));
    }

    /** How a number of it is written. */
    public String form() {
        return form;
    }

    /** Behind a number; empty for what is counted. */
    public String word() {
        return word;
    }

    private int shown() {
        return switch (this) {
            case PERCENT -> 1;
            case MONEY -> 2;
            case COUNT, MILLISECONDS, MILLICORES, MEBIBYTES -> FEW_DIGITS;
        };
    }

    /** A number with its unit, to three digits behind the point, money to two and percentages to one; what has no bound is {@code any number}. */
    public String text(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "any number" : "none";
        }
        String digits = String.format(Locale.ROOT, "%." + shown() + "f", value);
        String plain = digits.contains(".") ? digits.replaceAll("0+$", "").replaceAll("\\.$", "") : digits;
        String number = plain.equals("-0") ? "0" : plain;
        return number + (word.isEmpty() ? "" : this == PERCENT || this == MILLISECONDS ? " " + word : word);
    }
}
