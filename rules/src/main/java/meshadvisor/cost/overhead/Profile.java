package meshadvisor.cost.overhead;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.catalog.Figure;
import meshadvisor.catalog.Given;

/**
 * What was measured in one environment, to be taken in the place of published figures there.
 *
 * @param environment a name for it
 * @param takenAt in ISO 8601
 * @param source of all of it: a run of the benchmark, or a snapshot
 */
public record Profile(String environment, String takenAt, String source, List<Measurement> measurements) {

    /** Nothing was measured. */
    public static final Profile NONE = new Profile("", "", "", List.of());

    /**
     * One figure, measured.
     *
     * @param mesh whose figure it stands for
     * @param figure id of that figure
     * @param way by which it was measured, with its flavour where it does not run as its project ships it, such as {@code mesh/flavour}
     * @param stock whether it runs as its project ships it
     * @param whole whether a part was measured with all that grows with the mesh around it, because it was measured in the system that is asked about;
     *        else what grows is added by published figures
     * @param unit that of {@code of}
     * @param at quantile, empty where it is no distribution
     * @param values one for each load
     * @param conditions under which all of them were measured
     */
    public record Measurement(String mesh, String figure, String way, boolean stock, boolean whole, Figure.Of of, String unit, String at,
            List<Value> values, String conditions) {
        public Measurement {
            Given.needed(mesh, "mesh");
            Given.needed(figure, "figure");
            Given.needed(way, "way");
            Given.needed(of, "of");
            unit = Given.or(unit, of.unit());
            at = Given.or(at, "");
            values = Given.list(values);
            conditions = Given.or(conditions, "");
            if (!unit.equals(of.unit())) {
                throw new IllegalArgumentException("the unit of \"" + figure + "\" must be \"" + of.unit() + "\", not \"" + unit + "\"");
            }
            if (values.isEmpty()) {
                throw new IllegalArgumentException("the measurement of \"" + figure + "\" has no values");
            }
        }

        /** What all of them say of the next one. */
        Fit fit() {
            double error = values.stream().mapToDouble(v -> v.error() * v.error()).average().orElse(0) / values.size();
            return Fit.of(values.stream().map(Value::value).toList()).less(Math.sqrt(error));
        }

        /** In words, with what is not as shipped. */
        public String words() {
            return figure + (at.isEmpty() ? "" : " " + at) + " measured with " + way
                    + (stock ? "" : ", which is not as its project ships it")
                    + " (" + conditions + ")";
        }
    }

    /**
     * One value.
     *
     * @param value above 0, in the unit of the figure
     * @param error its standard error as a share of it, 0 where it is not known
     * @param load under which, in words
     */
    public record Value(double value, double error, String load) {
        public Value {
            load = Given.or(load, "");
            if (!(value > 0 && Double.isFinite(value) && error >= 0 && Double.isFinite(error))) {
                throw new IllegalArgumentException("a measured \"value\" is above 0 and its \"error\" not below 0");
            }
        }
    }

    public Profile {
        measurements = List.copyOf(measurements);
    }

    /** This one, and where it does not know a figure, the other one. */
    public Profile or(Profile other) {
        List<Measurement> all = new ArrayList<>(measurements);
        all.addAll(other.measurements);
        return measurements.isEmpty() ? other : new Profile(environment, takenAt, source, all);
    }

    /** What was measured in the place of a figure. */
    Optional<Measurement> of(String mesh, String figure, String at) {
        return measurements.stream()
                .filter(m -> m.mesh().equals(mesh) && m.figure().equals(figure) && m.at().equals(at)).findFirst();
    }
}
