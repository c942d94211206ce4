package meshadvisor.manifest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Facts.ConfigMap;
import meshadvisor.dialect.Facts.Variable;
import meshadvisor.dialect.Facts.VariableSource;
import meshadvisor.model.Evidence;

/** The folders for which delivery tools define variables, and the variables. */
final class Scopes {

    /**
     * Where some variables hold.
     *
     * @param folder everything below it; the root of the file system for everything
     * @param parts files elsewhere that the kustomization of the folder takes in
     */
    private record Scope(Path folder, Set<Path> parts, Map<String, Variable> variables) {
        boolean holds(Path file) {
            return file.startsWith(folder) || parts.contains(file);
        }
    }

    private final Map<String, List<ConfigMap>> configMaps = new HashMap<>();
    private final Set<Path> folders = new HashSet<>();
    private final Kustomizations kustomizations;
    private final List<Scope> scopes = new ArrayList<>();

    private Scopes(Kustomizations kustomizations) {
        this.kustomizations = kustomizations;
    }

    static Scopes of(List<FileReading> files, Kustomizations kustomizations) {
        Scopes scopes = new Scopes(kustomizations);
        if (files.stream().flatMap(Scopes::facts).allMatch(f -> f.variables.isEmpty() && f.variableSources.isEmpty())) {
            return scopes;
        }
        files.forEach(scopes::index);
        files.forEach(scopes::read);
        scopes.scopes.sort(Comparator.comparingInt((Scope s) -> s.folder().getNameCount()).reversed());
        return scopes;
    }

    boolean none() {
        return scopes.isEmpty();
    }

    /** What a name stands for in a file: what holds for the narrowest folder wins. */
    Optional<Variable> find(String name, Path file) {
        return scopes.stream().filter(s -> s.holds(file)).flatMap(s -> Optional.ofNullable(s.variables().get(name)).stream()).findFirst();
    }

    private static Stream<Facts> facts(FileReading file) {
        return Stream.of(file.facts, file.unwanted);
    }

    private void index(FileReading file) {
        facts(file).flatMap(f -> f.configMaps.stream())
                .forEach(c -> configMaps.computeIfAbsent(c.meta().name(), k -> new ArrayList<>()).add(c));
        for (Path folder = file.path().getParent(); folder != null && folders.add(folder); folder = folder.getParent()) {
            // each folder above it, up to one that is known
        }
    }

    private void read(FileReading file) {
        Map<String, Map<String, Variable>> byFolder = new LinkedHashMap<>();
        facts(file).flatMap(f -> f.variableSources.stream()).forEach(source -> values(source)
                .forEach(v -> byFolder.computeIfAbsent(source.under(), k -> new HashMap<>()).put(v.name(), v)));
        // what stands in the kustomization itself wins, so it comes last
        facts(file).flatMap(f -> f.variables.stream())
                .forEach(v -> byFolder.computeIfAbsent(v.under(), k -> new HashMap<>()).put(v.name(), v));
        byFolder.forEach((under, variables) -> resolve(file, under).ifPresent(folder -> scopes
                .add(new Scope(folder, kustomizations.in(folder).map(kustomizations::parts).orElse(Set.of()), variables))));
    }

    private Stream<Variable> values(VariableSource source) {
        return configMaps.getOrDefault(source.configMap(), List.of()).stream()
                .filter(c -> near(c.meta().namespace(), source.namespace()))
                .flatMap(c -> c.data().entrySet().stream().map(e -> new Variable(e.getKey(), e.getValue(), source.under(),
                        new Evidence("${" + e.getKey() + "} is " + e.getValue() + " in ConfigMap " + c.meta().name(),
                                e.getValue().place()))));
    }

    private static boolean near(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /**
     * The folder that a path of the repository means. Where the repository begins is not known, but it is a folder above the file that
     * says so: the nearest one under which there is such a folder in the scan.
     */
    private Optional<Path> resolve(FileReading file, String under) {
        if (under.isEmpty()) {
            return Optional.of(file.path().getRoot());
        }
        for (Path above = file.path().getParent(); above != null; above = above.getParent()) {
            Path folder = above.resolve(under).normalize();
            if (folders.contains(folder)) {
                return Optional.of(folder);
            }
        }
        return Optional.empty();
    }
}
