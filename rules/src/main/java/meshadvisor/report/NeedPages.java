package meshadvisor.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.advice.Tree;
import meshadvisor.advice.Tree.Leaf;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Need;
import meshadvisor.catalog.Threshold;
import meshadvisor.report.Topic.Kind;

/** Explains the needs and how each is decided. */
record NeedPages(Catalogue catalogue, ConditionWords words) {

    List<Topic> topics() {
        List<Topic> topics = new ArrayList<>();
        catalogue.needs().forEach(n -> topics.add(new Topic(Kind.NEED, n.id(), n.title(), List.of(), () -> page(n))));
        topics.add(new Topic(Kind.TABLE, "needs", "All needs and the decision tree", List.of("tree", "decision-tree"), this::all));
        topics.add(new Topic(Kind.TABLE, "thresholds", "The numbers that decide", List.of("threshold"),
                () -> new Page("Thresholds", List.of(new Section("", thresholds(catalogue.thresholds().keySet()))),
                        List.of())));
        return topics;
    }

    /** Every need with its tree. */
    Page all() {
        List<Section> sections = new ArrayList<>();
        sections.add(Section.of("",
                "A need moves the outcome only when it is active: stated, or, where a mesh is there, observed. Every other"
                        + " need gets an answer too, as what would be advised if it were one. At a question that cannot be answered both ways are"
                        + " followed."));
        catalogue.needs().forEach(n -> sections.add(new Section(n.id() + ": " + n.title(), Stream.concat(
                Stream.of(new Block.Paragraph("\"" + n.wants() + "\"")), tree(n).stream()).toList())));
        sections.add(new Section("Thresholds", thresholds(catalogue.thresholds().keySet())));
        return new Page("Needs and the decision tree", sections, List.of());
    }

    private Page page(Need need) {
        return new Page("Need " + need.id() + ": " + need.title(), List.of(
                new Section("",
                        List.of(new Block.Paragraph("\"" + need.wants() + "\" To state it: --need " + need.id() + "; to deny it: --no-need "
                                + need.id() + "."))),
                Section.of("The question", need.ask()),
                new Section("How it is decided", tree(need)),
                new Section("Thresholds", thresholds(thresholdsIn(need))),
                new Section("What a mesh must be able to do for it", capabilities(need))),
                leaves(need).map(Leaf::answer).distinct().toList());
    }

    private Stream<Tree> trees(Need need) {
        return Tree.read(catalogue.library()).stream().filter(t -> t.need().equals(need.id())).map(Tree.OfNeed::tree);
    }

    /** Where the tree of a need can end. */
    Stream<Leaf> leaves(Need need) {
        return trees(need).flatMap(t -> Tree.leaves(t).stream());
    }

    private List<Block> tree(Need need) {
        List<Block> items = new ArrayList<>();
        trees(need).forEach(tree -> outline(tree, "", 0, items));
        return items;
    }

    private void outline(Tree tree, String way, int depth, List<Block> items) {
        switch (tree) {
            case Tree.Question(var ask, var when, var yes, var no) -> {
                items.add(Block.Item.dash(depth, way + ask + " [" + words.of(when) + "]"));
                outline(yes, "yes: ", depth + 1, items);
                outline(no, "no: ", depth + 1, items);
            }
            case Leaf leaf -> items.add(Block.Item.dash(depth,
                    way + leaf.answer() + ". " + leaf.because() + (leaf.caveat().isEmpty() ? "" : " Mind: " + leaf.caveat())));
        }
    }

    private List<Block> thresholds(Set<String> ids) {
        return catalogue.thresholds().values().stream().filter(t -> ids.contains(t.id())).map(NeedPages::words).toList();
    }

    private static Block words(Threshold threshold) {
        return Block.Item.dash(0, threshold.id() + ": " + ConditionWords.number(threshold.value()) + " " + threshold.unit() + ", "
                + threshold.provenance() + " (" + threshold.source() + ")");
    }

    private Set<String> thresholdsIn(Need need) {
        Set<String> found = new TreeSet<>();
        trees(need).forEach(tree -> addThresholds(tree, found));
        return found;
    }

    private static void addThresholds(Tree tree, Set<String> found) {
        if (tree instanceof Tree.Question(var ask, var when, var yes, var no)) {
            when.comparisons().forEach(c -> found.add(c.threshold()));
            addThresholds(yes, found);
            addThresholds(no, found);
        }
    }

    /** Each capability with the state that it has in every variant of which that is known. */
    private List<Block> capabilities(Need need) {
        Map<String, Set<String>> states = new LinkedHashMap<>();
        need.capabilities().forEach(c -> states.put(c, new LinkedHashSet<>()));
        catalogue.capabilities().stream().filter(c -> states.containsKey(c.capability()))
                .forEach(c -> states.getOrDefault(c.capability(), Set.of())
                        .add(c.variant() + " " + MeshPages.state(c) + " " + Citation.of(c).bracketed()));
        return states.entrySet().stream()
                .<Block>map(e -> Block.Item.dash(0, e.getKey() + ": " + e.getValue().stream().collect(Collectors.joining("; "))))
                .toList();
    }
}
