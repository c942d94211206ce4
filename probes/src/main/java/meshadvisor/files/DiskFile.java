package meshadvisor.files;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

import meshadvisor.tree.Problem.Kind;

/**
 * A regular file.
 *
 * @param size in bytes when it was found
 * @param limit bytes that may be read
 * @param named whether the user named this file himself, else it was found in a folder
 */
record DiskFile(String shown, Path path, long size, long limit, boolean named) implements FoundFile {

    private static final int HEAD = 8 * 1024;

    @Override
    public Optional<SourceFile> read(Consumer<FileProblem> problems) {
        Optional<SourceFile> file = Bytes.read(shown, limit, () -> Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS), problems);
        if (named || file.isEmpty() || !isBinary(file.get().content())) {
            return file;
        }
        problems.accept(FileProblem.of(Kind.NOTE, shown, "This is no text and was skipped.",
                "Name the file on the command line to read it all the same."));
        return Optional.empty();
    }

    /** Whether there is a NUL at the beginning, as there is in programs and pictures, but not in text, save UTF-16; a broken manifest is none. */
    private static boolean isBinary(byte[] content) {
        boolean utf16 = content.length > 1
                && (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF || content[0] == (byte) 0xFF && content[1] == (byte) 0xFE);
        for (int i = 0; i < Math.min(content.length, HEAD); i++) {
            if (content[i] == 0 && !utf16) {
                return !new String(content, StandardCharsets.ISO_8859_1).contains("apiVersion");
            }
        }
        return false;
    }
}
