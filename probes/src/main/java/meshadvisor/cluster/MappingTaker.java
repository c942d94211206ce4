package meshadvisor.cluster;

import meshadvisor.manifest.ClusterNames;
import meshadvisor.manifest.ClusterObjects;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.tree.JsonObject;

/** Takes from each object what it says, and lets it go. */
public final class MappingTaker implements Taker {

    private final ClusterObjects objects;

    /**
     * @param names tell clusters apart where several are assessed together
     */
    public MappingTaker(ObjectFilter filter, ClusterNames names) {
        this.objects = new ClusterObjects(filter, names);
    }

    @Override
    public void take(JsonObject object) {
        objects.take(object);
    }

    ClusterObjects objects() {
        return objects;
    }
}
