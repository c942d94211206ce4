package meshadvisor.kubeconfig;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether somebody else than this user and root has a file in hand: owns it, can write it, or owns or can write a folder above it and so put another
 * file in its place. A folder with a sticky bit, such as {@code /tmp}, may be open to all: what this user has in it nobody else can replace.
 */
final class HeldByOthers {

    private static final int STICKY = 01000;
    private static final int GROUP_WRITES = 020;
    private static final int ALL_WRITE = 02;
    private static final int ROOT = 0;
    /** Linux shows processes as files, so that none has to be made to see who this user is. */
    private static final Path THIS_PROCESS = Path.of("/proc/self");

    private HeldByOthers() {}

    /**
     * Why a file is in other hands, as the end of a sentence about it; else empty. A link is looked at, and what it leads to.
     *
     * @throws UnsupportedOperationException where files have no POSIX rights
     */
    static Optional<String> why(Path file) throws IOException {
        Path real = file.toRealPath();
        Set<Integer> trusted = new HashSet<>(List.of(ROOT, user()));
        if (!trusted.contains(owner(real))) {
            return Optional.of("is owned by another user, " + name(real));
        }
        if ((mode(real) & (GROUP_WRITES | ALL_WRITE)) != 0) {
            return Optional.of("can be written by others (chmod go-w " + Shown.of(file.toString()) + ")");
        }
        Set<Path> folders = new LinkedHashSet<>();
        above(real, folders);
        if (Files.isSymbolicLink(file)) {
            if (!trusted.contains(owner(file))) {
                return Optional.of("is a link that is owned by another user, " + name(file));
            }
            Path linked = file.toAbsolutePath().getParent();
            if (linked != null) {
                above(linked.toRealPath().resolve("link"), folders);
            }
        }
        for (Path folder : folders) {
            Optional<String> why = folder(folder, trusted);
            if (why.isPresent()) {
                return why;
            }
        }
        return Optional.empty();
    }

    private static void above(Path file, Set<Path> folders) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            folders.add(folder);
        }
    }

    private static Optional<String> folder(Path folder, Set<Integer> trusted) throws IOException {
        String shown = Shown.of(folder.toString());
        if (!trusted.contains(owner(folder))) {
            return Optional.of("lies in a folder that is owned by another user, " + name(folder) + ": " + shown);
        }
        int mode = mode(folder);
        if ((mode & STICKY) != 0 || (mode & (GROUP_WRITES | ALL_WRITE)) == 0) {
            return Optional.empty();
        }
        return Optional.of("lies in a folder that " + ((mode & ALL_WRITE) != 0 ? "everybody" : "its group") + " can write to (chmod go-w "
                + shown + ")");
    }

    /** Who runs this program. */
    private static int user() throws IOException {
        if (Files.exists(THIS_PROCESS)) {
            return (int) Files.getAttribute(THIS_PROCESS, "unix:uid");
        }
        Path own = Files.createTempFile("meshadvisor", ".user");
        try {
            return owner(own);
        } finally {
            Files.delete(own);
        }
    }

    private static int owner(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    private static int mode(Path file) throws IOException {
        return (int) Files.getAttribute(file, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    }

    private static String name(Path file) throws IOException {
        return Shown.of(Files.getOwner(file, LinkOption.NOFOLLOW_LINKS).getName());
    }
}
