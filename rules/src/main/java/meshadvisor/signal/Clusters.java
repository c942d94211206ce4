package meshadvisor.signal;

import java.util.stream.Stream;

import meshadvisor.model.Apart;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.Gap;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;

/** Whether one cluster was read or several were joined. What belongs to a whole cluster, such as nodes and webhooks, counts for that one only. */
final class Clusters {

    private Clusters() {}

    /** Whether objects of more than one cluster are here. */
    static boolean several(World world) {
        Stream<String> nodes = world.snapshot().live().nodes().stream().map(ClusterNode::name);
        Stream<String> namespaces = world.snapshot().running().namespaces().stream().map(Meta::name);
        return Stream.concat(nodes, namespaces).map(Apart::cluster).filter(c -> !c.isEmpty()).distinct().limit(2).count() > 1;
    }

    /** Whether a mesh that is not the network itself runs in the cluster in which that namespace is. */
    static boolean meshed(World world, String namespace) {
        boolean several = several(world);
        return world.running().stream().filter(m -> !m.marks().cni()).anyMatch(m -> !several || world.marked().all().stream()
                .anyMatch(s -> s.mesh().equals(m.marks().mesh()) && s.proof().dataPlane() && Apart.together(home(s.object()), namespace)));
    }

    private static String home(ObjectKey object) {
        return object.kind().equals("Namespace") ? object.name() : object.namespace();
    }

    /** That it is not known which of several clusters decides. */
    static Reading apart(String what) {
        return new Reading.Unknown(Gap.of("several-clusters", what, "several clusters were assessed together",
                "assess each alone for this"));
    }
}
