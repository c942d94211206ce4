package meshadvisor.advice;

import java.util.List;
import meshadvisor.catalog.Question;

/**
 * What the tree says to a system.
 *
 * @param ranking of all variants for the active needs, the best first
 * @param questions whose answers could change the verdict, the most decisive first
 */
public record Advice(Verdict verdict, List<NeedAnswer> needs, List<Ranked> ranking, List<Asked> questions, List<Considered> considered) {

    /**
     * A question that could change the verdict.
     *
     * @param alone whether an answer to it changes the verdict by itself
     * @param effects what each answer would lead to
     */
    public record Asked(Question question, boolean alone, List<String> effects) {
        public Asked {
            effects = List.copyOf(effects);
        }
    }

    /**
     * A proposal of the user, judged.
     *
     * @param gives what it would give for each need
     * @param instead what is advised instead
     */
    public record Considered(Ranked variant, List<String> gives, List<String> breaks, List<String> instead) {
        public Considered {
            gives = List.copyOf(gives);
            breaks = List.copyOf(breaks);
            instead = List.copyOf(instead);
        }
    }

    public Advice {
        needs = List.copyOf(needs);
        ranking = List.copyOf(ranking);
        questions = List.copyOf(questions);
        considered = List.copyOf(considered);
    }
}
