package meshadvisor.manifest;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import meshadvisor.dialect.Facts;
import meshadvisor.files.FileProblem;
import meshadvisor.files.FileQuery;
import meshadvisor.files.FileWalk;
import meshadvisor.files.Found;
import meshadvisor.files.FoundFile;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.ClusterSnapshot.Inputs;
import meshadvisor.model.ClusterSnapshot.Installed;
import meshadvisor.model.ClusterSnapshot.Origin;
import meshadvisor.model.ClusterSnapshot.Policies;
import meshadvisor.model.ClusterSnapshot.Running;
import meshadvisor.model.ClusterSnapshot.Traffic;
import meshadvisor.model.InputProblem;
import meshadvisor.model.Meta;
import meshadvisor.model.Place;
import meshadvisor.model.Text;
import meshadvisor.tree.Problem;

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

    /** Reads. What cannot be read is a problem in the snapshot; nothing is thrown for any content. */
    public static Collected read(Source source) {
        ConcurrentLinkedQueue<FileProblem> trouble = new ConcurrentLinkedQueue<>();
        Found found = FileWalk.find(source.files(), source.standardInput(), trouble::add);
        List<FileReading> readings = found.files().parallelStream().map(f -> read(f, source, trouble)).toList();
        Kustomizations.apply(readings);
        Unrendered.find(readings);
        Facts facts = new Facts();
        readings.forEach(r -> facts.join(r.facts));
        trouble.stream().sorted(Comparator.comparing(FileProblem::shown)).map(Manifests::problem).forEach(facts.problems::add);
        Substitution.apply(facts);
        Calls.find(facts);
        int documents = readings.stream().mapToInt(r -> r.documents).sum();
        int understood = readings.stream().mapToInt(r -> r.understood).sum();
        Inputs inputs = new Inputs(found.files().size(), documents, understood, facts.problems, facts.gaps);
        return new Collected(snapshot(source, facts, inputs), found.missing());
    }

    private static FileReading read(FoundFile file, Source source, ConcurrentLinkedQueue<FileProblem> trouble) {
        return file.read(trouble::add).map(f -> DocumentMapper.read(f, source.files().limits(), source.filter()))
                .orElseGet(() -> new FileReading(file.shown()));
    }

    private static InputProblem problem(FileProblem problem) {
        Problem inner = problem.problem();
        InputProblem.Kind kind = switch (inner.kind()) {
            case UNREADABLE, TEMPLATE -> InputProblem.Kind.UNREADABLE;
            case LIMIT -> InputProblem.Kind.LIMIT;
            case DUPLICATE_KEY -> InputProblem.Kind.DUPLICATE_KEY;
            case SUSPICIOUS_SCALAR -> InputProblem.Kind.SUSPICIOUS_SCALAR;
            case NOTE -> InputProblem.Kind.NOTE;
        };
        return new InputProblem(kind, new Place(problem.shown(), inner.line(), inner.column()), inner.sentence(), inner.remedy());
    }

    private static ClusterSnapshot snapshot(Source source, Facts facts, Inputs inputs) {
        Map<Meta, Text> classes = new LinkedHashMap<>();
        facts.gatewayClasses.forEach(g -> classes.put(g.gateway(), g.className()));
        return new ClusterSnapshot(new Origin(source.files().paths(), source.asOf(), ClusterSnapshot.Team.UNSEEN), facts.definitions,
                new Running(facts.workloads, facts.services, facts.namespaces, facts.limitRanges),
                new Traffic(facts.routes, facts.references, facts.provisions, facts.deliveries, facts.edges),
                new Policies(facts.identityPolicies, facts.mtlsSettings, facts.segmentations),
                new Installed(facts.installs, facts.patches, classes), facts.uses, inputs);
    }

    /** Namespaces that the user asked for and no object names. */
    public static List<String> absent(ObjectFilter filter) {
        Set<String> asked = new TreeSet<>(filter.namespaces());
        asked.removeAll(filter.seen());
        return new ArrayList<>(asked).stream().sorted().collect(Collectors.toList());
    }
}
