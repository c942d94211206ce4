package meshadvisor.snapshot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Files and folders that their owner alone can read and write, from the moment that they are there; where the file system knows no such rights, usual ones. */
final class OwnerOnly {

    private OwnerOnly() {}

    /** Makes a file in the place of one that may be there. */
    static OutputStream file(Path file) throws IOException {
        Files.deleteIfExists(file);
        return newFile(file);
    }

    /** Makes a file where none is. */
    static OutputStream newFile(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                rights(file, "rw-------")));
    }

    /** Makes a folder unless it is there. */
    static void folder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectory(folder, rights(folder, "rwx------"));
        }
    }

    private static FileAttribute<?>[] rights(Path file, String rights) throws IOException {
        Path above = file.toAbsolutePath().getParent();
        return Files.getFileStore(above == null ? file : above).supportsFileAttributeView("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }
}
