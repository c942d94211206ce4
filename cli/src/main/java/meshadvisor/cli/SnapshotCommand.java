package meshadvisor.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import meshadvisor.cluster.LiveCluster;
import meshadvisor.cluster.Taker;
import meshadvisor.format.Visible;
import meshadvisor.snapshot.SnapshotWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads a cluster into a file, to be assessed elsewhere or again. */
@Command(name = "snapshot", sortOptions = false, description = "Read a cluster into a file, to be assessed later or elsewhere.",
        footerHeading = "%nExamples:%n",
        footer = {"  meshadvisor snapshot -o prod.json.gz", "  meshadvisor snapshot -o prod.json.gz --redact --redact-key prod.key",
                "  meshadvisor assess --snapshot prod.json.gz"})
final class SnapshotCommand implements Callable<Integer>, Checks {

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", required = true,
            description = "Where to write; with .gz at its end, compressed.")
    Path file = Path.of("");

    @Option(names = {"-n", "--namespace"}, paramLabel = "NAME", description = "Only this namespace. Repeatable.")
    Set<String> namespaces = new LinkedHashSet<>();

    @Option(names = {"-A", "--all-namespaces"}, description = "All namespaces; so it is without -n, too.")
    boolean allNamespaces;

    @Option(names = {"-l", "--selector"}, hidden = true)
    List<String> selector = new ArrayList<>();

    @Option(names = "--call-graph-from-configmaps",
            description = "Read the ConfigMaps of the cluster, too, for addresses that programs call.")
    boolean callGraphFromConfigMaps;

    @Option(names = "--redact", description = "Put keyed hashes in the place of names; needs --redact-key.")
    boolean redact;

    @Option(names = "--redact-key", paramLabel = "FILE",
            description = "The key, kept by you; made if there is no such file. Who has it can find the names again.")
    Optional<Path> redactKey = Optional.empty();

    @Mixin
    ClusterOptions cluster;

    private final Outside outside;

    SnapshotCommand(Outside outside) {
        this.outside = outside;
    }

    @Override
    public List<Mistake> mistakes() {
        List<Mistake> mistakes = new ArrayList<>();
        check(mistakes);
        return mistakes;
    }

    private Optional<ClusterAccess> check(List<Mistake> mistakes) {
        if (!selector.isEmpty()) {
            mistakes.add(
                    new Mistake.UsageMistake("-l: a snapshot holds all objects, and is filtered when it is assessed: meshadvisor assess"
                            + " --snapshot FILE -l " + String.join(",", selector)));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (file.toString().equals("-")) {
            mistakes.add(new Mistake.UsageMistake("-o -: name a file; a snapshot is put together of parts that are kept beside it"));
        } else if (Files.isDirectory(file) || folder == null || !Files.isDirectory(folder)) {
            mistakes.add(new Mistake.UsageMistake("-o " + file + ": name a file in a folder that exists"));
        }
        if (redact != redactKey.isPresent()) {
            mistakes.add(new Mistake.UsageMistake("--redact and --redact-key belong together: the key is a file of yours"));
        }
        redactKey.ifPresent(k -> KeyFile.check(k, file, mistakes));
        return ClusterAccess.of(cluster, List.of(), outside, mistakes);
    }

    @Override
    public Integer call() {
        List<Mistake> mistakes = new ArrayList<>();
        Optional<ClusterAccess> checked = check(mistakes);
        MistakesFound.stopAt(mistakes);
        try {
            return take(checked.orElseThrow());
        } catch (IOException e) {
            throw unwritten(e);
        } catch (UncheckedIOException e) {
            throw unwritten(e);
        }
    }

    private MistakesFound unwritten(Exception failure) {
        return new MistakesFound(new Mistake.UsageMistake("cannot write " + file + ": " + failure.getMessage()));
    }

    private int take(ClusterAccess way) throws IOException {
        Set<String> wanted = allNamespaces ? Set.of() : namespaces;
        String identity = String.join("\n", way.access().server().uri().toString(), way.access().cluster(), String.join(" ", wanted),
                callGraphFromConfigMaps ? "with ConfigMaps" : "", Version.text());
        String now = ClusterSource.now(outside);
        SnapshotWriter writer = redactKey.isPresent() ? SnapshotWriter.to(file, now, identity, KeyFile.redaction(redactKey.get(), outside))
                : SnapshotWriter.to(file, now, identity, UnaryOperator.identity());
        if (writer.resumed() > 0) {
            outside.err().println("meshadvisor: going on with a snapshot that was begun at " + writer.at() + "; " + writer.resumed()
                    + " lists are there already");
        }
        LiveCluster.Query query = ClusterSource.query(wanted, callGraphFromConfigMaps, Knowledge.read(), way, writer.at());
        LiveCluster.Result<? extends Taker> result;
        try (Progress progress = new Progress(outside, "reading the cluster " + way.access().cluster())) {
            result = LiveCluster.read(way.access(), way.credentials(), query, writer.takers(), progress);
            writer.finish(result.collected(), result.takers());
        }
        outside.err()
                .println("meshadvisor: wrote " + file + "; " + result.requests() + " requests, " + (result.bytes() >> 10) + " KiB read");
        result.collected().gaps()
                .forEach(g -> outside.err().println("meshadvisor: not seen: " + Visible.of(g.what() + ", because " + g.why())));
        return ExitCode.OK.code();
    }
}
