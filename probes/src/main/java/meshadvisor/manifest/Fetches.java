package meshadvisor.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import meshadvisor.files.SourceFile;
import meshadvisor.manifest.FileReading.Given;
import meshadvisor.tree.Limits;

/** Follows kustomizations on disk, also where the scan does not go, and finds what they take from other machines. */
final class Fetches {

    private static final int LONGEST = 1 << 20;
    private static final int MOST_FOLDERS = 10_000;

    private Fetches() {}

    /** The first address of another machine in the kustomization of a folder, and in all that it takes in. */
    static Optional<String> firstOf(Path folder) {
        Set<Path> seen = new HashSet<>(Set.of(folder));
        Deque<Path> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && seen.size() <= MOST_FOLDERS) {
            for (Kustomization kustomization : in(open.remove())) {
                Optional<String> address = kustomization.parts().filter(Kustomization::isElsewhere).findFirst();
                if (address.isPresent()) {
                    return address;
                }
                kustomization.takes().stream().flatMap(t -> kustomization.resolve(t).stream()).filter(seen::add).forEach(open::add);
            }
        }
        return Optional.empty();
    }

    private static List<Kustomization> in(Path folder) {
        return Kustomization.NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).flatMap(file -> read(file).stream()).toList();
    }

    private static List<Kustomization> read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            SourceFile content = new SourceFile(file.toString(), in.readNBytes(LONGEST));
            FileReading reading = new FileReading(file.toString(), Given.FOUND);
            DocumentMapper.read(reading, content, Limits.DEFAULT, ObjectFilter.ALL);
            return reading.kustomizations.stream().map(item -> Kustomization.of(reading, item)).toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
