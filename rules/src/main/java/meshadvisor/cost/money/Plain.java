package meshadvisor.cost.money;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers in words that people read. */
final class Plain {

    private Plain() {}

    /** Three digits that count, without an exponent and without zeros that say nothing. */
    static String number(double value) {
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(3)).stripTrailingZeros();
        return rounded.toPlainString();
    }
}
