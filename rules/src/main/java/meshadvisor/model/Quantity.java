package meshadvisor.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads Kubernetes' quantities, such as {@code 250m}, {@code 1.5}, {@code 128Mi} and {@code 1e3}, as whole numbers, rounded up as Kubernetes does. */
public final class Quantity {

    private static final Pattern FORM =
            Pattern.compile("([+-]?\\d{1,19}(?:\\.\\d{0,19})?|[+-]?\\.\\d{1,19})(?:([eE][+-]?\\d{1,2})|([A-Za-z]{1,2}))?");
    private static final Map<String, BigDecimal> UNITS = Map.ofEntries(unit("n", 1, -9), unit("u", 1, -6), unit("m", 1, -3),
            unit("k", 1, 3),
            unit("M", 1, 6), unit("G", 1, 9), unit("T", 1, 12), unit("P", 1, 15), unit("E", 1, 18), unit("Ki", 1L << 10, 0),
            unit("Mi", 1L << 20, 0), unit("Gi", 1L << 30, 0), unit("Ti", 1L << 40, 0), unit("Pi", 1L << 50, 0), unit("Ei", 1L << 60, 0));
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);

    private Quantity() {}

    private static Map.Entry<String, BigDecimal> unit(String name, long factor, int power) {
        return Map.entry(name, BigDecimal.valueOf(factor).scaleByPowerOfTen(power));
    }

    /** In whole units, such as bytes or pods; empty where it is no quantity. */
    public static OptionalLong whole(String text) {
        return read(text, 0);
    }

    /** In thousandths; empty where it is no quantity. */
    public static OptionalLong thousandths(String text) {
        return read(text, 3);
    }

    /** In thousandths of millionths, in which usage is told; empty where it is no quantity. */
    public static OptionalLong billionths(String text) {
        return read(text, 9);
    }

    /** Processors and memory, each unstated where it is no quantity. */
    public static Resources resources(String cpu, String memory) {
        Resources read = new Resources(Amount.of(thousandths(cpu)), Amount.of(whole(memory)));
        return read.equals(Resources.UNSTATED) ? Resources.UNSTATED : read;
    }

    private static OptionalLong read(String text, int power) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            return OptionalLong.empty();
        }
        BigDecimal factor = parts.group(3) == null ? BigDecimal.ONE : UNITS.getOrDefault(parts.group(3), BigDecimal.ZERO);
        if (factor.signum() == 0) {
            return OptionalLong.empty();
        }
        String exponent = parts.group(2) == null ? "" : parts.group(2);
        BigDecimal value = new BigDecimal(parts.group(1) + exponent).multiply(factor).scaleByPowerOfTen(power);
        return OptionalLong.of(value.min(MOST).max(MOST.negate()).setScale(0, RoundingMode.CEILING).longValueExact());
    }
}
