package meshadvisor.dialect.istio;

import meshadvisor.dialect.Item;
import meshadvisor.dialect.Nodes;
import meshadvisor.dialect.Uses;
import meshadvisor.model.Route.Retries;
import meshadvisor.tree.Node;

/** Reads what a rule does besides choosing a destination. */
public final class HttpFeatures {

    private HttpFeatures() {}

    /** Retries as Istio counts them: a block without {@code attempts}, or with 0, switches them off. */
    public static Retries retries(Item item, Node retries) {
        return Nodes.filled(retries)
                ? new Retries(true, Item.number(retries.get("attempts")).orElse(0), retries.get("retryOn").text(), item.place(retries))
                : Retries.NONE;
    }

    /** Notes retries, a timeout, faults and mirrors of one rule. */
    public static void note(Uses uses, Node rule) {
        Node attempts = rule.at("retries", "attempts");
        if (Item.number(attempts).orElse(0) > 0) {
            uses.add("retries", attempts, "retries " + attempts.text() + " times");
        }
        Node timeout = rule.get("timeout");
        if (Nodes.filled(timeout) && !timeout.text().equals("0s")) {
            uses.add("timeouts", timeout, "limits the time of a request to " + timeout.text());
        }
        Node fault = Nodes.either(rule.get("fault"), "delay", "abort");
        if (Nodes.filled(fault)) {
            uses.add("fault-injection", fault, "injects faults");
        }
        Node mirror = Nodes.either(rule, "mirror", "mirrors");
        if (Nodes.filled(mirror)) {
            uses.add("mirroring", mirror, "mirrors requests");
        }
    }
}
