package meshadvisor.support;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Language;
import meshadvisor.files.FileQuery;
import meshadvisor.manifest.Manifests;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.Answers;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.report.Assessment;
import meshadvisor.report.Report;
import meshadvisor.rule.Suppressions;
import meshadvisor.signal.World;
import meshadvisor.source.Sought;
import meshadvisor.source.Sources;
import meshadvisor.tree.Limits;

/** What the program makes of manifests that are given as text. */
public record Scan(String manifests, Answers answers, Catalogue catalogue, List<String> code) {

    /** The day at which age is judged. */
    private static final String TODAY = "2026-09-17";

    /** A scan about which nobody stated anything. */
    public static Scan of(String manifests) {
        return new Scan(manifests, Answers.NONE, Knowledge.CATALOGUE, List.of());
    }

    /** The same scan with answers. */
    public Scan with(Answers stated) {
        return new Scan(manifests, stated, catalogue, code);
    }

    /** The same scan with the code that lies in a folder. */
    public Scan withCode(Path folder) {
        return new Scan(manifests, answers, catalogue, List.of(folder.toString()));
    }

    /** What was read. */
    public ClusterSnapshot snapshot() {
        ByteArrayInputStream input = new ByteArrayInputStream(manifests.getBytes(StandardCharsets.UTF_8));
        FileQuery standardInput = new FileQuery(List.of("-"), List.of(), List.of(), Limits.DEFAULT);
        ClusterSnapshot read = Manifests.read(new Manifests.Source(standardInput, ObjectFilter.ALL, input, TODAY)).snapshot();
        return code.isEmpty() ? read
                : read.with(Sources.read(code.stream().map(c -> new Sources.Root("", c)).toList(), Language.all(catalogue.library()),
                        Sought.of(read)));
    }

    /** What signals are computed from. */
    public World world() {
        return World.of(snapshot(), catalogue, answers);
    }

    /** What is found and advised, without what it would add and cost: most of the time of a report goes there. */
    public Report judged() {
        return Assessment.of(world(), Set.of(), new Suppressions(List.of()), Optional.empty());
    }

    /** The whole report. */
    public Report report() {
        return Assessment.of(snapshot(), catalogue, answers, Set.of(), new Suppressions(List.of()));
    }
}
