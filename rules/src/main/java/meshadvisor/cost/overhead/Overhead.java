package meshadvisor.cost.overhead;

import java.util.List;
import meshadvisor.cost.Amount;

/**
 * What one variant of a mesh adds here.
 *
 * @param mesh id of the catalogue
 * @param variant id of the catalogue
 * @param name for readers
 * @param parts all that it adds to the cluster
 * @param hopP50 added to the median of one hop, in ms
 * @param hopP99 added to the 99th percentile of one hop, in ms
 * @param unseen what could not be predicted and why, in words: never counted as nothing
 */
public record Overhead(String mesh, String variant, String name, List<Part> parts, Amount hopP50, Amount hopP99, List<String> unseen) {

    public Overhead {
        parts = List.copyOf(parts);
        unseen = List.copyOf(unseen);
    }
}
