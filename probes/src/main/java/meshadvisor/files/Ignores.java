package meshadvisor.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ignore files that hold for a folder, the innermost first: the first that says anything of a path decides. */
record Ignores(List<IgnoreFile> files) {

    /** The name of the file that says what git leaves out. */
    static final String FILE_NAME = ".gitignore";

    static final Ignores NONE = new Ignores(List.of());

    private static final int LONGEST = 1 << 20;

    /** Adds the ignore file at a path, if it can be read; what cannot be read ignores nothing. */
    Ignores with(Path path, String folder) {
        return content(path).map(content -> {
            List<IgnoreFile> more = new ArrayList<>(List.of(IgnoreFile.of(folder, content)));
            more.addAll(files);
            return new Ignores(List.copyOf(more));
        }).orElse(this);
    }

    private static Optional<String> content(Path path) {
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try (InputStream stream = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(new String(stream.readNBytes(LONGEST), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Whether a path relative to the top is ignored. What lies in an ignored folder is not asked for. */
    boolean ignores(String path, boolean isFolder) {
        for (IgnoreFile file : files) {
            switch (file.answer(path, isFolder)) {
                case IGNORED -> {
                    return true;
                }
                case TAKEN -> {
                    return false;
                }
                case SILENT -> {}
            }
        }
        return false;
    }
}
