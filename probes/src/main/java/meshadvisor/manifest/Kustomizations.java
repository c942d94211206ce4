package meshadvisor.manifest;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kustomizations of the scan, and which of them takes in what. */
final class Kustomizations {

    private final Map<Path, FileReading> files = new HashMap<>();
    private final Map<Path, Kustomization> byFolder = new LinkedHashMap<>();
    private final Set<Path> takenIn = new HashSet<>();
    private final Map<Path, List<Kustomization>> under = new HashMap<>();
    private final Map<Path, Set<Path>> reach = new HashMap<>();

    private Kustomizations() {}

    static Kustomizations of(List<FileReading> readings) {
        Kustomizations kustomizations = new Kustomizations();
        if (readings.stream().allMatch(r -> r.kustomizations.isEmpty())) {
            return kustomizations;
        }
        readings.stream().filter(r -> !r.isPiped()).forEach(kustomizations::add);
        kustomizations.all().forEach(k -> k.takes().forEach(t -> k.resolve(t).ifPresent(kustomizations.takenIn::add)));
        return kustomizations;
    }

    private void add(FileReading reading) {
        files.put(reading.path(), reading);
        reading.kustomizations.forEach(item -> {
            Kustomization kustomization = Kustomization.of(reading, item);
            byFolder.put(kustomization.folder(), kustomization);
        });
    }

    List<Kustomization> all() {
        return List.copyOf(byFolder.values());
    }

    /** The kustomization of a folder. */
    Optional<Kustomization> in(Path folder) {
        return Optional.ofNullable(byFolder.get(folder));
    }

    Optional<FileReading> file(Path path) {
        return Optional.ofNullable(files.get(path));
    }

    /** Those that could be applied: no other one takes them in, and they are found where Kustomize looks for them. */
    List<Kustomization> roots() {
        return all().stream()
                .filter(k -> !k.isComponent() && Kustomization.isName(k.file().name()) && !takenIn.contains(k.folder())).toList();
    }

    /** The kustomization and all others that it takes in, whichever way round. */
    List<Kustomization> under(Kustomization root) {
        return under.computeIfAbsent(root.folder(), folder -> walk(root));
    }

    private List<Kustomization> walk(Kustomization root) {
        Map<Path, Kustomization> seen = new LinkedHashMap<>(Map.of(root.folder(), root));
        Deque<Kustomization> open = new ArrayDeque<>(seen.values());
        while (!open.isEmpty()) {
            Kustomization next = open.remove();
            next.takes().stream().flatMap(t -> next.resolve(t).stream()).flatMap(folder -> in(folder).stream())
                    .filter(k -> seen.putIfAbsent(k.folder(), k) == null).forEach(open::add);
        }
        return List.copyOf(seen.values());
    }

    /** Every file that has a part in what is made of the kustomization, itself included. */
    Set<Path> parts(Kustomization root) {
        Set<Path> parts = new LinkedHashSet<>();
        for (Kustomization each : under(root)) {
            parts.add(each.file().path());
            each.parts().flatMap(p -> each.resolve(p).stream()).forEach(parts::add);
        }
        return parts;
    }

    /** The files whose objects its patches may change: what it takes in, and for a component what those take in that use it. */
    Set<Path> reach(Kustomization kustomization) {
        return reach.computeIfAbsent(kustomization.folder(), folder -> kustomization.isComponent() ? reachOfUsers(kustomization)
                : parts(kustomization));
    }

    private Set<Path> reachOfUsers(Kustomization component) {
        Set<Path> found = new LinkedHashSet<>();
        all().stream().filter(k -> !k.isComponent() && under(k).stream().anyMatch(other -> other.folder().equals(component.folder())))
                .forEach(user -> found.addAll(parts(user)));
        return found;
    }

    /** What it takes in and no file of the scan holds: addresses elsewhere, and paths outside of the scan. */
    List<String> missing(Kustomization root) {
        return under(root).stream().flatMap(k -> k.takes().stream().filter(t -> Kustomization.isElsewhere(t) || !scanned(k, t))).distinct()
                .toList();
    }

    private boolean scanned(Kustomization from, String written) {
        return from.resolve(written).filter(path -> files.containsKey(path) || byFolder.containsKey(path)).isPresent();
    }
}
