package meshadvisor.kubeconfig;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Files that are small by nature; whatever they are, no more than a limit is read. */
final class SmallFile {

    /** Certificates, keys and tokens. */
    static final int MOST_BYTES = 1 << 20;

    private SmallFile() {}

    /** The text of a file; the exception says in a sentence what is wrong, without the path. */
    static String text(Path file) throws IOException {
        return new String(bytes(file, MOST_BYTES), StandardCharsets.UTF_8);
    }

    static byte[] bytes(Path file, int most) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a folder");
        }
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(most + 1);
            if (content.length > most) {
                throw new IOException("it has more than " + most + " bytes");
            }
            return content;
        }
    }

    /** Why a file could not be read, to be put after a colon. */
    static String why(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "it does not exist";
            case AccessDeniedException denied -> "this user may not read it";
            default -> Shown.of(String.valueOf(failure.getMessage()));
        };
    }
}
