package meshadvisor.simulate.input;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;

/**
 * What is thought possible for an input: every value between two ends, evenly on a scale. Both ends are the same where it is known.
 *
 * @param says why, in words
 * @param basis what the range stands on
 * @param date of the source; empty for what is assumed here
 */
public record Prior(Input input, double low, double high, Scale scale, String unit, String says, Basis basis, String source, String date) {

    /** How values lie between the ends. */
    public enum Scale {
        LINEAR,
        /** Evenly by their logarithm: as likely between 1 and 2 as between 2 and 4. */
        LOG,
        /** Whole numbers, each as likely. */
        WHOLE
    }

    private static final double LOW = 0.05;
    private static final double MIDDLE = 0.5;
    private static final double HIGH = 0.95;

    public Prior {
        Given.needed(input, "input");
        scale = Given.or(scale, Scale.LINEAR);
        unit = Given.or(unit, "");
        Given.needed(says, "says");
        Given.needed(basis, "basis");
        Given.needed(source, "source");
        date = Given.or(date, "");
        if (!(low <= high) || low < 0 || scale == Scale.LOG && low == 0 || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "the range of " + input + " goes from " + low + " to " + high
                            + "; it must go upwards, from 0 or above it where it is log");
        }
        if (basis != Basis.ASSUMED && date.isEmpty()) {
            throw new IllegalArgumentException("the range of " + input + " is " + basis + " and has no date");
        }
    }

    /** Whether it is a range. */
    public boolean open() {
        return low < high;
    }

    /**
     * The value below which a share of what is possible lies.
     *
     * @param share in [0, 1)
     */
    public double at(double share) {
        return switch (scale) {
            case LINEAR -> low + share * (high - low);
            case LOG -> open() ? Math.exp(Math.log(low) + share * (Math.log(high) - Math.log(low))) : low;
            case WHOLE -> Math.min(high, Math.floor(low + share * (high - low + 1)));
        };
    }

    /** As a report shows it. */
    public Amount amount() {
        return new Amount(new Range(at(LOW), at(MIDDLE), at(HIGH)), unit, new Said(basis, source, date, says, List.of()));
    }

    /** The same input, known. */
    public Prior known(double value, Said by) {
        return new Prior(input, value, value, Scale.LINEAR, unit, by.conditions(), by.basis(), by.source(), by.date());
    }
}
