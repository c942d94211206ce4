package meshadvisor.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Carries every mistake that was found, never the first only. */
final class MistakesFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised
    private final List<Mistake> mistakes;

    MistakesFound(List<? extends Mistake> mistakes) {
        super(mistakes.stream().map(Mistake::sentence).collect(Collectors.joining("; ")));
        this.mistakes = List.copyOf(mistakes);
    }

    MistakesFound(Mistake mistake) {
        this(List.of(mistake));
    }

    /** Throws if there are any. */
    static void stopAt(List<? extends Mistake> mistakes) {
        if (!mistakes.isEmpty()) {
            throw new MistakesFound(mistakes);
        }
    }

    List<Mistake> mistakes() {
        return mistakes;
    }
}
