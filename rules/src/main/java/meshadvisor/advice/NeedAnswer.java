package meshadvisor.advice;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import meshadvisor.catalog.Need;
import meshadvisor.model.Evidence;
import meshadvisor.model.Gap;
import meshadvisor.rule.Truth;

/**
 * What the tree says to one need.
 *
 * @param stated by people
 * @param observed in what was scanned
 * @param observedAt what shows it
 * @param possible every answer that the missing facts leave open; one unless the code is ASK
 * @param because the sentence of the leaf, or what is missing
 */
public record NeedAnswer(Need need, Truth stated, Truth observed, List<Evidence> observedAt, AnswerCode code, Set<AnswerCode> possible,
        String leaf,
        String because, String caveat, List<Step> steps, List<Gap> gaps, List<Borderline> borderlines) {

    public NeedAnswer {
        observedAt = List.copyOf(observedAt);
        steps = List.copyOf(steps);
        gaps = List.copyOf(gaps);
        borderlines = List.copyOf(borderlines);
    }

    /** What the way through the tree rests on. An answer that needs no question rests on the tree alone. */
    public List<Evidence> evidence() {
        List<Evidence> evidence = Step.evidence(steps);
        return evidence.isEmpty() && code != AnswerCode.ASK ? List.of(Evidence.of("the tree needs no fact for this answer")) : evidence;
    }

    /** Whether it may move the outcome: it is stated, or it is observed where a data plane is there, and nobody denied it. */
    public boolean active(Truth dataPlane) {
        return active(stated, observed, dataPlane);
    }

    /** The same of a need of which only this is known. */
    public static boolean active(Truth stated, Truth observed, Truth dataPlane) {
        return stated == Truth.YES || stated == Truth.UNKNOWN && dataPlane == Truth.YES && observed == Truth.YES;
    }

    /** Whether a mesh is the answer on every side, on none, or on some. */
    public Truth mesh() {
        return !possible.contains(AnswerCode.MESH) ? Truth.NO : possible.size() == 1 ? Truth.YES : Truth.UNKNOWN;
    }

    /** The closest threshold that lies near. */
    public Optional<Borderline> borderline() {
        return borderlines.stream().findFirst();
    }
}
