package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import meshadvisor.advice.Advice;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Outcome;
import meshadvisor.advice.Ranked;
import meshadvisor.advice.Verdict;
import meshadvisor.advice.Verdict.Flip;
import meshadvisor.catalog.Question;
import meshadvisor.report.Report;

/** Why the verdict is as it is, what would change it, and which mesh it would be. */
final class AdviceSections {

    private static final int FLIPS = 12;

    /** How the answers file names a need. */
    private static final String NEED = "needs.";

    private AdviceSections() {}

    static List<Block> why(Report report) {
        Verdict verdict = report.advice().verdict();
        Words words = new Words(report);
        List<Block> blocks = new ArrayList<>();
        verdict.why().forEach(w -> blocks.add(Block.item(1, w)));
        boolean differ = verdict.namespaces().stream().map(n -> n.outcome() + n.mesh()).distinct().count() > 1;
        if (differ) {
            verdict.namespaces()
                    .forEach(n -> blocks.add(Block.item(1, "Namespace " + (n.namespace().isEmpty() ? "not stated" : n.namespace())
                            + ": " + words.outcome(n.outcome(), n.mesh()))));
        }
        return Sections.section("Why", "why", blocks);
    }

    static List<Block> flips(Report report, Words words) {
        List<Block> blocks = new ArrayList<>();
        Fold.each(report.advice().verdict().flips(), FLIPS, flip -> blocks.add(Block.item(1, flip(flip, report.advice(), words))),
                more -> blocks.add(Block.item(1, more)));
        return Sections.section("What would change this", "flips", blocks);
    }

    static String flip(Flip flip, Advice advice, Words words) {
        Optional<String> need = advice.needs().stream().map(NeedAnswer::need).filter(n -> n.id().equals(flip.fact()))
                .map(n -> Words.title(n) + " were " + (flip.to().equals("yes") ? "needed" : "not needed")).findFirst();
        String fact = need.orElseGet(() -> flip.ask().isEmpty() ? "there were " + flip.to() + " " + flip.fact().replace('-', ' ')
                : "the answer to \"" + flip.ask() + "\" were " + flip.to());
        return Words.capital(words.outcome(flip.outcome(), flip.mesh())) + " if " + fact + ".";
    }

    /** Only where somebody has to choose: a mesh is advised, there, possible or proposed. */
    static List<Block> ranking(Report report) {
        Advice advice = report.advice();
        Outcome outcome = advice.verdict().outcome();
        boolean choice = outcome == Outcome.ADOPT || outcome == Outcome.KEEP || outcome == Outcome.UNDECIDED;
        List<Block> blocks = new ArrayList<>();
        if (choice || !advice.considered().isEmpty()) {
            advice.ranking().forEach(r -> ranked(r, blocks));
        }
        return Sections.section("Meshes, the best first", "ranking", blocks);
    }

    static void ranked(Ranked ranked, List<Block> blocks) {
        String id = ranked.variant().id();
        String points = String.format(Locale.ROOT, "%+.1f points", ranked.score());
        String out = ranked.excluded().isEmpty() ? points : "out of the question";
        blocks.add(new Block.Subheading(Tone.STRONG, ranked.variant().name() + ": " + out, "mesh-" + id));
        judgement(ranked, blocks);
    }

    /** What speaks for and against it. */
    static void judgement(Ranked ranked, List<Block> blocks) {
        ranked.excluded().forEach(e -> blocks.add(Block.item(1, "× " + e)));
        ranked.reasons().forEach(r -> blocks.add(Block.item(1, r)));
        ranked.open().forEach(o -> blocks.add(Block.item(1, "Would count if it were true: " + o)));
    }

    static List<Block> considered(Report report, Words words) {
        List<Block> blocks = new ArrayList<>();
        for (Advice.Considered proposal : report.advice().considered()) {
            Ranked ranked = proposal.variant();
            blocks.add(new Block.Subheading(Tone.STRONG, ranked.variant().name(), "considered-" + ranked.variant().id()));
            ranked.excluded().forEach(e -> blocks.add(Block.item(1, "× Out of the question: " + e)));
            labelled("Gives: ", proposal.gives().stream(), blocks);
            labelled("Breaks: ", proposal.breaks().stream(), blocks);
        }
        List<String> instead = report.advice().considered().stream().flatMap(c -> c.instead().stream()).distinct().toList();
        if (!instead.isEmpty()) {
            blocks.add(new Block.Subheading(Tone.STRONG, "Advised instead", "considered-instead"));
            labelled("", instead.stream().map(words::plain), blocks);
        }
        return Sections.section("What was proposed", "considered", blocks);
    }

    private static void labelled(String label, Stream<String> sentences, List<Block> blocks) {
        sentences.forEach(s -> blocks.add(Block.item(1, label + s)));
    }

    static List<Block> questions(Report report, Words words) {
        List<Block> blocks = new ArrayList<>();
        for (Advice.Asked asked : report.advice().questions()) {
            Question question = asked.question();
            blocks.add(new Block.Subheading(Tone.STRONG, question.ask(), "question-" + question.id()));
            blocks.add(Block.item(1, how(question)));
            if (!question.why().isEmpty()) {
                blocks.add(Block.item(1, question.why()));
            }
            String alone = asked.alone() ? "" : "Alone it changes nothing, but ";
            asked.effects().forEach(e -> blocks.add(Block.item(1, alone + words.plain(e))));
        }
        return Sections.section("Questions, the most decisive first", "questions", blocks);
    }

    private static String how(Question question) {
        String answer = "In answers.yaml: " + question.id() + " (" + String.join(", ", question.options()) + ")";
        return question.id().startsWith(NEED) ? answer + ", or --need " + question.id().substring(NEED.length()) : answer;
    }
}
