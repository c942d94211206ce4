package meshadvisor.tree;

import meshadvisor.tree.Problem.Kind;

/** Ends the reading of one document; carries what to tell the user. */
final class Unreadable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    Unreadable(Problem problem) {
        super(problem.sentence(), null, false, false);
        this.problem = problem;
    }

    /** Content that no manifest may have. */
    static Unreadable at(Node node, String sentence, String remedy) {
        return new Unreadable(new Problem(Kind.UNREADABLE, node.line(), node.column(), sentence, remedy));
    }

    /** Content beyond the limits. */
    static Unreadable beyond(int line, int column, String sentence) {
        return new Unreadable(new Problem(Kind.LIMIT, line, column, sentence,
                "No Kubernetes object needs this; correct the file or leave it out with --exclude."));
    }

    Problem problem() {
        return problem;
    }
}
