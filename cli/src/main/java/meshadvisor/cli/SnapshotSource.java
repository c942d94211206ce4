package meshadvisor.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.cluster.ClusterSnapshots;
import meshadvisor.cluster.Collected;
import meshadvisor.files.UnusableFile;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.manifest.ClusterNames;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.snapshot.SnapshotReader;

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
        return () -> options.snapshots.size() == 1 ? one(options, filter) : several(options, filter);
    }

    private static ClusterSnapshot one(AssessOptions options, ObjectFilter filter) {
        try {
            SnapshotReader.Held held = SnapshotReader.read(options.snapshots.getFirst(), filter, ClusterNames.NONE);
            return ClusterSnapshots.of(held.collected(), List.of(held.taker()), options.asOf.orElse(held.collected().day()));
        } catch (UnusableFile e) {
            throw new MistakesFound(new Mistake.UsageMistake(e.sentence()));
        }
    }

    /** A snapshot at which only names were looked at. */
    private record Seen(Path file, Collected collected, Set<String> namespaces) {}

    private static ClusterSnapshot several(AssessOptions options, ObjectFilter filter) {
        List<Seen> seen = look(options.snapshots);
        List<Remark> remarks = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        List<ClusterSnapshots.Read> read = new ArrayList<>();
        for (Seen each : seen) {
            String label = label(each, labels, remarks);
            try {
                SnapshotReader.Held held = SnapshotReader.read(each.file, filter, new ClusterNames(label, each.namespaces));
                read.add(new ClusterSnapshots.Read(held.collected(), held.taker()));
            } catch (UnusableFile e) {
                throw new MistakesFound(new Mistake.UsageMistake(e.sentence())); // it was changed a moment ago
            }
        }
        if (seen.stream().map(s -> s.collected.redactedWith()).distinct().count() > 1) {
            remarks.add(new Remark(seen.getLast().file.toString(),
                    "The snapshots were not redacted with the same key, so the same names have other hashes in each.",
                    "Take them again with one --redact-key, or assess them one by one."));
        }
        String latest = seen.stream().map(s -> s.collected.day()).max(String::compareTo).orElse("");
        return ClusterSnapshots.together(read, remarks, options.asOf.orElse(latest));
    }

    /** Which namespaces each cluster has must be known before hosts can be told from other words. All mistakes are told at once. */
    private static List<Seen> look(List<Path> files) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Seen> seen = new ArrayList<>();
        for (Path file : files) {
            Set<String> namespaces = new TreeSet<>();
            try {
                Collected collected = SnapshotReader.read(file, object -> {
                    var metadata = object.root().get("metadata");
                    namespaces.add(metadata.get(object.root().get("kind").text().equals("Namespace") ? "name" : "namespace").text());
                });
                namespaces.remove("");
                seen.add(new Seen(file, collected, namespaces));
            } catch (UnusableFile e) {
                mistakes.add(new Mistake.UsageMistake(e.sentence()));
            }
        }
        MistakesFound.stopAt(mistakes);
        return seen;
    }

    /** The name of the cluster as a DNS label that no other has. */
    private static String label(Seen seen, Set<String> taken, List<Remark> remarks) {
        String name = seen.collected.cluster().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String label = name.isEmpty() ? "cluster" : name;
        for (int number = 2; !taken.add(label); number++) {
            label = name + "-" + number;
        }
        if (!label.equals(name)) {
            remarks.add(new Remark(seen.file.toString(),
                    "Another snapshot is of a cluster that is called " + seen.collected.cluster() + ", too; here this one is called "
                            + label + ".",
                    "If both are of one cluster, give only the later one: everything is counted twice."));
        }
        return label;
    }
}
