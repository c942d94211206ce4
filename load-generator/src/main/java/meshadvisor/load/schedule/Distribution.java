package meshadvisor.load.schedule;

import java.util.List;
import java.util.SplittableRandom;

/** How a size or a time varies from request to request. Samples are whole numbers, at least 0: bytes, or nanoseconds. */
public sealed interface Distribution {

    /** Draws one value. Allocates nothing. */
    long sample(SplittableRandom random);

    /** Every time the same. */
    record Fixed(long value) implements Distribution {
        @Override
        public long sample(SplittableRandom random) {
            return value;
        }
    }

    /** Anything between two bounds, both included, with the same chance. */
    record Uniform(long least, long most) implements Distribution {
        @Override
        public long sample(SplittableRandom random) {
            return Math.min(most, least + (long) (random.nextDouble() * ((double) most - least + 1)));
        }
    }

    /** The exponential distribution: the tail of independent events. */
    record Exponential(long mean) implements Distribution {
        @Override
        public long sample(SplittableRandom random) {
            return Math.round(-mean * Math.log1p(-random.nextDouble()));
        }
    }

    /** The lognormal distribution: exp(N(ln median, sigma²)). */
    record Lognormal(long median, double sigma) implements Distribution {
        @Override
        public long sample(SplittableRandom random) {
            return Math.round(median * Math.exp(sigma * gaussian(random)));
        }

        /** The method of Box and Muller (1958), of which one of the two values is used. */
        private static double gaussian(SplittableRandom random) {
            return Math.sqrt(-2 * Math.log1p(-random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
        }
    }

    /** The Pareto distribution, cut at a largest value: P(X > x) = (least / x) ^ alpha. */
    record Pareto(long least, double alpha, long most) implements Distribution {
        @Override
        public long sample(SplittableRandom random) {
            return Math.min(most, Math.round(least * Math.pow(1 - random.nextDouble(), -1 / alpha)));
        }
    }

    /** One of several values by weight: bimodal with two. */
    record Mixture(List<Part> parts) implements Distribution {
        public Mixture {
            parts = List.copyOf(parts);
        }

        @Override
        public long sample(SplittableRandom random) {
            double left = random.nextDouble() * parts.getLast().cumulated();
            int at = 0;
            while (left >= parts.get(at).cumulated()) {
                at++;
            }
            return parts.get(at).value();
        }
    }

    /** A value of a mixture, with the sum of all weights up to its own. */
    record Part(double cumulated, long value) {}
}
