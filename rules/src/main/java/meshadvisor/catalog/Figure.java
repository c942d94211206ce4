package meshadvisor.catalog;

import java.util.List;
import java.util.Optional;

/**
 * Something that somebody measured, published or computed about a part of a mesh, with the place and time for which it holds.
 *
 * @param part what it is of, such as {@code proxy}; figures of one part in several environments tell how far a figure carries
 * @param values one for each quantile that is known; a single one where it is no distribution
 * @param unit that of {@code of}
 * @param version of the mesh, or versions in words
 * @param environment a short name for where it was measured; figures of one environment can be compared with each other
 * @param hardware in words; {@code not stated} where the source does not say
 * @param conditions under which it was found: load, payload, connections, what was compared with what
 * @param elsewhere how much more or less another environment may show
 * @param use whether predictions are made of it
 * @param kept why it is shown and not used, or what it contradicts; empty if there is nothing to say
 * @param licence of the data, in words
 * @param mark P read in a primary source, C computed, E excerpt, A assumed
 */
public record Figure(String id, Of of, String part, List<Value> values, String unit, String version, String environment, String hardware,
        String conditions, Elsewhere elsewhere, Use use, String kept, String licence, String mark, String source, String date) {

    /** What is measured. */
    public enum Of {
        /** What one call from service to service takes longer, in ms; a difference of quantiles. */
        HOP_LATENCY("ms"),
        /** CPU of one part for each 1000 requests per second that pass it. */
        CPU_PER_1000("millicores per 1000 requests/s"),
        /** CPU of one part without requests. */
        CPU_IDLE("millicores"),
        /** CPU of a control plane for each proxy that it serves. */
        CPU_PER_PROXY("millicores per proxy"),
        /** Memory of one part by itself. */
        MEMORY("MiB"),
        /** Memory of one part for each pod that it may have to send requests to. */
        MEMORY_PER_ENDPOINT("MiB per endpoint"),
        /** Memory of one part for each open connection. */
        MEMORY_PER_CONNECTION("MiB per connection"),
        /** Memory of a control plane for each proxy that it serves. */
        MEMORY_PER_PROXY("MiB per proxy");

        private final String unit;

        Of(String unit) {
            this.unit = unit;
        }

        /** The unit in which it is written. */
        public String unit() {
            return unit;
        }
    }

    /** Whether predictions are made of a figure. */
    public enum Use {
        PREDICTS, SHOWN
    }

    /**
     * A value as a range.
     *
     * @param at quantile such as {@code p90}, empty where it is no distribution
     * @param high the same as {@code low} where the source gives one number
     */
    public record Value(String at, double low, double high) {
        public Value {
            at = Given.or(at, "");
            if (!(low >= 0 && low <= high && Double.isFinite(high)) || !at.matches("(p[0-9.]+)?")) {
                throw new IllegalArgumentException(
                        "a value goes from \"low\" to \"high\" and is \"at\" nothing or at a quantile such as p99");
            }
        }
    }

    /**
     * By which factor the same part may show more or less in another environment.
     *
     * @param from smallest factor thought possible
     * @param to largest
     * @param why where that comes from
     */
    public record Elsewhere(double from, double to, String why) {
        /** It carries as it is. */
        public static final Elsewhere SAME = new Elsewhere(1, 1, "it depends on what is asked of it, not on the machine");

        public Elsewhere {
            Given.needed(why, "why");
            if (!(from > 0 && from <= to && Double.isFinite(to))) {
                throw new IllegalArgumentException("\"elsewhere\" goes from a factor above 0 to one that is not smaller");
            }
        }
    }

    public Figure {
        Given.needed(id, "id");
        Given.needed(of, "of");
        Given.needed(part, "part");
        Given.needed(version, "version");
        Given.needed(environment, "environment");
        Given.needed(hardware, "hardware");
        Given.needed(use, "use");
        values = Given.list(values);
        elsewhere = Given.or(elsewhere, Elsewhere.SAME);
        kept = Given.or(kept, "");
        stated(id, source, "source");
        stated(id, date, "date");
        stated(id, conditions, "conditions");
        stated(id, licence, "licence");
        stated(id, mark, "mark");
        refuse(id, !date.matches("20\\d\\d(-\\d\\d(-\\d\\d)?)?"), "its date is a year, a month or a day, not \"" + date + "\"");
        refuse(id, !"PCEA".contains(mark), "it has mark \"" + mark + "\"; only P, C, E and A may be printed");
        refuse(id, !of.unit.equals(unit), "its unit must be \"" + of.unit + "\", not \"" + unit + "\"");
        refuse(id, values.isEmpty(), "it has no values");
        refuse(id, use == Use.SHOWN && kept.isEmpty(), "it is shown and not used, and \"kept\" does not say why");
        refuse(id, of == Of.HOP_LATENCY && values.stream().anyMatch(v -> v.at.isEmpty()), "a latency is at a quantile");
        refuse(id, of != Of.HOP_LATENCY && values.size() != 1, "it has more than one value");
    }

    @SuppressWarnings("ConstantValue") // binding gives null for a field that is left out
    private static void stated(String id, String text, String field) {
        refuse(id, text == null || text.isBlank(), "it has no " + field);
    }

    private static void refuse(String id, boolean wrong, String why) {
        if (wrong) {
            throw new IllegalArgumentException("figure \"" + id + "\" cannot be printed: " + why);
        }
    }

    /** The value at a quantile, or the only one for the empty text. */
    public Optional<Value> at(String quantile) {
        return values.stream().filter(v -> v.at.equals(quantile)).findFirst();
    }
}
