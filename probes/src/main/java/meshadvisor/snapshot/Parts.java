package meshadvisor.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import meshadvisor.cluster.Taker;
import meshadvisor.model.Gap;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonWriter;

/**
 * The lists of a snapshot while it is being taken, one file each in a folder beside the snapshot. A list that is complete keeps its name over an
 * interruption; a list that is not is read again.
 */
final class Parts implements Taker.Maker<Parts.Part> {

    private static final String COMPLETE = ".objects";
    private static final String DRAFT = ".draft";
    private static final String IDENTITY = "collection";

    private final Path folder;
    private final UnaryOperator<JsonObject> change;

    private Parts(Path folder, UnaryOperator<JsonObject> change) {
        this.folder = folder;
        this.change = change;
    }

    /**
     * Begins a snapshot, or goes on with one that was interrupted if it was of the same cluster and asked for the same.
     *
     * @param identity what must be the same; its first line is the time at which it was begun
     * @param change what is done to each object before it is written
     */
    static Parts in(Path folder, String identity, UnaryOperator<JsonObject> change) throws IOException {
        Path mark = folder.resolve(IDENTITY);
        if (Files.exists(folder) && !sameBut(mark, identity)) {
            delete(folder);
        }
        OwnerOnly.folder(folder);
        if (!Files.exists(mark)) {
            try (OutputStream out = OwnerOnly.newFile(mark)) {
                out.write(identity.getBytes(StandardCharsets.UTF_8));
            }
        }
        return new Parts(folder, change);
    }

    private static boolean sameBut(Path mark, String identity) throws IOException {
        return Files.isRegularFile(mark) && after(Files.readString(mark)).equals(after(identity));
    }

    private static String after(String identity) {
        return identity.substring(identity.indexOf('\n') + 1);
    }

    /** When the collection was begun that this goes on with. */
    String at() throws IOException {
        return Files.readString(folder.resolve(IDENTITY)).lines().findFirst().orElse("");
    }

    /** How many lists are there already. */
    int complete() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(f -> f.toString().endsWith(COMPLETE)).count();
        }
    }

    @Override
    public Part of(String resource, String namespace) {
        return new Part(folder.resolve(resource + (namespace.isEmpty() ? "" : "@" + namespace)), change);
    }

    void delete() throws IOException {
        delete(folder);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** One list: objects as JSON, a line each. */
    static final class Part implements Taker {

        private final Path complete;
        private final Path draft;
        private final UnaryOperator<JsonObject> change;
        private final boolean there;
        private JsonWriter out;

        private Part(Path name, UnaryOperator<JsonObject> change) {
            this.complete = name.resolveSibling(name.getFileName() + COMPLETE);
            this.draft = name.resolveSibling(name.getFileName() + DRAFT);
            this.change = change;
            this.there = Files.exists(complete);
            this.out = there ? new JsonWriter(OutputStream.nullOutputStream()) : new JsonWriter(opened(draft));
        }

        private static OutputStream opened(Path file) {
            try {
                return new BufferedOutputStream(OwnerOnly.file(file), 1 << 16);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void take(JsonObject object) {
            out.node(change.apply(object).root());
            out.newLine();
        }

        @Override
        public void end(List<Gap> gaps) {
            out.close();
            if (gaps.isEmpty()) {
                try {
                    Files.move(draft, complete, StandardCopyOption.ATOMIC_MOVE);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        @Override
        public boolean complete() {
            return there;
        }

        /** What was taken, whole or not. */
        Path file() {
            return Files.exists(complete) ? complete : draft;
        }
    }
}
