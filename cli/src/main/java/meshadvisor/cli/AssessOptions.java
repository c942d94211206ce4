package meshadvisor.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What to read, and what people say about it: the options that every command on a system has. */
final class AssessOptions {

    @Parameters(paramLabel = "PATH", arity = "0..*",
            description = "Files and folders with manifests; - is standard input. Without any, the cluster of the current context is read.")
    List<String> paths = new ArrayList<>();

    @Option(names = {"-f", "--filename"}, paramLabel = "FILE", description = "The same as a PATH, in kubectl's spelling. Repeatable.")
    List<String> files = new ArrayList<>();

    @Option(names = "--include", paramLabel = "GLOB",
            description = "Files of folders to read (default: *.yaml, *.yml, *.json, Kustomization). Repeatable.")
    List<String> include = new ArrayList<>();

    @Option(names = "--exclude", paramLabel = "GLOB", description = "Files and folders to leave out, as in .gitignore. Repeatable.")
    List<String> exclude = new ArrayList<>();

    @Option(names = {"-n", "--namespace"}, paramLabel = "NAME", description = "Only this namespace. Repeatable.")
    Set<String> namespaces = new LinkedHashSet<>();

    @Option(names = {"-A", "--all-namespaces"}, description = "All namespaces; so it is without -n, too.")
    boolean allNamespaces;

    @Option(names = {"-l", "--selector"}, paramLabel = "KEY=VALUE", split = ",", description = "Only objects with these labels.")
    List<String> selector = new ArrayList<>();

    @Option(names = "--snapshot", paramLabel = "FILE", description = "A snapshot of a cluster (meshadvisor snapshot) instead. Repeatable.")
    List<Path> snapshots = new ArrayList<>();

    @Mixin
    ClusterOptions cluster;

    @Option(names = "--call-graph-from-configmaps",
            description = "Read the ConfigMaps of the cluster, too, for addresses that programs call.")
    boolean callGraphFromConfigMaps;

    @Option(names = "--max-file-size", paramLabel = "MIB", description = "Largest file in MiB (default: 64).")
    Optional<Integer> maxFileSize = Optional.empty();

    @Option(names = "--max-total-size", paramLabel = "MIB", description = "Size of all files in MiB (default: 512).")
    Optional<Integer> maxTotalSize = Optional.empty();

    @Option(names = "--render", description = "Render charts and kustomizations with your own helm and kubectl first.")
    boolean render;

    @Option(names = "--need", paramLabel = "NEED", split = ",",
            description = "A need that you have (meshadvisor explain needs). Repeatable.")
    Set<String> needs = new LinkedHashSet<>();

    @Option(names = "--no-need", paramLabel = "NEED", split = ",", description = "A need that you do not have. Repeatable.")
    Set<String> noNeeds = new LinkedHashSet<>();

    @Option(names = "--answers", paramLabel = "FILE", description = "Answers to the questions (meshadvisor questions writes them down).")
    Optional<Path> answers = Optional.empty();

    @Option(names = "--service", paramLabel = "NAME", description = "Count this as an application service. Repeatable.")
    Set<String> services = new LinkedHashSet<>();

    @Option(names = "--not-service", paramLabel = "NAME", description = "Do not count this. Repeatable.")
    Set<String> notServices = new LinkedHashSet<>();

    @Option(names = "--thresholds", paramLabel = "FILE", description = "Thresholds instead of the course's 10, 20, 30 and 50.")
    Optional<Path> thresholds = Optional.empty();

    @Option(names = "--as-of", paramLabel = "DAY",
            description = "Judge age and expiry at this day, yyyy-mm-dd (default: SOURCE_DATE_EPOCH, else today).")
    Optional<String> asOf = Optional.empty();

    /** The namespaces that are wanted; empty for all. */
    Set<String> wantedNamespaces() {
        return allNamespaces ? Set.of() : namespaces;
    }

    /** Files that are read in the place of a running cluster. */
    List<String> withoutCluster() {
        List<String> files = allPaths();
        snapshots.forEach(s -> files.add(s.toString()));
        return files;
    }

    /** The same options about another path, which is the only one. */
    AssessOptions at(String path) {
        AssessOptions other = new AssessOptions();
        other.paths = List.of(path);
        other.include = include;
        other.exclude = exclude;
        other.namespaces = namespaces;
        other.allNamespaces = allNamespaces;
        other.selector = selector;
        other.cluster = cluster;
        other.maxFileSize = maxFileSize;
        other.maxTotalSize = maxTotalSize;
        other.render = render;
        other.needs = needs;
        other.noNeeds = noNeeds;
        other.answers = answers;
        other.services = services;
        other.notServices = notServices;
        other.thresholds = thresholds;
        other.asOf = asOf;
        return other;
    }

    /** Every path, in the order positional paths, then files. */
    List<String> allPaths() {
        List<String> all = new ArrayList<>(paths);
        all.addAll(files);
        return all;
    }
}
