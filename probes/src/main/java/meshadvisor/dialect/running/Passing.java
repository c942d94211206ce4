package meshadvisor.dialect.running;

import java.util.Set;
import meshadvisor.dialect.Item;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.RunningPod.Owner;

/** Objects that a cluster makes for itself and that nobody defines. */
public final class Passing {

    private static final Set<String> KINDS = Set.of("/Event", "events.k8s.io/Event", "/Endpoints", "discovery.k8s.io/EndpointSlice",
            "coordination.k8s.io/Lease", "apps/ControllerRevision", "/Node", "/ComponentStatus", "storage.k8s.io/CSINode",
            "metrics.k8s.io/PodMetrics", "metrics.k8s.io/NodeMetrics", RunningDialect.CLUSTER_GROUP + "/Cluster");

    private Passing() {}

    /** Whether the object is none that somebody defined: state, the API server's own Service, or a pod that a controller made. */
    public static boolean is(Item item) {
        ObjectKey key = item.meta().key();
        boolean made = key.kind().equals("Pod") && key.group().isEmpty() && !Ownership.controller(item).equals(Owner.NONE);
        return made || KINDS.contains(key.group() + "/" + key.kind()) || isApiServer(item);
    }

    /** Whether it is the Service by which pods reach the API server. */
    public static boolean isApiServer(Item item) {
        ObjectKey key = item.meta().key();
        return key.kind().equals("Service") && key.group().isEmpty() && key.name().equals("kubernetes") && key.namespace().equals("default")
                && item.meta().label("provider").value().equals("kubernetes");
    }
}
