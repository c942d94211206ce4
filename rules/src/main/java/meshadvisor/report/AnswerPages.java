package meshadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import meshadvisor.catalog.AnswerText;
import meshadvisor.catalog.Catalogue;
import meshadvisor.report.Topic.Kind;

/**
 * Explains what the program can say in the end: the answer to a need, and its exit code.
 *
 * @param exitCodes what each means, by number
 */
record AnswerPages(Catalogue catalogue, NeedPages needs, Map<String, String> exitCodes) {

    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        catalogue.answers().values().forEach(a -> topics
                .add(new Topic(Kind.ANSWER, a.code(), a.title(), List.of(a.code().replace('_', '-')), () -> page(a))));
        exitCodes.forEach((code, meaning) -> topics.add(new Topic(Kind.EXIT, "exit-" + code, meaning, List.of(code, "code-" + code),
                () -> new Page("Exit code " + code, List.of(Section.of("", meaning + ".")), List.of("exit-codes")))));
        topics.add(new Topic(Kind.TABLE, "exit-codes", "All exit codes", List.of("exit", "exit-code"), this::codes));
        return topics;
    }

    private Page page(AnswerText answer) {
        List<Section> sections =
                new ArrayList<>(List.of(Section.of("", answer.means()), new Section("Next step", Prose.blocks(answer.next()))));
        sections.add(new Section("Where the tree ends in it", ends(answer.code())));
        if (!answer.cheaperThan().isEmpty()) {
            sections.add(Section.of("Cheaper than", String.join(", ", answer.cheaperThan())));
        }
        return new Page(answer.code() + ": " + answer.title(), sections, List.of("needs"));
    }

    private List<Block> ends(String code) {
        return catalogue.needs().stream().flatMap(need -> needs.leaves(need).filter(l -> l.answer().equals(code))
                .<Block>map(l -> Block.Item.dash(0, need.id() + ": " + l.because()))).toList();
    }

    private Page codes() {
        List<Block> items = new ArrayList<>();
        exitCodes.forEach((code, meaning) -> items.add(Block.Item.dash(0, code + ": " + meaning)));
        return new Page("Exit codes",
                List.of(Section.of("", "The exit code never depends on the output format."), new Section("Codes", items)),
                List.of());
    }
}
