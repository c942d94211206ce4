package meshadvisor.samples;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/**
 * What {@code expected.yaml} of a sample says.
 *
 * @param services number of application services
 * @param mesh empty for none
 * @param leaves by active need; {@link Assessed#OPEN} where the answer waits for a fact
 * @param borderlines by need, such as {@code 20 MESH}
 * @param leftOut names that must be among what was not counted
 * @param findings that must be there; no other error may be
 * @param silent codes that no finding may have
 */
record Expectation(int services, String outcome, String mesh, Map<String, String> leaves, Map<String, String> borderlines,
        List<String> leftOut, List<Wanted> findings, List<String> silent) {

    private static final Set<String> KEYS =
            Set.of("services", "outcome", "mesh", "leaves", "borderline", "left-out", "findings", "silent");

    /**
     * A finding that must be there.
     *
     * @param object such as {@code Deployment/shop/cart}; empty for any
     * @param says words that its message must contain
     * @param count how many there must be in all; -1 for at least one
     */
    record Wanted(String code, String severity, String object, String says, int count) {

        private static final Set<String> KEYS = Set.of("code", "severity", "object", "says", "count");

        static Wanted of(Node node) {
            only(node, KEYS);
            return new Wanted(node.get("code").text(), node.get("severity").text(), node.get("object").text(), node.get("says").text(),
                    node.get("count").present() ? Integer.parseInt(node.get("count").text()) : -1);
        }

        boolean fits(Assessed.Finding finding) {
            return finding.code().equals(code) && finding.severity().equals(severity)
                    && (object.isEmpty() || finding.object().equals(object))
                    && finding.message().contains(says);
        }

        boolean isMet(List<Assessed.Finding> findings) {
            long fitting = findings.stream().filter(this::fits).count();
            return count < 0 ? fitting > 0 : fitting == count;
        }
    }

    static Expectation of(Node node) {
        only(node, KEYS);
        return new Expectation(Integer.parseInt(node.get("services").text()), node.get("outcome").text(), node.get("mesh").text(),
                map(node.get("leaves"), Node::text),
                map(node.get("borderline"), other -> other.get("threshold").text() + " " + other.get("other").text()),
                texts(node.get("left-out")), node.get("findings").items().stream().map(Wanted::of).toList(), texts(node.get("silent")));
    }

    /** Codes that must be found. */
    List<String> codes() {
        return findings.stream().map(Wanted::code).distinct().toList();
    }

    private static List<String> texts(Node node) {
        return node.items().stream().map(Node::text).toList();
    }

    private static Map<String, String> map(Node node, Function<Node, String> value) {
        Map<String, String> map = new TreeMap<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach(entry -> map.put(entry.key().text(), value.apply(entry.value())));
        }
        return map;
    }

    private static void only(Node node, Set<String> known) {
        if (node instanceof Mapping mapping) {
            mapping.entries().stream().map(entry -> entry.key().text()).filter(key -> !known.contains(key)).forEach(key -> {
                throw new IllegalArgumentException("unknown key \"" + key + "\"; known are " + known);
            });
        }
    }
}
