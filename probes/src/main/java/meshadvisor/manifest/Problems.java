package meshadvisor.manifest;

import meshadvisor.model.InputProblem;
import meshadvisor.model.Place;
import meshadvisor.tree.Problem;

/** Problems of a reader as problems of the model. */
final class Problems {

    private Problems() {}

    static InputProblem at(String file, Problem problem) {
        InputProblem.Kind kind = switch (problem.kind()) {
            case UNREADABLE, NO_OBJECT, TEMPLATE -> InputProblem.Kind.UNREADABLE;
            case LIMIT -> InputProblem.Kind.LIMIT;
            case DUPLICATE_KEY -> InputProblem.Kind.DUPLICATE_KEY;
            case SUSPICIOUS_SCALAR -> InputProblem.Kind.SUSPICIOUS_SCALAR;
            case NOTE -> InputProblem.Kind.NOTE;
        };
        return new InputProblem(kind, new Place(file, problem.line(), problem.column()), problem.sentence(), problem.remedy());
    }

    /** What to say about a file that the user named and that holds nothing for us. */
    static InputProblem nothingIn(String file) {
        return new InputProblem(InputProblem.Kind.NOTE, new Place(file, 0, 0), "This holds no Kubernetes object.",
                "Name a file or folder with manifests, or render this one first.");
    }
}
