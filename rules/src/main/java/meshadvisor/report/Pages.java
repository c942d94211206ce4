package meshadvisor.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.report.Topic.Kind;
import meshadvisor.rule.InputRule;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;

/** Everything that can be explained, found by its words. */
public final class Pages {

    private final List<Topic> topics;
    private final RulePages rules;
    private final NeedPages needs;
    private final MeshPages meshes;

    /**
     * Knows the words at once and makes a page when it is asked for.
     *
     * @param exitCodes what each exit code means, by its number
     */
    public Pages(Catalogue catalogue, Map<String, String> exitCodes) {
        Facts facts = new Facts(catalogue);
        ConditionWords words = new ConditionWords(catalogue);
        ConceptPages concepts = new ConceptPages(catalogue, facts);
        rules = new RulePages(Rules.of(catalogue.library()), InputRule.of(catalogue.library()), facts, words);
        needs = new NeedPages(catalogue, words);
        meshes = new MeshPages(catalogue, words);
        topics = Stream.of(concepts.topics(), needs.topics(), meshes.topics(), rules.topics(),
                new AnswerPages(catalogue, needs, exitCodes).topics(), new CoursePages(catalogue, concepts).topics(),
                new PlatformPages(catalogue).topics())
                .flatMap(List::stream).sorted(Comparator.comparing(Topic::kind)).toList();
    }

    /** Everything that has a page, by kind. */
    public List<Topic> topics() {
        return topics;
    }

    /** The pages of a word, or of words that belong together such as {@code course 4}; several where it means several things. */
    public List<Page> of(List<String> words) {
        String wanted = String.join("-", words).toLowerCase(Locale.ROOT);
        return topics.stream().filter(t -> t.answersTo(wanted)).map(t -> t.page().get()).toList();
    }

    /** Which words there are, by kind. */
    public Page words() {
        List<Section> sections = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            sections.add(new Section(kind.heading(), topics.stream().filter(t -> t.kind() == kind)
                    .map(t -> Block.Item.dash(0, t.word() + ": " + t.title())).toList()));
        }
        return new Page("What can be explained", sections, List.of());
    }

    /** Every word that leads to a page. */
    public List<String> known() {
        return topics.stream().flatMap(Topic::words).distinct().toList();
    }

    /** The page of a rule. */
    public Page rule(Rule rule) {
        return rules.page(rule);
    }

    /** The page of a vendor's mesh. */
    public Page mesh(String vendor) {
        return meshes.page(vendor);
    }

    /** The page of all needs and their trees. */
    public Page needs() {
        return needs.all();
    }

    /** Makes every page and follows every reference of it; what is wrong in the catalogue, or nothing. */
    public List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        for (Topic topic : topics) {
            try {
                topic.page().get().see().stream().filter(word -> !known(word))
                        .forEach(word -> mistakes.add(topic.word() + " points to \"" + word + "\", which nothing explains"));
            } catch (CatalogueMistake e) {
                mistakes.add(String.valueOf(e.getMessage()));
            }
        }
        return mistakes.stream().distinct().toList();
    }

    private boolean known(String word) {
        return topics.stream().anyMatch(t -> t.answersTo(word.toLowerCase(Locale.ROOT)));
    }
}
