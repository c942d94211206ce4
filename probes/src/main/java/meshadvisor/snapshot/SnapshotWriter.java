package meshadvisor.snapshot;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import meshadvisor.cluster.Collected;
import meshadvisor.cluster.Taker;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.model.Gap;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonWriter;

/** Writes a snapshot. Lists are kept beside the file until all are there; the file itself appears at once and whole, for its owner only. */
public final class SnapshotWriter {

    /** Kind and version of the file format. */
    static final String API_VERSION = "meshadvisor/v1";
    static final String KIND = "ClusterSnapshot";

    private final Path file;
    private final Parts parts;
    private final UnaryOperator<Collected> discreet;
    private final int resumed;

    private SnapshotWriter(Path file, Parts parts, UnaryOperator<Collected> discreet) throws IOException {
        this.file = file;
        this.parts = parts;
        this.discreet = discreet;
        this.resumed = parts.complete();
    }

    /**
     * Begins a snapshot, or goes on with one that was interrupted.
     *
     * @param file ends with {@code .gz} to be compressed
     * @param at when the collection is begun
     * @param identity of the cluster and of what is asked for: only a collection with the same is gone on with
     * @param change what is done to each object before it is written
     */
    public static SnapshotWriter to(Path file, String at, String identity, UnaryOperator<JsonObject> change) throws IOException {
        return new SnapshotWriter(file, Parts.in(parts(file), at + "\n" + identity, change), UnaryOperator.identity());
    }

    /** As {@link #to(Path, String, String, UnaryOperator)}, without names: neither in the snapshot nor in what is kept beside it. */
    public static SnapshotWriter to(Path file, String at, String identity, Redaction redaction) throws IOException {
        String discreet = redaction.hidden(identity) + "\nredacted with " + redaction.keyId();
        return new SnapshotWriter(file, Parts.in(parts(file), at + "\n" + discreet, redaction::of), redaction::of);
    }

    private static Path parts(Path file) {
        return file.resolveSibling(file.getFileName() + ".parts");
    }

    /** Makes the takers of the lists. */
    public Taker.Maker<? extends Taker> takers() {
        return parts;
    }

    /** When the collection was begun, by an earlier run if this goes on with it. */
    public String at() throws IOException {
        return parts.at();
    }

    /** How many lists an earlier run has left. */
    public int resumed() {
        return resumed;
    }

    /** Puts the lists together in this order, beside the file first. */
    public void finish(Collected collected, List<? extends Taker> lists) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + ".tmp");
        try {
            try (OutputStream raw = OwnerOnly.file(draft);
                    OutputStream out =
                            new BufferedOutputStream(file.toString().endsWith(".gz") ? new GZIPOutputStream(raw, 1 << 16) : raw, 1 << 16)) {
                write(discreet.apply(collected), lists, out);
            }
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
        parts.delete();
    }

    private static void write(Collected collected, List<? extends Taker> lists, OutputStream stream) throws IOException {
        JsonWriter out = new JsonWriter(stream);
        out.startObject();
        out.text("apiVersion", API_VERSION);
        out.text("kind", KIND);
        out.startObject("collected");
        out.text("cluster", collected.cluster());
        out.text("serverVersion", collected.serverVersion());
        out.text("at", collected.at());
        out.node("redacted", JsonObject.truth(!collected.redactedWith().isEmpty()));
        out.text("redactionKey", collected.redactedWith());
        out.startList("namespaces");
        collected.namespaces().forEach(n -> out.node(JsonObject.text(n)));
        out.endList();
        out.startList("remarks");
        collected.remarks().forEach(r -> remark(r, out));
        out.endList();
        out.startList("gaps");
        collected.gaps().forEach(g -> gap(g, out));
        out.endList();
        out.endObject();
        out.newLine();
        out.startList("items");
        out.flush();
        boolean first = true;
        for (Taker list : lists) {
            first = copy(((Parts.Part) list).file(), stream, first);
        }
        out.endList();
        out.endObject();
        out.newLine();
        out.flush();
    }

    private static boolean copy(Path part, OutputStream out, boolean first) throws IOException {
        boolean none = first;
        try (var lines = Files.newBufferedReader(part)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write((none ? "\n" : ",\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
                out.write(line.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                none = false;
            }
        }
        return none;
    }

    private static void remark(Remark remark, JsonWriter out) {
        out.startObject();
        out.text("where", remark.where());
        out.text("sentence", remark.sentence());
        out.text("remedy", remark.remedy());
        out.endObject();
    }

    private static void gap(Gap gap, JsonWriter out) {
        out.startObject();
        out.text("id", gap.id());
        out.text("what", gap.what());
        out.text("why", gap.why());
        out.text("remedy", gap.remedy());
        out.endObject();
    }
}
