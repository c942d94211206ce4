package meshadvisor.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import meshadvisor.catalog.Kebab;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/** Amounts of money, ranges and who asserts them, for people. */
final class MoneyText {

    private static final double THOUSAND = 1_000;

    private MoneyText() {}

    /**
     * The middle and, in brackets, from 5 % to 95 %, such as {@code 340k (120k–1.2M)}. Where one of them is below a thousand, all are written out,
     * such as {@code 1,600 (1.8–8,000)}: beside thousands a bare number would be taken for thousands.
     */
    static String range(Range range) {
        boolean out = DoubleStream.of(range.low(), range.likely(), range.high()).map(Math::abs).anyMatch(size -> size < THOUSAND - 5);
        DoubleFunction<String> text = out ? MoneyText::whole : MoneyText::amount;
        return range.low() == range.high() ? amount(range.likely())
                : text.apply(range.likely()) + " (" + text.apply(range.low()) + "–" + text.apply(range.high()) + ")";
    }

    private static String whole(double value) {
        return Math.abs(value) < THOUSAND - 5 ? digits(value)
                : String.format(Locale.ROOT, "%,d", rounded(value / THOUSAND).movePointRight(3).longValue()).replace('-', '−');
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
        return rounded(value).stripTrailingZeros().toPlainString().replace('-', '−');
    }

    private static BigDecimal rounded(double value) {
        return new BigDecimal(value).round(new MathContext(Math.abs(value) >= 100 ? 3 : 2, RoundingMode.HALF_UP));
    }

    /** {@code published, 2026-01-19: source}. */
    static String said(Said said) {
        String date = said.date().isEmpty() ? "" : ", " + said.date();
        return Kebab.of(said.basis()) + date + (said.source().isEmpty() ? "" : ": " + said.source());
    }
}
