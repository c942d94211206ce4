package meshadvisor.cli;

import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Reads;
import meshadvisor.cluster.ApiServerFetch;
import meshadvisor.cluster.ClusterSnapshots;
import meshadvisor.cluster.LiveCluster;
import meshadvisor.cluster.MappingTaker;
import meshadvisor.manifest.ClusterNames;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.prometheus.Fetch;

/**
 * A running cluster as the source of an assessment.
 *
 * @param way to the cluster; empty where the options are mistaken, and then nothing is read
 * @param asOf the day at which age is judged
 */
record ClusterSource(Optional<ClusterAccess> way, AssessOptions options, Catalogue catalogue, ObjectFilter filter, String asOf,
        Outside outside) implements Input.Source {

    /** Reads the cluster; what could not be seen is a gap. */
    @Override
    public ClusterSnapshot collect() {
        ClusterAccess to = way.orElseThrow();
        LiveCluster.Query query = query(options.wantedNamespaces(), options.callGraphFromConfigMaps, catalogue, to, now(outside));
        try (Progress progress = new Progress(outside, "reading the cluster " + to.access().cluster())) {
            var result = LiveCluster.read(to.access(), to.credentials(), query,
                    (resource, namespace) -> new MappingTaker(filter, ClusterNames.NONE), progress);
            return ClusterSnapshots.of(result.collected(), result.takers(), asOf);
        }
    }

    @Override
    public Optional<Fetch> apiServer() {
        return way.map(to -> new ApiServerFetch(to.access(), to.credentials(), to.total(), to.patience()));
    }

    /** The time at which a collection begins, to the second. */
    static String now(Outside outside) {
        return outside.now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** What is read of a cluster. */
    static LiveCluster.Query query(Set<String> namespaces, boolean configMaps, Catalogue catalogue, ClusterAccess way, String at) {
        return new LiveCluster.Query(Reads.of(catalogue.library()), namespaces, optIns(configMaps), way.total(), at, way.patience());
    }

    /** Names of the options without which some kinds are not read, as the catalogue knows them. */
    static Set<String> optIns(boolean configMaps) {
        return configMaps ? Set.of("call-graph-from-configmaps") : Set.of();
    }
}
