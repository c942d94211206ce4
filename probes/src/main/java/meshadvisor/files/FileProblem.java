package meshadvisor.files;

import meshadvisor.tree.Problem;
import meshadvisor.tree.Problem.Kind;

/**
 * What is wrong with a file or folder.
 *
 * @param shown its path, written as in {@link SourceFile}
 */
public record FileProblem(String shown, Problem problem) {

    static FileProblem of(Kind kind, String shown, String sentence, String remedy) {
        return new FileProblem(shown, new Problem(kind, 0, 0, sentence, remedy));
    }
}
