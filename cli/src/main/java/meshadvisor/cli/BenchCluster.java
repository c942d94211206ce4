package meshadvisor.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.bench.BenchPlan;
import meshadvisor.bench.BenchRun.Proved;
import meshadvisor.bench.Scene;
import meshadvisor.bench.Variant;
import meshadvisor.bench.Variants;
import meshadvisor.catalog.Catalogue;
import meshadvisor.cluster.ClusterLook;
import meshadvisor.cluster.OwnedApi;
import meshadvisor.lab.scene.SceneReading;
import meshadvisor.lab.scene.TargetReading;

/** The cluster of a benchmark: looked at by one client, and changed by another, which touches nothing but what is its own. */
record BenchCluster(ClusterAccess way, Outside outside) {

    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** The cluster that the options name; empty where they are mistaken. */
    static Optional<BenchCluster> of(ClusterOptions options, Outside outside, List<Mistake> mistakes) {
        return ClusterAccess.of(options, List.of(), outside, mistakes).map(way -> new BenchCluster(way, outside));
    }

    /** The same, or all mistakes. */
    static BenchCluster orStop(ClusterOptions options, Outside outside) {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<BenchCluster> cluster = of(options, outside, mistakes);
        MistakesFound.stopAt(mistakes);
        return cluster.orElseThrow();
    }

    /** What it is. */
    Scene scene(Catalogue catalogue) {
        try (ClusterLook look = ClusterLook.open(way.access(), way.credentials(), way.total(), way.patience())) {
            return SceneReading.of(look, catalogue, outside.now());
        }
    }

    /** The same with what is known of the Service that a plan loads, if it is not the run's own. */
    Scene with(Scene scene, BenchPlan plan, Catalogue catalogue) {
        if (plan.order().target().isEmpty()) {
            return scene;
        }
        try (ClusterLook look = ClusterLook.open(way.access(), way.credentials(), way.total(), way.patience())) {
            return TargetReading.with(look, scene, plan.order().target().getFirst(), Variants.of(catalogue.library()));
        }
    }

    /** What fields of its objects prove of a variant now. */
    List<Proved> proved(Variant variant) {
        try (ClusterLook look = ClusterLook.open(way.access(), way.credentials(), way.total(), way.patience())) {
            return SceneReading.proved(look, variant);
        }
    }

    /**
     * Opens the client that changes things.
     *
     * @param total for how long it is used at most
     */
    OwnedApi owned(Duration total) {
        return OwnedApi.open(way.access(), way.credentials(), ANSWER, total);
    }
}
