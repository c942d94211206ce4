package meshadvisor.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Language;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.source.Sought;
import meshadvisor.source.Sources;
import meshadvisor.source.Sources.Root;

/** Folders with code, as --source names them. */
record SourceInput(List<Root> roots) {

    /** Understands them; what is wrong is added to the mistakes, and then nothing may be read. */
    static SourceInput of(List<String> given, List<Mistake> mistakes) {
        List<Root> roots = new ArrayList<>();
        for (String text : given) {
            int equals = text.indexOf('=');
            boolean named = equals > 0 && !isFolder(text);
            Root root = new Root(named ? text.substring(0, equals) : "", named ? text.substring(equals + 1) : text);
            if (isFolder(root.path())) {
                roots.add(root);
            } else {
                mistakes.add(new Mistake.UsageMistake("--source " + text + ": there is no folder " + root.path()));
            }
        }
        return new SourceInput(List.copyOf(roots));
    }

    private static boolean isFolder(String path) {
        try {
            return Files.isDirectory(Path.of(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** The scan with what the code says. */
    ClusterSnapshot look(ClusterSnapshot snapshot, Catalogue catalogue) {
        return roots.isEmpty() ? snapshot
                : snapshot.with(Sources.read(roots, Language.all(catalogue.library()), Sought.of(snapshot)));
    }

    /** Names of services that nothing in the scan has. */
    List<Mistake> strangers(ClusterSnapshot snapshot) {
        Set<String> known = new TreeSet<>();
        snapshot.running().services().forEach(s -> known.add(s.meta().name()));
        snapshot.running().workloads().forEach(w -> known.add(w.meta().name()));
        List<Mistake> mistakes = new ArrayList<>();
        roots.stream().map(Root::service).filter(n -> !n.isEmpty() && !known.contains(n))
                .forEach(n -> mistakes.add(new Mistake.UsageMistake(
                        "--source " + n + "=…: no Service and no workload of the scan is called so"
                                + Similar.to(n, known).map(k -> "; did you mean \"" + k + "\"?").orElse(""))));
        return mistakes;
    }
}
