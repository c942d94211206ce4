package meshadvisor.gate;

/**
 * In what a number is told.
 *
 * @param currency of money, three capital letters; empty for everything else
 */
public record Denomination(Unit unit, String currency) {

    /** Percentages. */
    public static final Denomination PERCENT = new Denomination(Unit.PERCENT, "");

    /** A number with its unit, such as {@code 350 ms} or {@code 1200 USD}. */
    public String text(double value) {
        return unit.text(value) + (currency.isEmpty() || Double.isInfinite(value) ? "" : " " + currency);
    }

    /** Behind a number; empty for what is counted. */
    public String word() {
        return currency.isEmpty() ? unit.word() : currency;
    }
}
