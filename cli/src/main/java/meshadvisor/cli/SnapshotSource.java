package meshadvisor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.cluster.ClusterSnapshots;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.snapshot.SnapshotReader;
import meshadvisor.snapshot.SnapshotReader.Unusable;

/** Snapshots of clusters as the source of an assessment. */
final class SnapshotSource {

    private SnapshotSource() {}

    static Input.Source of(AssessOptions options, ObjectFilter filter, List<Mistake> mistakes) {
        options.cluster.given().forEach(
                o -> mistakes.add(new Mistake.UsageMistake(
                        o + " is about a cluster that is read now, and --snapshot about one that was: give one of both")));
        if (options.callGraphFromConfigMaps) {
            mistakes.add(new Mistake.UsageMistake(
                    "--call-graph-from-configmaps belongs to meshadvisor snapshot: what is not in the snapshot cannot be read"));
        }
        options.snapshots.stream().filter(f -> !Files.isRegularFile(f)).distinct()
                .forEach(f -> mistakes.add(new Mistake.UsageMistake("--snapshot " + f + ": there is no such file")));
        return () -> collect(options, filter);
    }

    private static ClusterSnapshot collect(AssessOptions options, ObjectFilter filter) {
        List<Mistake> mistakes = new ArrayList<>();
        List<SnapshotReader.Held> held = new ArrayList<>();
        for (Path file : options.snapshots) {
            try {
                held.add(SnapshotReader.read(file, filter, ""));
            } catch (Unusable e) {
                mistakes.add(new Mistake.UsageMistake(e.sentence()));
            }
        }
        MistakesFound.stopAt(mistakes);
        SnapshotReader.Held one = held.getFirst();
        return ClusterSnapshots.of(one.collected(), List.of(one.taker()), options.asOf.orElse(one.collected().day()));
    }
}
