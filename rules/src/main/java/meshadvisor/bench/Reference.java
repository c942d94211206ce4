package meshadvisor.bench;

import meshadvisor.measure.Edges;
import meshadvisor.measure.Estimate;

/**
 * What a difference is added to, and the margin within which it counts as none.
 *
 * @param level what it is added to, in microseconds
 * @param marginMicros the margin, as well as it is known
 * @param edges how far the difference lies from the edges of the margin
 */
record Reference(Estimate level, double marginMicros, Edges edges) {

    /** The mean of a combination of what is compared: so many times the variant, and so many times that which it is compared with. */
    interface Combination {
        Estimate of(double variant, double against);
    }

    /** Of pairs of blocks. */
    static Reference of(Margin margin, Combination combination) {
        Estimate level = combination.of(0, 1);
        return new Reference(level, margin.micros(level.by()), switch (margin) {
            case Margin.Share(double share) -> new Edges(combination.of(1, -1 - share), combination.of(1, share - 1));
            case Margin.Fixed(double micros) -> Edges.around(combination.of(1, -1), micros);
        });
    }

    /**
     * Of something whose combinations are not known: the errors of the difference and of the margin are added, which is enough however the
     * two depend on each other.
     */
    static Reference apart(Margin margin, Estimate difference, Estimate level) {
        double micros = margin.micros(level.by());
        double uncertain = switch (margin) {
            case Margin.Share(double share) -> share * level.error();
            case Margin.Fixed fixed -> 0;
        };
        return new Reference(level, micros, Edges.around(difference.with(difference.error() + uncertain), micros));
    }
}
