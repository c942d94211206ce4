package meshadvisor.checkout;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where git keeps what it knows of a checkout.
 *
 * @param top folder of the checkout
 * @param own what belongs to this checkout alone
 * @param common what it shares with the other worktrees of the same repository; the same folder if there are none
 */
record GitFolder(Path top, Path own, Path common) {

    private static final int LONGEST_LINE = 4 * 1024;
    private static final int LONGEST_LIST = 64 * 1024 * 1024;
    private static final int LINKS = 5;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

    /** The checkout around a file or folder, which is a real path. */
    static Optional<GitFolder> around(Path real) {
        for (Path folder = real; folder != null; folder = folder.getParent()) {
            Path git = folder.resolve(".git");
            if (Files.exists(git)) {
                return Optional.of(of(folder, git));
            }
        }
        return Optional.empty();
    }

    /** In a worktree or submodule {@code .git} is a file that names the folder. */
    private static GitFolder of(Path top, Path git) {
        Path own = Files.isDirectory(git) ? git : linked(top, git, "gitdir: ");
        Path common = Files.isRegularFile(own.resolve("commondir")) ? linked(own, own.resolve("commondir"), "") : own;
        return new GitFolder(top, own, common);
    }

    private static Path linked(Path from, Path file, String prefix) {
        String line = read(file, LONGEST_LINE).strip();
        return from.resolve(line.startsWith(prefix) ? line.substring(prefix.length()) : line).normalize();
    }

    /** What a file holds, up to a number of bytes; nothing if it cannot be read. */
    private static String read(Path file, int most) {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(most), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    /** Whether commits are missing because only the newest were fetched. */
    boolean shallow() {
        return Files.exists(common.resolve("shallow"));
    }

    /** The commit that is checked out; empty before the first one and where references are kept in a way that is not known here. */
    Optional<String> head() {
        String value = read(own.resolve("HEAD"), LONGEST_LINE).strip();
        for (int i = 0; i < LINKS && value.startsWith("ref: "); i++) {
            value = reference(value.substring("ref: ".length()));
        }
        return ID.matcher(value).matches() ? Optional.of(value) : Optional.empty();
    }

    private String reference(String name) {
        if (!name.startsWith("refs/") || name.contains("..")) {
            return "";
        }
        String loose = read(common.resolve(name), LONGEST_LINE).strip();
        return loose.isEmpty() ? packed(name) : loose;
    }

    private String packed(String name) {
        return read(common.resolve("packed-refs"), LONGEST_LIST).lines().filter(line -> line.endsWith(" " + name))
                .map(line -> line.substring(0, line.length() - name.length() - 1)).findFirst().orElse("");
    }
}
