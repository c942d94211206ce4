package meshadvisor.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import meshadvisor.catalog.Fact;
import meshadvisor.report.Topic.Kind;
import meshadvisor.rule.Confidence;
import meshadvisor.rule.Rule;
import meshadvisor.rule.Rules;

/** Explains the rules. */
record RulePages(Rules rules, Facts facts, ConditionWords words) {

    List<Topic> topics() {
        return rules.all().stream()
                .map(rule -> new Topic(Kind.RULE, rule.code(), rule.title(), List.of(rule.id(), rule.code() + "-" + rule.id()),
                        () -> page(rule)))
                .toList();
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
