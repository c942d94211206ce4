package meshadvisor.model;

import java.util.List;

/**
 * A resource that makes a delivery tool install a chart.
 *
 * @param tool such as {@code Flux HelmRelease}, {@code Argo CD Application}
 * @param version as it holds after substitution; {@link Text#NONE} where it is not known
 * @param versions all versions that a generator lists, the first being {@code version}
 * @param via where substituted values come from
 * @param namespace where it installs, empty if not stated
 */
public record Install(Meta meta, String tool, Text chart, Text version, List<Text> versions, List<Evidence> via, String namespace) {

    public Install {
        versions = List.copyOf(versions);
        via = List.copyOf(via);
    }
}
