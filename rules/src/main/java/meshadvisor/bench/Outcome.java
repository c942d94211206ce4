package meshadvisor.bench;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Optional;

/** What a comparison says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "outcome")
public sealed interface Outcome {

    /** The difference that was seen, if one can be printed. It is printed whatever is said of it. */
    Optional<Effect> effect();

    /** There is a difference. */
    record Differs(Effect difference, double floorMicros, Weight weight) implements Outcome {
        @Override
        public Optional<Effect> effect() {
            return Optional.of(difference);
        }
    }

    /** No difference was found, and one as large as the margin, which was fixed before, is ruled out. */
    record Equivalent(Effect difference, double marginMicros) implements Outcome {
        @Override
        public Optional<Effect> effect() {
            return Optional.of(difference);
        }
    }

    /** No difference was found, but one as large as the margin may be there. The effect says which one would have been found. */
    record NoDetectableDifference(Effect difference, double marginMicros) implements Outcome {
        @Override
        public Optional<Effect> effect() {
            return Optional.of(difference);
        }
    }

    /**
     * Measured, but nothing can be said.
     *
     * @param because whole sentences
     * @param seen the difference, not to be relied upon; none if there are fewer than two blocks
     */
    record Inconclusive(List<String> because, List<Effect> seen) implements Outcome {
        @Override
        public Optional<Effect> effect() {
            return seen.stream().findFirst();
        }
    }

    /** The two were not measured in a way that lets them be compared. */
    record NotComparable(String because) implements Outcome {
        @Override
        public Optional<Effect> effect() {
            return Optional.empty();
        }
    }

    /** Too few requests for this quantile. */
    record NotAsked(String because) implements Outcome {
        @Override
        public Optional<Effect> effect() {
            return Optional.empty();
        }
    }

    /** How much a difference means. */
    enum Weight {
        /** Smaller than the margin even at the far end of its interval: real, and of no account. */
        WITHIN_MARGIN,
        /** Not larger than what baseline against baseline could show: real only if noise hits all variants alike. */
        WITHIN_NOISE,
        /** Larger than the noise floor. */
        CLEAR
    }
}
