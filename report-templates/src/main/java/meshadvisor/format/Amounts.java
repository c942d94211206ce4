package meshadvisor.format;

import java.util.Locale;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Range;

/** Numbers with their range, unit and basis, for people and programs. */
final class Amounts {

    private static final int DIGITS = 2;

    private Amounts() {}

    /** Such as {@code 0.18 to 1.2}; one number where it is known exactly. */
    static String range(Range range) {
        return range.low() == range.high() ? number(range.likely()) : number(range.low()) + " to " + number(range.high());
    }

    /** With the middle, such as {@code 0.45 (0.18 to 1.2) ms}. */
    static String words(Amount amount) {
        Range range = amount.range();
        String middle = range.low() == range.high() ? "" : number(range.likely()) + " (";
        return middle + range(range) + (middle.isEmpty() ? "" : ")") + " " + amount.unit();
    }

    /** A count with its unit, such as {@code 26 pods} or {@code 26 (20 to 60) pods}: whole numbers, none of them rounded. */
    static String whole(Amount amount) {
        Range range = amount.range();
        String between = range.low() == range.high() ? "" : String.format(Locale.ROOT, " (%.0f to %.0f)", range.low(), range.high());
        return String.format(Locale.ROOT, "%.0f%s %s", range.likely(), between, amount.unit());
    }

    /** Two digits that say something; no more is known of anything here. */
    static String number(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return value == 0 ? "0" : "no number";
        }
        int power = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        double step = Math.pow(10, -power);
        double rounded = Math.round(value / step) * step;
        return String.format(Locale.ROOT, "%,." + Math.clamp(power, 0, 6) + "f", rounded);
    }

    /** A share in percent, with a digit more where it is below one. */
    static String percent(double share) {
        double percent = share * 100;
        boolean small = percent != 0 && Math.abs(percent) < 1;
        return String.format(Locale.ROOT, small ? "%.1f %%" : "%.0f %%", percent);
    }

    /** Low, likely, high, unit and all that it stands on. */
    static void write(Fields fields, String name, Amount amount) {
        fields.object(name, f -> {
            range(f, amount.range());
            f.text("unit", amount.unit());
            f.text("basis", Kebab.of(amount.said().basis()));
            f.textOrNull("source", amount.said().source());
            f.textOrNull("date", amount.said().date());
            f.textOrNull("conditions", amount.said().conditions());
            f.texts("inputs", amount.said().inputs());
        });
    }

    static void range(Fields fields, Range range) {
        fields.number("low", range.low());
        fields.number("likely", range.likely());
        fields.number("high", range.high());
    }
}
