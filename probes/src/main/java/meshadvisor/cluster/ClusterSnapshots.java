package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.manifest.ClusterNames;
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
        return ClusterObjects.snapshot("cluster " + collected.cluster(), asOf, parts(collected, takers));
    }

    /** One cluster of several. */
    public record Read(Collected collected, MappingTaker taker) {}

    /**
     * A snapshot of several clusters, whose takers keep their names apart.
     *
     * @param remarks on the clusters together
     * @param asOf the day at which age is judged
     */
    public static ClusterSnapshot together(List<Read> clusters, List<Remark> remarks, String asOf) {
        List<ClusterObjects> parts = new ArrayList<>();
        clusters.forEach(c -> parts.addAll(parts(c.collected, List.of(c.taker))));
        remarks.forEach(r -> parts.getFirst().facts().problems.add(problem(r)));
        String names = clusters.stream().map(c -> c.collected.cluster()).collect(Collectors.joining(", "));
        return ClusterObjects.together("clusters " + names, asOf, parts);
    }

    private static List<ClusterObjects> parts(Collected collected, List<MappingTaker> takers) {
        List<ClusterObjects> parts = new ArrayList<>();
        MappingTaker itself = new MappingTaker(ObjectFilter.ALL, ClusterNames.NONE);
        itself.take(ClusterObject.of(collected));
        parts.add(itself.objects());
        takers.forEach(t -> parts.add(t.objects()));
        ClusterObjects first = parts.getFirst();
        first.facts().gaps.addAll(collected.gaps());
        collected.remarks().forEach(r -> first.facts().problems.add(problem(r)));
        return parts;
    }

    private static InputProblem problem(Remark remark) {
        return new InputProblem(InputProblem.Kind.ACCESS, new Place(remark.where(), 0, 0), remark.sentence(), remark.remedy());
    }
}
