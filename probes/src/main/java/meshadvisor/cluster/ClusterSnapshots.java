package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.List;
import meshadvisor.manifest.ClusterObjects;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.InputProblem;
import meshadvisor.model.Place;

/** Makes a snapshot of what was read of a cluster, the same whether it was read just now or from a file. */
public final class ClusterSnapshots {

    private ClusterSnapshots() {}

    /**
     * A snapshot.
     *
     * @param takers of the lists in the order in which they are read
     * @param asOf the day at which age is judged
     */
    public static ClusterSnapshot of(Collected collected, List<MappingTaker> takers, String asOf) {
        List<ClusterObjects> parts = new ArrayList<>();
        MappingTaker itself = new MappingTaker(ObjectFilter.ALL, "");
        itself.take(ClusterObject.of(collected));
        parts.add(itself.objects());
        takers.forEach(t -> parts.add(t.objects()));
        ClusterObjects first = parts.getFirst();
        first.facts().gaps.addAll(collected.gaps());
        collected.remarks().forEach(r -> first.facts().problems
                .add(new InputProblem(InputProblem.Kind.ACCESS, new Place(r.where(), 0, 0), r.sentence(), r.remedy())));
        return ClusterObjects.snapshot("cluster " + collected.cluster(), asOf, parts);
    }
}
