package meshadvisor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.files.Sha256;

/**
 * A folder with a plan. A list of its files with their digests lies in it, so that a second plan replaces what the first one wrote and nothing that
 * somebody else wrote or changed.
 */
final class PlanDirectory {

    /** Name of the list. */
    static final String LIST = ".meshadvisor-plan";

    private PlanDirectory() {}

    /** Writes all files, or none of them if one would replace what is not the plan's own. */
    static void write(Path folder, SortedMap<String, String> files) {
        try {
            Map<String, String> own = own(folder);
            List<Mistake> mistakes = new ArrayList<>();
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                mistakes.add(new UsageMistake("--into " + folder + " is a file; name a folder"));
            }
            for (String name : files.keySet()) {
                foreign(folder, name, own, mistakes);
            }
            for (String name : own.keySet()) {
                if (!files.containsKey(name)) {
                    foreign(folder, name, own, mistakes);
                }
            }
            MistakesFound.stopAt(mistakes);
            for (String name : own.keySet()) {
                if (!files.containsKey(name)) {
                    remove(folder, folder.resolve(name));
                }
            }
            save(folder, files);
        } catch (IOException e) {
            throw new MistakesFound(new UsageMistake("cannot write the plan into " + folder + ": " + e.getMessage()));
        }
    }

    /** Of what an earlier plan wrote; a list that somebody garbled names nothing. */
    private static Map<String, String> own(Path folder) throws IOException {
        Map<String, String> own = new TreeMap<>();
        Path list = folder.resolve(LIST);
        if (Files.isRegularFile(list)) {
            for (String line : Files.readAllLines(list, StandardCharsets.UTF_8)) {
                int space = line.indexOf(' ');
                String name = line.substring(space + 1);
                if (space > 0 && folder.resolve(name).normalize().startsWith(folder.normalize())) {
                    own.put(name, line.substring(0, space));
                }
            }
        }
        return own;
    }

    private static void foreign(Path folder, String name, Map<String, String> own, List<Mistake> mistakes) throws IOException {
        Path file = folder.resolve(name);
        if (Files.exists(file) && !(Files.isRegularFile(file) && Sha256.of(file).equals(own.get(name)))) {
            mistakes.add(
                    new UsageMistake(file + (own.containsKey(name) ? " was changed since a plan wrote it" : " was not written by a plan")
                            + "; move it away, or name another folder with --into"));
        }
    }

    private static void remove(Path folder, Path file) throws IOException {
        Files.deleteIfExists(file);
        Path parent = file.getParent();
        if (parent != null && !parent.equals(folder) && Files.isDirectory(parent)) {
            try (var left = Files.list(parent)) {
                if (left.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(parent);
        }
    }

    private static void save(Path folder, SortedMap<String, String> files) throws IOException {
        StringBuilder list = new StringBuilder();
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Path parent = path.getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Wanted.save(path, file.getValue());
            list.append(digest(file.getValue())).append(' ').append(file.getKey()).append('\n');
        }
        Wanted.save(folder.resolve(LIST), list.toString());
    }

    private static String digest(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
