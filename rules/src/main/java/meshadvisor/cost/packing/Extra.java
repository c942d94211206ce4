package meshadvisor.cost.packing;

import java.util.List;
import java.util.Set;
import meshadvisor.model.ObjectKey;

/**
 * What comes on top of what runs.
 *
 * @param pods that grow
 * @param perPod by which each of them grows
 * @param perNode what every node loses to agents
 * @param own pods that are new
 */
public record Extra(Set<ObjectKey> pods, Load perPod, Load perNode, List<Piece> own) {

    /** Nothing comes. */
    public static final Extra NONE = new Extra(Set.of(), Load.NONE, Load.NONE, List.of());

    public Extra {
        pods = Set.copyOf(pods);
        own = List.copyOf(own);
    }
}
