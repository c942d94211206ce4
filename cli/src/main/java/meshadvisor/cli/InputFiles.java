package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import meshadvisor.files.Sha256;
import meshadvisor.model.InputFile;

/** Files that options name, with their digests, so that a report tells exactly what it was made of. */
final class InputFiles {

    private InputFiles() {}

    /** Of all of them that are files; what cannot be read is told by whoever reads it for its content. */
    static List<InputFile> of(Collection<Path> named) {
        return named.stream().distinct().sorted().filter(Files::isRegularFile).flatMap(InputFiles::digested).toList();
    }

    private static Stream<InputFile> digested(Path file) {
        try {
            return Stream.of(new InputFile(file.toString().replace('\\', '/'), Sha256.of(file)));
        } catch (IOException e) {
            return Stream.of();
        }
    }
}
