package meshadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import meshadvisor.catalog.Fact;
import meshadvisor.report.Topic.Kind;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.InputRule;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;
import meshadvisor.signal.Subjects;

/** Explains the rules. */
record RulePages(Rules rules, List<InputRule> ofInput, Facts facts, ConditionWords words) {

    List<Topic> topics() {
        Stream<Topic> judged = rules.all().stream().map(rule -> topic(rule.code(), rule.id(), rule.title(), () -> page(rule)));
        Stream<Topic> read = ofInput.stream().map(rule -> topic(rule.code(), rule.id(), rule.title(), () -> page(rule)));
        Topic signals = new Topic(Kind.TABLE, "signals", "What the conditions of rules can ask for", List.of("signal"), RulePages::signals);
        return Stream.of(judged, read, Stream.of(signals)).flatMap(topics -> topics).toList();
    }

    /** Every signal by what it is about, with its words where they are known. */
    private static Page signals() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("", "A condition of a rule asks for signals of the one thing that the rule is about. A signal is a number, "
                + "yes or no, or a word; where only some words are possible they stand here."));
        for (String about : Subjects.kinds()) {
            sections.add(new Section("About a " + about, Subjects.signals(about).stream().map(RulePages::signal).toList()));
        }
        return new Page("Signals", sections, List.of());
    }

    private static Block signal(String name) {
        Set<String> words = Subjects.words(name);
        return Block.Item.dash(0, name + (words.isEmpty() ? "" : ": " + String.join(", ", words)));
    }

    private static Topic topic(String code, String id, String title, Supplier<Page> page) {
        return new Topic(Kind.RULE, code, title, List.of(id, code + "-" + id), page);
    }

    private static Page page(InputRule rule) {
        List<Section> said = List.of(Section.of("", rule.title() + "."), new Section("What it means", Prose.blocks(rule.means())),
                new Section("What to do", Prose.blocks(rule.remedy())), Section.of("Severity", rule.severity().id() + ", now."));
        return new Page(rule.code() + " " + rule.id(), said, List.of("exit-codes"));
    }

    Page page(Rule rule) {
        List<Section> said = List.of(Section.of("", rule.title() + "."), new Section("When it fires", cases(rule)),
                new Section("What to do", Prose.blocks(rule.remedy())), new Section("Facts it stands on", facts(rule)));
        return new Page(rule.code() + " " + rule.id(), said, List.of());
    }

    private List<Block> cases(Rule rule) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(switch (rule.applies()) {
            case NOW -> "It matters now. The first of these cases that holds makes the finding:";
            case IF_ADOPTED -> "It matters only if a mesh is there or adopted. The first of these cases that holds makes the finding:";
        }));
        for (Rule.Case one : rule.cases()) {
            blocks.add(Block.Item.dash(0, one.severity().id() + " (confidence " + confidence(one.confidence()) + ") for any "
                    + one.about().replace('-', ' ') + ": " + ConditionWords.withNames(one.because())));
            blocks.add(new Block.Item(1, "", "When " + words.of(one.when()) + "."));
        }
        return blocks;
    }

    private static String confidence(Confidence confidence) {
        return confidence.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private List<Block> facts(Rule rule) {
        List<Block> items = new ArrayList<>();
        for (String reference : rule.facts()) {
            Fact fact = facts.of(reference, "rules/" + rule.id() + "/rule.yaml");
            items.add(Block.Item.dash(0, fact.says() + " " + Citation.of(fact).bracketed()));
        }
        return items;
    }
}
