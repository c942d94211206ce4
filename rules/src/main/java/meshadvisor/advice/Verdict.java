package meshadvisor.advice;

import java.util.List;
import meshadvisor.rule.Confidence;

/**
 * Whether to have a mesh.
 *
 * @param mesh id of a variant: the one found, or the one to adopt; empty for none
 * @param why sentences, the most important first
 * @param namespaces where it differs by namespace
 */
public record Verdict(Outcome outcome, String mesh, Confidence confidence, List<String> why, List<Flip> flips,
        List<OfNamespace> namespaces) {

    /** The verdict for one namespace. */
    public record OfNamespace(String namespace, Outcome outcome, String mesh) {}

    /**
     * One fact whose change would change the verdict.
     *
     * @param fact id of a need, question or count
     * @param ask the question that the fact answers, empty for a need and a count
     * @param to the value that changes it
     * @param sentence in words
     */
    public record Flip(String fact, String ask, String to, Outcome outcome, String mesh, String sentence) {}

    public Verdict {
        why = List.copyOf(why);
        flips = List.copyOf(flips);
        namespaces = List.copyOf(namespaces);
    }
}
