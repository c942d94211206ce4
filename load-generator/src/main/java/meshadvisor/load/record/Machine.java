package meshadvisor.load.record;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Reads what the kernel tells in files, of which any may be absent: outside Linux, in a sandbox. What is absent becomes a gap. */
public final class Machine {

    /** Enough for the counters of 1,000 cores; what is beyond is not read. */
    private static final int MOST = 256 * 1024;

    private final Path root;
    private final List<Gap> gaps = new ArrayList<>();

    /**
     * A machine.
     *
     * @param root the folder that holds "proc" and "sys"; "/" but in tests
     */
    public Machine(Path root) {
        this.root = root;
    }

    /** What could not be read so far, each once. */
    public List<Gap> gaps() {
        return gaps.stream().distinct().toList();
    }

    void missing(String what, String why) {
        gaps.add(new Gap(what, why));
    }

    /** The text of a file, at most its first 256 KiB. */
    Optional<String> text(String path, String what) {
        try (InputStream in = Files.newInputStream(root.resolve(path))) {
            return Optional.of(new String(in.readNBytes(MOST), StandardCharsets.UTF_8));
        } catch (NoSuchFileException e) {
            missing(what, "there is no /" + path);
        } catch (IOException | SecurityException e) {
            missing(what, "/" + path + " cannot be read");
        }
        return Optional.empty();
    }

    /** What a file says, if it says it; that it does not is a gap, too. */
    public <T> Optional<T> said(String path, String what, Function<String, Optional<T>> reading) {
        return text(path, what).flatMap(text -> {
            Optional<T> said = reading.apply(text);
            if (said.isEmpty()) {
                missing(what, "/" + path + " does not tell it");
            }
            return said;
        });
    }

    OptionalLong number(String path, String what, Function<String, Optional<Long>> reading) {
        return said(path, what, reading).map(OptionalLong::of).orElseGet(OptionalLong::empty);
    }

    boolean has(String path) {
        return Files.isReadable(root.resolve(path));
    }

    /** The words of the first line that begins with a word. */
    public static Optional<String[]> line(String text, String first) {
        return text.lines().map(line -> line.strip().split("\\s+")).filter(words -> words[0].equals(first)).findFirst();
    }

    /** The whole number of a word. */
    public static Optional<Long> whole(String word) {
        try {
            return Optional.of(Long.parseLong(word));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
