package meshadvisor.lab.run;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers as Kubernetes writes them: {@code 250m}, {@code 64Mi}, {@code 1234567n}. */
final class Quantity {

    private static final Pattern FORM = Pattern.compile("([0-9.]+)([a-zA-Z]*)");
    private static final Map<String, Double> UNITS = Map.ofEntries(Map.entry("", 1.0), Map.entry("n", 1e-9), Map.entry("u", 1e-6),
            Map.entry("m", 1e-3), Map.entry("k", 1e3), Map.entry("M", 1e6), Map.entry("G", 1e9), Map.entry("T", 1e12),
            Map.entry("Ki", 1024.0), Map.entry("Mi", 1048576.0), Map.entry("Gi", 1073741824.0), Map.entry("Ti", 1099511627776.0));

    private Quantity() {}

    /** The number; not a number if it is none. */
    static double of(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Double.parseDouble(form.group(1)) * UNITS.getOrDefault(form.group(2), Double.NaN) : Double.NaN;
    }
}
