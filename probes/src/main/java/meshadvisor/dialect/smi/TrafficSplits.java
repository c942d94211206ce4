package meshadvisor.dialect.smi;

import java.util.List;
import java.util.OptionalDouble;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Quantities;
import meshadvisor.dialect.References;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Route;
import meshadvisor.model.Route.Backend;
import meshadvisor.model.Route.Match;
import meshadvisor.model.Route.Order;
import meshadvisor.model.Route.PathKind;
import meshadvisor.model.Route.Retries;
import meshadvisor.model.Route.Rule;
import meshadvisor.model.Route.Weighting;
import meshadvisor.model.Text;
import meshadvisor.model.Use.Hop;
import meshadvisor.tree.Node;

/** Reads TrafficSplits: requests to one Service, the apex, are divided among others. */
final class TrafficSplits {

    private TrafficSplits() {}

    static void read(Item item, Facts facts) {
        SplitConducts.read(item, facts);
        Node apex = item.spec().get("service");
        Node written = item.spec().get("backends");
        List<Backend> backends = written.items().stream().map(backend -> backend(item, backend)).toList();
        List<Text> parents = apex.text().isEmpty() ? List.of() : List.of(item.text(apex));
        Rule rule = new Rule(item.place(written), "", Order.MOST_SPECIFIC, List.of(match(item)), backends, Retries.NONE);
        facts.routes.add(new Route(item.meta(), SmiDialect.ID, Hop.INTERNAL, List.of(), parents, List.of(rule)));

        References references = new References(item, facts);
        references.add(Kind.SERVICE, apex);
        written.items().forEach(backend -> references.add(Kind.SERVICE, backend.get("service")));
        // a split of 0 and 1000m is in use too: it waits to be shifted
        if (backends.size() > 1) {
            new Uses(item, facts, SmiDialect.ID, Hop.INTERNAL).add("split-weight", backends.getFirst().place(),
                    "divides requests to " + apex.text() + " among " + backends.size() + " Services by weight");
        }
    }

    /** The groups of conditions stand in other objects, so what they say is not known here. */
    private static Match match(Item item) {
        boolean conditions = Nodes.filled(item.spec().get("matches"));
        return new Match(item.place(item.spec()), PathKind.ANY, "", List.of(), conditions, List.of());
    }

    private static Backend backend(Item item, Node backend) {
        Node weight = backend.get("weight");
        OptionalDouble amount = Quantities.read(weight.text());
        return new Backend(item.text(backend.get("service")), "", "", amount.orElse(0),
                amount.isPresent() ? Weighting.RELATIVE : Weighting.NONE, item.place(amount.isPresent() ? weight : backend));
    }
}
