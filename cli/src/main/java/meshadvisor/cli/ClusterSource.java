package meshadvisor.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Reads;
import meshadvisor.cluster.ClusterSnapshots;
import meshadvisor.cluster.LiveCluster;
import meshadvisor.cluster.MappingTaker;
import meshadvisor.manifest.ClusterNames;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.ClusterSnapshot;

/** A running cluster as the source of an assessment. */
record ClusterSource(ClusterAccess way, LiveCluster.Query query, ObjectFilter filter, Outside outside) {

    /** Reads the cluster; what could not be seen is a gap. */
    ClusterSnapshot collect(String asOf) {
        try (Progress progress = new Progress(outside, "reading the cluster " + way.access().cluster())) {
            var result = LiveCluster.read(way.access(), way.credentials(), query,
                    (resource, namespace) -> new MappingTaker(filter, ClusterNames.NONE),
                    progress);
            return ClusterSnapshots.of(result.collected(), result.takers(), asOf);
        }
    }

    /** The time at which a collection begins: SOURCE_DATE_EPOCH, else now. */
    static String now(Outside outside) {
        String epoch = outside.env().getOrDefault("SOURCE_DATE_EPOCH", "");
        Instant instant = epoch.matches("\\d{1,12}") ? Instant.ofEpochSecond(Long.parseLong(epoch)) : outside.clock().instant();
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
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
