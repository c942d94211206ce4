package meshadvisor.bench;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;

/** Within which a difference counts as none. Fixed before anything is measured. */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({@JsonSubTypes.Type(Margin.Share.class), @JsonSubTypes.Type(Margin.Fixed.class)})
public sealed interface Margin {

    /**
     * A share of what is compared with, which is measured itself and known as well as that.
     *
     * @param share such as 0.1 for 10 %
     */
    record Share(double share) implements Margin {

        @Override
        public String words() {
            return String.format(Locale.ROOT, "%.3g", 100 * share).replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "")
                    + " % of what it is added to";
        }
    }

    /** A time that does not depend on what is measured. */
    record Fixed(double micros) implements Margin {
        @Override
        public String words() {
            return micros == Math.rint(micros) ? String.format(Locale.ROOT, "%.0f µs", micros) : micros + " µs";
        }
    }

    /** For a sentence. */
    String words();

    /** In microseconds, where what is compared with is so large. */
    default double micros(double reference) {
        return switch (this) {
            case Share(double share) -> share * reference;
            case Fixed(double micros) -> micros;
        };
    }
}
