package meshadvisor.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.catalog.Reads;

/**
 * A list that is to be read.
 *
 * @param namespace empty for all
 */
record Wanted(Resource resource, Reads reads, String namespace) {

    /** Every list of the kinds that the server serves, in the order of the reads; one for each namespace where some are asked for. */
    static List<Wanted> of(Discovery discovery, List<Reads> reads, Set<String> namespaces, Set<String> optIns) {
        List<Wanted> lists = new ArrayList<>();
        for (Reads each : reads) {
            boolean wanted = each.optIn().isEmpty() || optIns.contains(each.optIn());
            for (String plural : wanted ? each.resources() : List.<String>of()) {
                discovery.find(each.group(), plural).ifPresent(resource -> {
                    boolean whole = namespaces.isEmpty() || !resource.namespaced();
                    (whole ? List.of("") : new TreeSet<>(namespaces)).forEach(n -> lists.add(new Wanted(resource, each, n)));
                });
            }
        }
        return lists;
    }
}
