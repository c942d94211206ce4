package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * A label selector of Kubernetes. The empty one takes everything.
 *
 * @param labels that must be there with these values
 */
public record Selector(Map<String, String> labels, List<Requirement> expressions) {

    /** Takes everything. */
    public static final Selector EVERYTHING = new Selector(Map.of(), List.of());

    /**
     * One expression.
     *
     * @param operator {@code In}, {@code NotIn}, {@code Exists} or {@code DoesNotExist}; whatever else stands there fits nothing
     */
    public record Requirement(String key, String operator, List<String> values) {
        public Requirement {
            values = List.copyOf(values);
        }

        boolean holds(Map<String, String> labels) {
            boolean there = labels.containsKey(key);
            boolean listed = there && values.contains(labels.get(key));
            return switch (operator) {
                case "In" -> listed;
                case "NotIn" -> !listed;
                case "Exists" -> there;
                case "DoesNotExist" -> !there;
                default -> false;
            };
        }
    }

    public Selector {
        labels = Copies.of(labels);
        expressions = List.copyOf(expressions);
    }

    /** Whether something with these labels is selected. */
    public boolean matches(Map<String, String> of) {
        return labels.entrySet().stream().allMatch(e -> e.getValue().equals(of.get(e.getKey())))
                && expressions.stream().allMatch(r -> r.holds(of));
    }
}
