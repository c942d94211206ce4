package meshadvisor.dialect.running;

import java.util.List;
import meshadvisor.dialect.Nodes;
import meshadvisor.model.Selector;
import meshadvisor.model.Selector.Requirement;
import meshadvisor.tree.Node;

/** Reads label selectors. */
final class Selectors {

    private Selectors() {}

    /** The selector; one that is absent or empty takes everything. */
    static Selector read(Node node) {
        List<Requirement> expressions = Nodes.mappings(node.get("matchExpressions")).stream()
                .map(e -> new Requirement(e.get("key").text(), e.get("operator").text(),
                        e.get("values").items().stream().map(Node::text).toList()))
                .toList();
        return new Selector(Texts.of(node.get("matchLabels")), expressions);
    }
}
