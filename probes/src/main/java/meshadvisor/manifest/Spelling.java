package meshadvisor.manifest;

import java.util.List;
import java.util.function.Consumer;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Problem;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Yaml11;

/** Warns of labels and annotations that are written like text and are something else for kubectl and Helm, which read YAML 1.1. */
final class Spelling {

    private static final int LONGEST = 40;

    private Spelling() {}

    /** Looks at an object and at the template of its pods. */
    static void check(Node root, Consumer<Problem> problems) {
        for (Node metadata : List.of(root.get("metadata"), root.at("spec", "template", "metadata"),
                root.at("spec", "jobTemplate", "spec", "template", "metadata"))) {
            check(metadata.get("labels"), "label", problems);
            check(metadata.get("annotations"), "annotation", problems);
        }
    }

    private static void check(Node marks, String what, Consumer<Problem> problems) {
        if (marks instanceof Mapping mapping) {
            for (Entry entry : mapping.entries()) {
                if (entry.value() instanceof Scalar value && value.text().length() <= LONGEST && Yaml11.suspicious(value)) {
                    problems.accept(new Problem(Problem.Kind.SUSPICIOUS_SCALAR, value.line(), value.column(), "The " + what + " "
                            + entry.key().text() + ": " + value.text() + " is text in YAML 1.2, but a truth value or a number for kubectl.",
                            "Put the value in quotes."));
                }
            }
        }
    }
}
