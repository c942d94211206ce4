package meshadvisor.dialect.running;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.ResourceLists;
import meshadvisor.model.Amount;
import meshadvisor.model.Bounds.Autoscaler;
import meshadvisor.model.Bounds.DisruptionBudget;
import meshadvisor.model.Bounds.Quota;
import meshadvisor.model.Bounds.Reach;
import meshadvisor.model.LimitRange;
import meshadvisor.model.LimitRange.Limit;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Quantity;
import meshadvisor.model.Text;
import meshadvisor.tree.Node;

/** Reads what bounds how many pods there may be, and how large. */
public final class BoundsReading {

    private BoundsReading() {}

    static Quota quota(Item item) {
        Node hard = item.root().at("status", "hard");
        return new Quota(item.meta().key(), item.meta().place(), amounts(Nodes.filled(hard) ? hard : item.spec().get("hard")),
                amounts(item.root().at("status", "used")), reach(item.spec()));
    }

    /** A pod belongs to a quota only where every scope takes it. */
    private static Reach reach(Node spec) {
        Stream<Node> selected = spec.at("scopeSelector", "matchExpressions").items().stream().map(e -> e.get("scopeName"));
        List<String> scopes = Stream.concat(spec.get("scopes").items().stream(), selected).map(Node::text).toList();
        return scopes.contains("Terminating") || scopes.contains("BestEffort") ? Reach.NONE
                : scopes.stream().allMatch("NotTerminating"::equals) ? Reach.EVERY : Reach.SOME;
    }

    private static Map<String, Long> amounts(Node list) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        Texts.of(list).forEach((name, text) -> {
            OptionalLong amount = name.endsWith("cpu") ? Quantity.thousandths(text) : Quantity.whole(text);
            amount.ifPresent(a -> amounts.put(name, a));
        });
        return amounts;
    }

    static DisruptionBudget disruptionBudget(Item item) {
        return new DisruptionBudget(item.meta().key(), item.meta().place(), Selectors.read(item.spec().get("selector")),
                item.spec().get("minAvailable").text(), item.spec().get("maxUnavailable").text(),
                amount(item.root().at("status", "disruptionsAllowed")));
    }

    static Autoscaler autoscaler(Item item) {
        Node target = item.spec().get("scaleTargetRef");
        String apiVersion = target.get("apiVersion").text();
        int slash = apiVersion.indexOf('/');
        ObjectKey key = new ObjectKey(slash < 0 ? "" : apiVersion.substring(0, slash), target.get("kind").text(), item.meta().namespace(),
                target.get("name").text());
        return new Autoscaler(item.meta().key(), item.meta().place(), key, amount(item.spec().get("minReplicas")),
                amount(item.spec().get("maxReplicas")), amount(item.root().at("status", "currentReplicas")));
    }

    /** A LimitRange. Where only a maximum is given, the API server makes it the default limit too, and the default limit the default request. */
    public static LimitRange limitRange(Item item) {
        List<Node> limits = Nodes.mappings(item.spec().get("limits"));
        Text memory = limits.stream().filter(l -> l.get("type").text().equals("Container"))
                .map(l -> item.text(Nodes.filled(l.at("default", "memory")) ? l.at("default", "memory") : l.at("max", "memory")))
                .filter(Text::given).findFirst().orElse(Text.NONE);
        return new LimitRange(item.meta(), memory,
                limits.stream().map(l -> new Limit(l.get("type").text(), ResourceLists.read(l.get("default")),
                        ResourceLists.read(l.get("defaultRequest")), ResourceLists.read(l.get("max")), item.place(l))).toList());
    }

    private static Amount amount(Node number) {
        return Amount.of(Quantity.whole(number.text()));
    }
}
