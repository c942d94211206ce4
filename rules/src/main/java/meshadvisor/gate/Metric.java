package meshadvisor.gate;

import java.util.List;
import java.util.Optional;
import meshadvisor.catalog.Given;

/**
 * Something that a budget can be about, as {@code gate/metrics.yaml} of the catalogue describes it.
 *
 * @param id what users write
 * @param title without an article
 * @param form whether its pieces add up
 * @param from what has to be there
 * @param apart a label whose values are alternatives, which are never added; empty for none
 * @param labels by which a budget selects
 * @param shareOf what {@code max-share} is a share of, as a clause; empty where there is no such thing
 * @param says what it counts and what it does not, whole sentences
 * @param currency of what is money, as soon as it is known; empty for everything else
 */
public record Metric(String id, String title, Unit unit, Form form, From from, String apart, List<Label> labels, String shareOf,
        String says, String currency) {

    /** Whether numbers of a metric may be added. */
    public enum Form {
        /** They add up: one check for all that is selected, or one for each value of a label. */
        SUM,
        /** They do not, as quantiles: one check for each that is selected. */
        EACH
    }

    /** What tells it. */
    public enum From {
        /** An assessment of manifests or of a cluster. */
        SYSTEM,
        /** An assessment and an earlier one. */
        CHANGE,
        /** A run of a benchmark. */
        BENCH,
        /** A prediction for an assessed system. */
        ESTIMATE,
        /** What answers would cost an assessed system. */
        COST
    }

    /**
     * A label by which a budget selects.
     *
     * @param values that it can have; none where others are possible
     * @param usual the value that is meant where a budget does not say; empty for any
     */
    public record Label(String id, List<String> values, String usual) {
        public Label {
            Given.needed(id, "id");
            values = Given.list(values);
            usual = Given.or(usual, "");
        }
    }

    /** In the place of a value: whatever it is. */
    public static final String ANY = "any";

    public Metric {
        Given.needed(id, "id");
        Given.needed(title, "title");
        Given.needed(unit, "unit");
        Given.needed(form, "form");
        Given.needed(from, "from");
        apart = Given.or(apart, "");
        labels = Given.list(labels);
        shareOf = Given.or(shareOf, "");
        Given.needed(says, "says");
        currency = Given.or(currency, "");
    }

    /** The same in that currency, if it is money. */
    public Metric in(String other) {
        return unit == Unit.MONEY ? new Metric(id, title, unit, form, from, apart, labels, shareOf, says, other) : this;
    }

    /** In what its numbers are told. */
    public Denomination denomination() {
        return new Denomination(unit, currency);
    }

    /** One of its labels. */
    public Optional<Label> label(String name) {
        return labels.stream().filter(l -> l.id().equals(name)).findFirst();
    }
}
