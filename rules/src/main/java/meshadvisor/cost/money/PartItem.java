package meshadvisor.cost.money;

import java.util.List;
import meshadvisor.catalog.Given;
import meshadvisor.cost.Amount;
import meshadvisor.cost.Basis;
import meshadvisor.cost.Range;
import meshadvisor.cost.Said;
import meshadvisor.cost.overhead.Part;

/**
 * Something that an answer other than a mesh adds to the cluster.
 *
 * @param count how many there are of those that stand alone; ignored for those in pods and on nodes
 * @param cpu requested by each, in millicores
 * @param memory requested by each, in MiB
 * @param usedCpu by each, in millicores, without traffic
 * @param per1000 what all of them use more for each 1000 requests/s, in millicores
 * @param usedMemory by each, in MiB
 */
public record PartItem(String name, Part.Where where, int count, double cpu, double memory, Range usedCpu, Range per1000, Range usedMemory,
        Basis basis, String source, String date, String conditions) {

    private static final Range NONE = Range.exactly(0);

    public PartItem {
        Given.needed(name, "name");
        Given.needed(where, "where");
        Given.needed(basis, "basis");
        Given.needed(source, "source");
        Given.needed(date, "date");
        usedCpu = Given.or(usedCpu, NONE);
        per1000 = Given.or(per1000, NONE);
        usedMemory = Given.or(usedMemory, NONE);
        conditions = Given.or(conditions, "");
    }

    /**
     * The part for so many pods or nodes and so much traffic.
     *
     * @param many how many of it there are
     * @param requests per second between services
     */
    Part part(int many, Range requests) {
        Said said = new Said(basis, source, date, conditions, List.of());
        Range cpuUsed = new Range(usedCpu.low() * many + per1000.low() * requests.low() / 1000,
                usedCpu.likely() * many + per1000.likely() * requests.likely() / 1000,
                usedCpu.high() * many + per1000.high() * requests.high() / 1000);
        Range memoryUsed = usedMemory.times(many);
        return new Part(name, where, many, new Part.Size(cpu, memory),
                new Part.Size(Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY), new Amount(cpuUsed, "millicores", said),
                new Amount(memoryUsed, "MiB", said));
    }
}
