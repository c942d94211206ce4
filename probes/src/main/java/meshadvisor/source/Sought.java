package meshadvisor.source;

import java.util.Set;
import java.util.TreeSet;
import meshadvisor.model.ClusterSnapshot;
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
            folders.add(plain(workload.meta().name()));
            workload.pod().containers().forEach(c -> folders.add(plain(image(c.image().value()))));
        }
        snapshot.running().services().forEach(s -> {
            folders.add(plain(s.meta().name()));
            hosts.add(s.meta().name());
        });
        folders.remove("");
        return new Sought(folders, hosts);
    }

    /** Letters and digits in small letters: {@code ComposePostService} is {@code compose-post-service}. */
    public static String plain(String name) {
        StringBuilder plain = new StringBuilder(name.length());
        name.chars().filter(c -> c < 128 && Character.isLetterOrDigit(c)).forEach(c -> plain.append((char) Character.toLowerCase(c)));
        return plain.toString();
    }

    private static String image(String image) {
        String name = image.substring(image.lastIndexOf('/') + 1);
        int end = name.indexOf('@') >= 0 ? name.indexOf('@') : name.indexOf(':');
        return end < 0 ? name : name.substring(0, end);
    }
}
