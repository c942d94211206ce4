package meshadvisor.dialect;

import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the quantities of Kubernetes as far as weights use them. */
public final class Quantities {

    private static final Pattern QUANTITY = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)([mk]?)");

    private Quantities() {}

    /** The amount: {@code 500m} is 0.5, {@code 1k} is 1000. Empty for anything else. */
    public static OptionalDouble read(String text) {
        Matcher parts = QUANTITY.matcher(text);
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        double number = Double.parseDouble(parts.group(1));
        return OptionalDouble.of(switch (parts.group(2)) {
            case "m" -> number / 1000;
            case "k" -> number * 1000;
            default -> number;
        });
    }
}
