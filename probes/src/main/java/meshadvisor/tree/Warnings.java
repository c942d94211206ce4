package meshadvisor.tree;

import java.util.function.Consumer;
import meshadvisor.tree.Problem.Kind;

/** Passes on what is worth a warning in one document, up to a number that still can be read. */
final class Warnings {

    private static final int MOST = 100;

    private final Consumer<Problem> problems;
    private int given;

    Warnings(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /** Counts anew: another document begins. */
    void begin() {
        given = 0;
    }

    void duplicateKey(Scalar first, Scalar second) {
        warn(new Problem(Kind.DUPLICATE_KEY, second.line(), second.column(),
                "The key \"" + shortened(second.text()) + "\" stands on line " + first.line() + " and again on line "
                        + second.line() + " in the same mapping; the last value is used.",
                "Remove one of the two."));
    }

    void localTag(String tag, int line, int column) {
        warn(new Problem(Kind.NOTE, line, column,
                "The tag " + shortened(tag) + " means nothing to Kubernetes; the value is taken as it stands.",
                "Render the file with the tool that knows this tag, or remove the tag."));
    }

    private void warn(Problem problem) {
        given++;
        if (given < MOST) {
            problems.accept(problem);
        } else if (given == MOST) {
            problems.accept(new Problem(Kind.NOTE, problem.line(), problem.column(),
                    "This document has more than " + MOST + " warnings; the rest is not listed.",
                    "Correct those listed and run again."));
        }
    }

    /** Input in a message, cut to a length that can be printed. */
    static String shortened(String text) {
        int most = 80;
        return text.length() <= most ? text : text.substring(0, most) + "…";
    }
}
