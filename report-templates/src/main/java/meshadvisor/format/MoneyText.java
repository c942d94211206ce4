package meshadvisor.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/** Amounts of money, ranges and who asserts them, for people. */
final class MoneyText {

    private static final double THOUSAND = 1_000;

    private MoneyText() {}

    /** The middle and, in brackets, from 5 % to 95 %. */
    static String range(Range range) {
        return range.low() == range.high() ? amount(range.likely())
                : amount(range.likely()) + " (" + amount(range.low()) + "–" + amount(range.high()) + ")";
    }

    /** Two digits that count: {@code 0.35}, {@code 84}, {@code 1.2k}, {@code 340k}, {@code 2.1M}. */
    static String amount(double value) {
        double size = Math.abs(value);
        if (size >= THOUSAND * THOUSAND - 5_000) {
            return digits(value / THOUSAND / THOUSAND) + "M";
        }
        if (size >= THOUSAND - 5) {
            return digits(value / THOUSAND) + "k";
        }
        return digits(value);
    }

    private static String digits(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(Math.abs(value) >= 100 ? 3 : 2, RoundingMode.HALF_UP));
        return rounded.stripTrailingZeros().toPlainString().replace('-', '−');
    }

    /** {@code published, 2026-01-19: source}. */
    static String said(Said said) {
        String date = said.date().isEmpty() ? "" : ", " + said.date();
        return Kebab.of(said.basis()) + date + (said.source().isEmpty() ? "" : ": " + said.source());
    }
}
