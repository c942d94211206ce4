package meshadvisor.source;

import java.util.Set;
import java.util.TreeSet;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.ImageReference;
import meshadvisor.model.PlainName;
import meshadvisor.model.Workload;

/**
 * What a scan makes worth looking for in code.
 *
 * @param folders plain names of workloads, Services and images: a folder that is called so is a program of its own
 * @param hosts names of Services
 */
public record Sought(Set<String> folders, Set<String> hosts) {

    public Sought {
        folders = Set.copyOf(folders);
        hosts = Set.copyOf(hosts);
    }

    /** What the workloads and Services of a scan are called. */
    public static Sought of(ClusterSnapshot snapshot) {
        Set<String> folders = new TreeSet<>();
        Set<String> hosts = new TreeSet<>();
        for (Workload workload : snapshot.running().workloads()) {
            folders.add(PlainName.of(workload.meta().name()));
            workload.pod().containers().forEach(c -> folders.add(PlainName.of(ImageReference.name(c.image().value()))));
        }
        snapshot.running().services().forEach(s -> {
            folders.add(PlainName.of(s.meta().name()));
            hosts.add(s.meta().name());
        });
        folders.remove("");
        return new Sought(folders, hosts);
    }
}
