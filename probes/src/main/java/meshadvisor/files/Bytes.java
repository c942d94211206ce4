package meshadvisor.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.function.Consumer;

import meshadvisor.tree.Problem.Kind;
import meshadvisor.tree.YamlReader;

/** The content of one file, up to the limit and not a byte further. */
final class Bytes {

    /** Opens what is to be read. */
    interface Source {
        InputStream open() throws IOException;
    }

    private static final int LARGEST_ARRAY = Integer.MAX_VALUE - 8;

    private Bytes() {}

    static Optional<SourceFile> read(String shown, long limit, Source source, Consumer<FileProblem> problems) {
        try (InputStream stream = source.open()) {
            byte[] content = stream.readNBytes((int) Math.min(limit + 1, LARGEST_ARRAY));
            if (content.length <= limit) {
                return Optional.of(new SourceFile(shown, content));
            }
            problems.accept(new FileProblem(shown, YamlReader.tooBig(limit)));
        } catch (IOException e) {
            problems.accept(unreadable(shown, e));
        }
        return Optional.empty();
    }

    /** What to say about a file or folder that the system does not let us read. */
    static FileProblem unreadable(String shown, IOException why) {
        String reason = switch (why) {
            case AccessDeniedException denied -> "permission denied";
            case NoSuchFileException gone -> "it is gone";
            default -> why.getClass().getSimpleName();
        };
        return FileProblem.of(Kind.UNREADABLE, shown, "This cannot be read: " + reason + ".",
                "Make it readable, or leave it out with --exclude.");
    }
}
