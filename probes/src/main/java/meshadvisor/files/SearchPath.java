package meshadvisor.files;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where programs are looked for.
 *
 * @param folders only absolute ones: what {@code .} or {@code bin} means depends on where one stands, which may be in the scan
 */
public record SearchPath(List<Path> folders) {

    private static final List<String> ENDINGS = List.of("", ".exe");

    /** The folders cannot be changed afterwards. */
    public SearchPath {
        folders = List.copyOf(folders);
    }

    /** Reads the form of the environment variable PATH. */
    public static SearchPath of(String text) {
        return new SearchPath(Stream.of(text.split(Pattern.quote(File.pathSeparator), -1)).flatMap(SearchPath::folder).toList());
    }

    private static Stream<Path> folder(String text) {
        try {
            return Stream.of(Path.of(text)).filter(Path::isAbsolute);
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }

    /** The first program of that name. */
    public Optional<Path> find(String name) {
        return folders.stream().flatMap(folder -> ENDINGS.stream().map(ending -> folder.resolve(name + ending)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file)).findFirst();
    }

    /** As the environment variable PATH. */
    @Override
    public String toString() {
        return String.join(File.pathSeparator, folders.stream().map(Path::toString).toList());
    }
}
