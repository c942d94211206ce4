package meshadvisor.advice;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Given;
import meshadvisor.catalog.Library;
import meshadvisor.rule.Condition;

/** The decision tree, one for each need. The field names of the document choose between question and leaf. */
public sealed interface Tree {

    /** A fork. */
    record Question(String ask, Condition when, Tree yes, Tree no) implements Tree {
        public Question {
            Given.needed(ask, "ask");
            Given.needed(when, "when");
            Given.needed(yes, "yes");
            Given.needed(no, "no");
        }
    }

    /**
     * An end.
     *
     * @param id unique in the tree, so that a sample can show it
     * @param because the reason in one sentence
     * @param caveat what to mind, may be empty
     */
    record Leaf(String id, String answer, String because, String caveat) implements Tree {
        public Leaf {
            Given.needed(id, "id");
            Given.needed(answer, "answer");
            Given.needed(because, "because");
            caveat = Given.or(caveat, "");
            AnswerCode.valueOf(answer);
        }

        /** The answer. */
        public AnswerCode code() {
            return AnswerCode.valueOf(answer);
        }
    }

    /** The tree of one need as the file has it. */
    record OfNeed(String need, Tree tree) {}

    /** The trees of all needs, in the order of the file. */
    static List<OfNeed> read(Library library) {
        List<OfNeed> trees = library.readList("tree.yaml", "trees", OfNeed.class);
        if (trees.isEmpty()) {
            throw new CatalogueMistake("tree.yaml", "\"trees\" is missing or empty");
        }
        return trees;
    }

    /** Every leaf, from yes to no. */
    static List<Leaf> leaves(Tree tree) {
        return switch (tree) {
            case Question(var ask, var when, var yes, var no) -> {
                List<Leaf> both = new ArrayList<>(leaves(yes));
                both.addAll(leaves(no));
                yield both;
            }
            case Leaf leaf -> List.of(leaf);
        };
    }
}
