package meshadvisor.dialect.smi;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import meshadvisor.dialect.Effects;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Quantities;
import meshadvisor.model.Conduct;
import meshadvisor.model.Conduct.Condition;
import meshadvisor.model.Feature;
import meshadvisor.model.Route.Order;
import meshadvisor.tree.Node;

/** Reads all that a TrafficSplit says, so that it can be written again. Its conditions stand in other objects. */
final class SplitConducts {

    private SplitConducts() {}

    static void read(Item item, Facts facts) {
        Node apex = item.spec().get("service");
        Node matches = item.spec().get("matches");
        List<Condition> conditions = new ArrayList<>();
        if (Nodes.filled(matches)) {
            Effects others = new Effects(item, "");
            others.note(Feature.MATCH_ELSEWHERE, matches, "matches");
            conditions.add(new Condition(item.place(matches), "matches", List.of(), others.all(), List.of(), 0));
        }
        List<Conduct.Share> shares = new ArrayList<>();
        List<Node> backends = item.spec().get("backends").items();
        for (int i = 0; i < backends.size(); i++) {
            Node backend = backends.get(i);
            OptionalDouble weight = Quantities.read(backend.get("weight").text());
            shares.add(new Conduct.Share(item.text(backend.get("service")), 0, "", weight.orElse(-1), List.of(), item.place(backend),
                    "backends[" + i + "]"));
        }
        if (!apex.text().isEmpty()) {
            facts.conducts.add(new Conduct(item.meta(), SmiDialect.ID, List.of(item.text(apex)), List.of(), true, List.of(),
                    Order.MOST_SPECIFIC, true,
                    List.of(new Conduct.Rule(item.place(item.spec().get("backends")), "backends", conditions, shares, List.of())),
                    List.of()));
        }
    }
}
