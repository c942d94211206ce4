package meshadvisor.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import meshadvisor.catalog.Kebab;
import meshadvisor.catalog.Language;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Limit;
import meshadvisor.support.Knowledge;

/**
 * A small repository in one file: {@code LANGUAGE.KIND.txt}, with lines {@code === path} before each of its files, and comments before the first
 * that say what the program must show: {@code # shows: retry http-client}, {@code # speaks: smtp}, protocols of its places, and {@code # no-timeout: 2},
 * the number of calls that may wait for ever.
 */
record Fixture(String name, Map<String, String> files, Set<String> shows, Set<String> speaks, int withoutTimeout) {

    private static final Path FOLDER = Path.of("test/resources/source");

    static List<Fixture> all() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(f -> f.toString().endsWith(".txt")).sorted().map(Fixture::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Fixture of(Path file) {
        try {
            Map<String, String> files = new LinkedHashMap<>();
            Set<String> shows = new TreeSet<>();
            Set<String> speaks = new TreeSet<>();
            int without = 0;
            String path = "";
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("=== ")) {
                    path = line.substring(4).strip();
                    files.put(path, "");
                } else if (!path.isEmpty()) {
                    files.merge(path, line + "\n", String::concat);
                } else if (line.startsWith("# shows:")) {
                    shows.addAll(Arrays.asList(line.substring(8).strip().split(" ")));
                } else if (line.startsWith("# speaks:")) {
                    speaks.addAll(Arrays.asList(line.substring(9).strip().split(" ")));
                } else if (line.startsWith("# no-timeout:")) {
                    without = Integer.parseInt(line.substring(13).strip());
                }
            }
            shows.remove("");
            return new Fixture(file.getFileName().toString(), files, shows, speaks, without);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read of it when it lies in a folder. */
    Code in(Path folder) {
        files.forEach((path, text) -> write(folder.resolve(path), text));
        return read(folder);
    }

    static Code read(Path folder) {
        return read(folder, new Sought(Set.of(), Set.of()));
    }

    static Code read(Path folder, Sought sought) {
        return Sources.read(List.of(new Sources.Root("", folder.toString())), Language.all(Knowledge.LIBRARY), sought);
    }

    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> shown(Code code) {
        Set<String> shown = new TreeSet<>();
        code.programs().forEach(p -> p.traits().forEach(t -> shown.add(Kebab.of(t))));
        return shown;
    }

    static Set<String> spoken(Code code) {
        Set<String> spoken = new TreeSet<>();
        code.programs().forEach(p -> p.sites().stream().map(Code.Site::speaks).filter(s -> !s.isEmpty()).forEach(spoken::add));
        return spoken;
    }

    static List<String> withoutTimeout(Code code) {
        List<String> places = new ArrayList<>();
        code.programs()
                .forEach(p -> p.sites().stream().filter(s -> s.limit() == Limit.MISSING).forEach(s -> places.add(s.place().toString())));
        return places;
    }

    @Override
    public String toString() {
        return name;
    }
}
