package meshadvisor.cluster;

import meshadvisor.manifest.ClusterObjects;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.tree.JsonObject;

/** Takes from each object what it says, and lets it go. */
public final class MappingTaker implements Taker {

    private final ClusterObjects objects;

    /**
     * @param cluster stands before the places where several clusters are assessed together, else empty
     */
    public MappingTaker(ObjectFilter filter, String cluster) {
        this.objects = new ClusterObjects(filter, cluster);
    }

    @Override
    public void take(JsonObject object) {
        objects.take(object);
    }

    ClusterObjects objects() {
        return objects;
    }
}
