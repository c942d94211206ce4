package meshadvisor.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.model.Gap;
import meshadvisor.model.Install;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Place;

/** Finds what has to be rendered before its objects can be seen, and says so: charts, templates, kustomizations, charts from elsewhere. */
final class UnrenderedSources {

    private static final String ID = "unrendered-source";

    /**
     * A source with all that is known of it.
     *
     * @param why why it has to be rendered
     * @param parts files that the result stands for
     */
    record Found(Unrendered source, Place place, String why, List<FileReading> parts) {

        /** What stays unseen. */
        Gap gap(String reason, String remedy) {
            return new Gap(ID, "what the " + source.kind() + " " + source.shown() + " makes", reason, remedy, place);
        }
    }

    private final List<FileReading> files;
    private final Kustomizations kustomizations;

    private UnrenderedSources(List<FileReading> files, Kustomizations kustomizations) {
        this.files = files;
        this.kustomizations = kustomizations;
    }

    /** Charts and kustomizations, sorted by their folders; gaps that no tool can close are added to the files. */
    static List<Found> find(List<FileReading> files, Kustomizations kustomizations) {
        UnrenderedSources sources = new UnrenderedSources(files, kustomizations);
        List<Found> found = new ArrayList<>(sources.charts());
        kustomizations.roots().forEach(k -> sources.root(k).ifPresent(found::add));
        found.sort(Comparator.comparing((Found f) -> f.source().path()).thenComparing(f -> f.source().kind()));
        return found;
    }

    private List<Found> charts() {
        Set<Path> folders = Set.copyOf(folders(files));
        Map<Path, List<FileReading>> charts = new TreeMap<>();
        Map<String, List<FileReading>> loose = new TreeMap<>();
        for (FileReading file : files) {
            Optional<Path> chart = file.isPiped() ? Optional.empty() : chart(file, folders);
            chart.ifPresent(c -> charts.computeIfAbsent(c, k -> new ArrayList<>()).add(file));
            if (chart.isEmpty() && file.templateLine > 0) {
                loose.computeIfAbsent(file.folder(), k -> new ArrayList<>()).add(file);
            }
        }
        loose.forEach(UnrenderedSources::loose);
        return charts.entrySet().stream().flatMap(c -> chart(c.getKey(), c.getValue()).stream()).toList();
    }

    private static Path parent(Path path) {
        return Optional.ofNullable(path.getParent()).orElse(path);
    }

    /** The outermost chart to which a file belongs: that of its Chart.yaml, or for a template the folder above {@code templates}. */
    private static Optional<Path> chart(FileReading file, Set<Path> folders) {
        Optional<Path> found = Optional.empty();
        for (Path at = file.path().getParent(); at != null; at = at.getParent()) {
            boolean inside = found.isEmpty() || found.get().startsWith(at.resolve("charts"));
            if (folders.contains(at) && inside) {
                found = Optional.of(at);
            }
        }
        return found.isPresent() || file.templateLine == 0 ? found : aboveTemplates(file.path());
    }

    private static Optional<Path> aboveTemplates(Path file) {
        for (Path at = file.getParent(); at != null && at.getFileName() != null; at = at.getParent()) {
            if (at.getFileName().toString().equals("templates")) {
                return Optional.ofNullable(at.getParent());
            }
        }
        return Optional.empty();
    }

    /** A library makes nothing by itself. Documents that fail are the template's, not the user's. */
    private static Optional<Found> chart(Path folder, List<FileReading> parts) {
        Optional<FileReading> description = parts.stream().filter(f -> f.chart.isPresent() && parent(f.path()).equals(folder)).findFirst();
        Optional<FileReading> template = parts.stream().filter(f -> f.templateLine > 0 && aboveTemplates(f.path()).isPresent()).findFirst();
        parts.stream().filter(f -> f.templateLine > 0 || f.path().startsWith(folder.resolve("templates")))
                .forEach(FileReading::forgetFailures);
        if (description.flatMap(f -> f.chart).filter(type -> type.equals("library")).isPresent()) {
            return Optional.empty();
        }
        FileReading first = template.or(() -> description).orElseThrow();
        Unrendered source = new Unrendered(Unrendered.Kind.CHART, folderAbove(first, folder), folder);
        return Optional.of(new Found(source, new Place(first.file, Math.max(1, first.templateLine), 1),
                "it is a template and was not rendered", parts));
    }

    /** The folder as it is shown: so many steps above the file. */
    private static String folderAbove(FileReading file, Path folder) {
        String shown = file.folder();
        for (int i = file.path().getNameCount() - 1; i > folder.getNameCount(); i--) {
            int slash = shown.lastIndexOf('/');
            shown = slash < 0 ? "" : shown.substring(0, slash);
        }
        return shown;
    }

    /** Templates that belong to no chart: one gap for each folder of them. */
    private static void loose(String folder, List<FileReading> templates) {
        templates.forEach(FileReading::forgetFailures);
        FileReading first = templates.getFirst();
        String what = templates.size() == 1 ? "what the template " + first.file + " makes"
                : "what the " + templates.size() + " templates in " + (folder.isEmpty() ? "." : folder) + " make";
        first.facts.gaps.add(new Gap(ID, what, "it cannot be read before it is rendered, and no chart around it is in the scan",
                Shell.piped("helm template CHART"), new Place(first.file, first.templateLine, 1)));
    }

    /** One that changes nothing, and takes in only what is in the scan, was read as what it is. */
    private Optional<Found> root(Kustomization root) {
        List<Kustomization> under = kustomizations.under(root);
        List<FileReading> parts = kustomizations.parts(root).stream().flatMap(p -> kustomizations.file(p).stream()).toList();
        List<String> deleted = parts.stream().flatMap(f -> f.deletions.stream()).map(ObjectKey::toString).distinct().sorted().toList();
        List<String> changes = Changes.of(under, deleted, kustomizations.missing(root));
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        FileReading file = root.file();
        return Optional.of(new Found(new Unrendered(Unrendered.Kind.KUSTOMIZATION, file.folder(), root.folder()),
                new Place(file.file, 1, 1), "its files were read as they are; rendered, it would " + Changes.joined(changes), parts));
    }

    /** Charts that delivery tools install from elsewhere; one whose folder is in the scan has its own gap. */
    static void installs(List<FileReading> files, List<Path> charts) {
        files.forEach(f -> f.facts.installs.stream().filter(i -> !isIn(charts, i.chart().value())).forEach(i -> f.facts.gaps.add(gap(i))));
    }

    /** The folders of all charts. */
    static List<Path> folders(List<FileReading> files) {
        return files.stream().filter(f -> f.chart.isPresent() && !f.isPiped()).map(f -> parent(f.path())).toList();
    }

    /** A chart of a repository has a name, one of a checkout a path. */
    private static boolean isIn(List<Path> charts, String chart) {
        String path = chart.startsWith("./") ? chart.substring(2) : chart;
        return chart.contains("/") && charts.stream().anyMatch(folder -> folder.endsWith(path));
    }

    private static Gap gap(Install install) {
        String chart = install.chart().value();
        String version = install.version().given() ? " --version " + Shell.quoted(install.version().value()) : "";
        String name = install.meta().name().isEmpty() ? chart : install.meta().name();
        return new Gap(ID, "what the chart " + chart + " of " + install.tool() + " " + name + " installs",
                "the chart is not in the scan", Shell.piped("helm template " + Shell.quoted(name) + " "
                        + Shell.quoted("REPOSITORY/" + chart) + version),
                install.chart().place());
    }

    /** Files that results stand for. */
    static Set<FileReading> replaced(Stream<Found> rendered) {
        return rendered.flatMap(f -> f.parts().stream()).collect(Collectors.toCollection(HashSet::new));
    }
}
