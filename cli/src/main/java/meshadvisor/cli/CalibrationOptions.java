package meshadvisor.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import meshadvisor.bench.Analysis;
import meshadvisor.bench.BenchRun;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.cluster.ClusterSnapshots;
import meshadvisor.cost.overhead.Calibration;
import meshadvisor.cost.overhead.LiveUsage;
import meshadvisor.cost.overhead.Profile;
import meshadvisor.files.UnusableFile;
import meshadvisor.format.ProfileDocument;
import meshadvisor.manifest.ClusterNames;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.Answers;
import meshadvisor.signal.World;
import meshadvisor.snapshot.SnapshotReader;
import picocli.CommandLine.Option;

/** What was measured in the environment that is asked about, to be taken in the place of published figures. */
final class CalibrationOptions {

    @Option(names = "--calibrate", paramLabel = "FILE",
            description = "Take what meshadvisor bench run measured, or what proxies used in a snapshot, instead of published figures. Repeatable.")
    List<Path> measured = new ArrayList<>();

    @Option(names = "--profile", paramLabel = "FILE", description = "Take the figures of this profile, which --save-profile wrote.")
    Optional<Path> profile = Optional.empty();

    @Option(names = "--save-profile", paramLabel = "FILE", description = "Write what --calibrate found into FILE.")
    Optional<Path> save = Optional.empty();

    /** Adds what cannot be meant so to the mistakes. */
    void check(List<Mistake> mistakes) {
        measured.stream().filter(f -> !Files.isRegularFile(f))
                .forEach(f -> mistakes.add(new UsageMistake("--calibrate " + f + ": there is no such file")));
        profile.filter(f -> !Files.isRegularFile(f)).ifPresent(f -> mistakes.add(new UsageMistake("--profile " + f
                + ": there is no such file; meshadvisor estimate --calibrate FILE --save-profile " + f + " writes one")));
        if (save.isPresent() && measured.isEmpty()) {
            mistakes.add(new UsageMistake("--save-profile writes what --calibrate found, which is not given"));
        }
    }

    /**
     * What was measured, the files that are named first before the others, and behind them what proxies use in the system itself.
     *
     * @param world that is estimated: if its own snapshot is one of the files, what was seen of its traffic counts too
     */
    Profile profile(World world, List<Path> snapshots) {
        Profile found = measured.stream().map(f -> measured(f, world, snapshots)).reduce(Profile.NONE, Profile::or);
        if (!measured.isEmpty() && found.measurements().isEmpty()) {
            throw new MistakesFound(new UsageMistake("--calibrate " + measured.getFirst()
                    + ": nothing in it stands for a figure of the catalogue; a run needs valid blocks of a mesh, a snapshot a mesh and the"
                    + " metrics API"));
        }
        save.ifPresent(f -> save(found, f));
        return found.or(profile.map(ProfileFile::read).orElse(Profile.NONE)).or(LiveUsage.of(world));
    }

    private static Profile measured(Path file, World world, List<Path> snapshots) {
        if (snapshots.size() == 1 && snapshots.contains(file)) {
            return LiveUsage.of(world);
        }
        try {
            SnapshotReader.Held held = SnapshotReader.read(file, ObjectFilter.ALL, ClusterNames.NONE);
            var snapshot = ClusterSnapshots.of(held.collected(), List.of(held.taker()), held.collected().day());
            return LiveUsage.of(World.of(snapshot, world.catalogue(), Answers.NONE));
        } catch (UnusableFile noSnapshot) {
            BenchRun run = BenchFile.runs(List.of(file)).getFirst();
            return Calibration.of(run, Analysis.of(run), world.catalogue());
        }
    }

    private static void save(Profile profile, Path file) {
        StringWriter text = new StringWriter();
        try {
            ProfileDocument.write(profile, text);
            Wanted.save(file, text.toString());
        } catch (IOException e) {
            throw new MistakesFound(new UsageMistake("cannot write " + file + ": " + e.getMessage()));
        }
    }
}
