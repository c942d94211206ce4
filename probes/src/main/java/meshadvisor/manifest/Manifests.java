package meshadvisor.manifest;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import meshadvisor.checkout.Teams;
import meshadvisor.dialect.Facts;
import meshadvisor.files.FileProblem;
import meshadvisor.files.FileQuery;
import meshadvisor.files.FileWalk;
import meshadvisor.files.Found;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.ClusterSnapshot.Inputs;
import meshadvisor.model.ClusterSnapshot.Installed;
import meshadvisor.model.ClusterSnapshot.Origin;
import meshadvisor.model.ClusterSnapshot.Policies;
import meshadvisor.model.ClusterSnapshot.Running;
import meshadvisor.model.ClusterSnapshot.Team;
import meshadvisor.model.ClusterSnapshot.Traffic;
import meshadvisor.model.Code;
import meshadvisor.model.InputFile;
import meshadvisor.model.Meta;
import meshadvisor.model.Observed;
import meshadvisor.model.Text;

/** Reads manifests into a snapshot. Files are read in parallel and joined in the order of their paths. */
public final class Manifests {

    private Manifests() {}

    /**
     * What to read.
     *
     * @param asOf the day at which age is judged, {@code yyyy-mm-dd}
     */
    public record Source(FileQuery files, ObjectFilter filter, InputStream standardInput, String asOf) {}

    /**
     * What was read.
     *
     * @param missing paths that do not exist
     */
    public record Collected(ClusterSnapshot snapshot, List<String> missing) {}

    /** Reads. What cannot be read is a problem in the snapshot; nothing is thrown for any content. What would have to be rendered is a gap. */
    public static Collected read(Source source) {
        return read(source, Renderer.NONE);
    }

    /** Reads, with what a renderer makes in the place of the files that it was made of. */
    public static Collected read(Source source, Renderer renderer) {
        CompletableFuture<Team> team = CompletableFuture.supplyAsync(() -> Teams.of(source.files().paths(), source.asOf()));
        ConcurrentLinkedQueue<FileProblem> trouble = new ConcurrentLinkedQueue<>();
        Found found = FileWalk.find(source.files(), source.standardInput(), trouble::add);
        Readings readings = new Readings(source, trouble::add).read(found.files());
        readings.render(renderer);
        Facts facts = readings.facts();
        trouble.stream().sorted(Comparator.comparing(FileProblem::shown)).map(p -> Problems.at(p.shown(), p.problem()))
                .forEach(facts.problems::add);
        Substitution.leftovers(facts);
        Origin origin = new Origin(source.files().paths(), source.asOf(), team.join());
        return new Collected(snapshot(origin, facts, new Counts(found.files().size(), readings.documents(), readings.understood(),
                readings.digests())),
                found.missing());
    }

    /** How much was read. */
    record Counts(int files, int documents, int understood, List<InputFile> read) {
        Counts {
            read = List.copyOf(read);
        }
    }

    /** A snapshot of everything that was read, with what its parts say about each other. */
    static ClusterSnapshot snapshot(Origin origin, Facts facts, Counts counts) {
        Owners.settle(facts);
        Canaries.find(facts);
        Calls.find(facts);
        Inputs inputs = new Inputs(counts.files, counts.documents, counts.understood, facts.problems, facts.gaps, counts.read);
        Map<Meta, Text> classes = new LinkedHashMap<>();
        facts.gatewayClasses.forEach(g -> classes.put(g.gateway(), g.className()));
        return new ClusterSnapshot(origin, facts.definitions,
                new Running(facts.workloads, facts.services, facts.namespaces, facts.limitRanges),
                new Traffic(facts.routes, facts.conducts, facts.references, facts.provisions, facts.deliveries, facts.edges),
                new Policies(facts.identityPolicies, facts.mtlsSettings, facts.segmentations, facts.attached),
                new Installed(facts.installs, facts.patches, classes), facts.live.live(), facts.uses, inputs, Observed.NONE, Code.NONE);
    }

    /** Namespaces that the user asked for and no object names. */
    public static List<String> absent(ObjectFilter filter) {
        Set<String> asked = new TreeSet<>(filter.namespaces());
        asked.removeAll(filter.seen());
        return new ArrayList<>(asked);
    }
}
