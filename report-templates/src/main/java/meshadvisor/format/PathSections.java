package meshadvisor.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import meshadvisor.advice.NeedAnswer;
import meshadvisor.advice.Step;
import meshadvisor.format.html.DecisionPath;
import meshadvisor.format.html.Part;
import meshadvisor.report.Report;
import meshadvisor.rule.Truth;
import meshadvisor.signal.MeshSeen;
import meshadvisor.signal.code.CodeReadings;

/** The tree as it was walked for the needs that move the verdict, with what each answer rests on. */
record PathSections(Report report, Words words) {

    /** Where nothing moves the verdict, those of the needs that would. */
    private static final int INSTEAD = 3;

    List<Block> walked() {
        Truth dataPlane = Truth.of(report.meshes().stream().anyMatch(MeshSeen::runs));
        List<NeedAnswer> active = report.advice().needs().stream().filter(need -> need.active(dataPlane)).toList();
        List<NeedAnswer> would = report.advice().needs().stream()
                .filter(need -> report.advice().verdict().flips().stream().anyMatch(flip -> flip.fact().equals(need.need().id())))
                .limit(INSTEAD).toList();
        List<Block> blocks = new ArrayList<>();
        if (active.isEmpty() && !would.isEmpty()) {
            blocks.add(Block.item(1, "No need was stated or seen that counts. What would change the verdict, if it were needed, follows."));
        }
        (active.isEmpty() ? would : active).forEach(need -> need(need, blocks));
        return Sections.section("The decision tree, as it was walked", "tree", blocks);
    }

    private void need(NeedAnswer need, List<Block> blocks) {
        blocks.add(new Block.Subheading(Tone.STRONG, need.need().title(), "walked-" + need.need().id()));
        String end = words.answer(need.code());
        if (need.steps().isEmpty()) {
            blocks.add(Block.item(1, "The tree asks nothing here. So: " + end + ". " + need.because()));
            return;
        }
        List<List<String>> rows = need.steps().stream()
                .map(step -> List.of(step.question().ask(), truth(step), step.evidence().isEmpty() ? "nothing that was read shows it"
                        : step.evidence().stream().limit(Fold.EVIDENCE).map(Object::toString).collect(Collectors.joining("; "))))
                .toList();
        List<DecisionPath.Turn> turns =
                need.steps().stream().map(step -> new DecisionPath.Turn(step.question().ask(), answer(step))).toList();
        blocks.add(new Block.Picture(DecisionPath.of("The way to the answer for " + Words.title(need.need()), turns, end,
                new Part.Grid("Questions on the way", List.of("Question", "Answer", "Rests on"), rows))));
        need.steps().forEach(step -> step(step, blocks));
        blocks.add(Block.item(1, "So: " + end + ". " + need.because()));
    }

    private static void step(Step step, List<Block> blocks) {
        blocks.add(Block.item(1, step.question().ask() + " " + Words.capital(truth(step)) + "."));
        Fold.each(step.evidence(), Fold.EVIDENCE, each -> blocks.add(new Block.Item(2, each.sentence(), each.place().toString())),
                more -> blocks.add(Block.item(2, more)));
    }

    private static DecisionPath.Answer answer(Step step) {
        return switch (step.truth()) {
            case YES -> DecisionPath.Answer.YES;
            case NO -> taken(step) ? DecisionPath.Answer.TAKEN_AS_NO : DecisionPath.Answer.NO;
            case UNKNOWN -> DecisionPath.Answer.UNKNOWN;
        };
    }

    private static String truth(Step step) {
        return taken(step) ? "unknown, taken as no" : step.truth().name().toLowerCase(Locale.ROOT);
    }

    /** Whether nobody gave the code that could show it. */
    private static boolean taken(Step step) {
        return step.truth() == Truth.NO && step.evidence().equals(List.of(CodeReadings.NOT_GIVEN));
    }
}
