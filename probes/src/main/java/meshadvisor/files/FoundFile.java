package meshadvisor.files;

import java.util.Optional;
import java.util.function.Consumer;

/** A file that can be read. */
public sealed interface FoundFile permits DiskFile, StandardInput {

    /** Its path, written as in {@link SourceFile}. */
    String shown();

    /** Whether the user named this file himself, else it was found in a folder. */
    boolean named();

    /** Reads it; empty, and a problem, if that is not possible. */
    Optional<SourceFile> read(Consumer<FileProblem> problems);
}
