package meshadvisor.dialect;

import meshadvisor.tree.Absent;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.Sequence;

/** Finds Envoy's rate limit filters in a piece of Envoy configuration. */
public final class RateLimitFilters {

    private RateLimitFilters() {}

    /** Notes the filters that are named anywhere below the node. */
    public static void note(Uses uses, Node node) {
        switch (node) {
            case Mapping mapping -> mapping.entries().forEach(entry -> {
                note(uses, entry.key());
                note(uses, entry.value());
            });
            case Sequence sequence -> sequence.items().forEach(item -> note(uses, item));
            case Scalar scalar -> noteName(uses, scalar);
            case Absent absent -> {
                // nothing is named here
            }
        }
    }

    private static void noteName(Uses uses, Scalar name) {
        String text = name.text();
        if (text.contains("local_ratelimit") || text.contains("local_rate_limit")) {
            uses.add("rate-limit-local", name, "limits request rates in each proxy");
        } else if (text.contains("filters.http.ratelimit") || text.contains("filters.network.ratelimit")
                || text.equals("rate_limit_service")) {
            uses.add("rate-limit-global", name, "limits request rates through a rate limit service");
        }
    }
}
