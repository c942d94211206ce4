package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * A resource that makes a delivery tool install a chart.
 *
 * @param tool such as {@code Flux HelmRelease}, {@code Argo CD Application}
 * @param version as it holds after substitution; {@link Text#NONE} where it is not known
 * @param versions all versions that a generator lists, the first being {@code version}
 * @param via where substituted values come from
 * @param namespace where it installs, empty if not stated
 * @param values that are given to the chart where the resource itself states them, by their path with dots, such as {@code global.tag}
 */
public record Install(Meta meta, String tool, Text chart, Text version, List<Text> versions, List<Evidence> via, String namespace,
        Map<String, Text> values) {

    public Install {
        versions = List.copyOf(versions);
        via = List.copyOf(via);
        values = Copies.of(values);
    }

    /** The same with the version that a substitution gives. */
    public Install with(Text other, List<Evidence> reasons) {
        return new Install(meta, tool, chart, other, other.given() ? List.of(other) : List.of(), reasons, namespace, values);
    }
}
