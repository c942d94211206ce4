package meshadvisor.snapshot;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import meshadvisor.cluster.Collected;
import meshadvisor.cluster.MappingTaker;
import meshadvisor.cluster.Taker;
import meshadvisor.files.UnusableFile;
import meshadvisor.kubeconfig.Remark;
import meshadvisor.manifest.ClusterNames;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.Gap;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Node;
import meshadvisor.tree.Pruning;

/** Reads a snapshot; its objects go the way of those of a cluster. */
public final class SnapshotReader implements JsonReader.Items {

    private final Taker taker;
    private String kind = "";
    private String apiVersion = "";
    private Optional<Node> head = Optional.empty();

    private SnapshotReader(Taker taker) {
        this.taker = taker;
    }

    /** What a snapshot held. */
    public record Held(Collected collected, MappingTaker taker) {}

    /**
     * Reads a file.
     *
     * @param names tell clusters apart where several are assessed together
     * @throws UnusableFile if it is no snapshot, or broken
     */
    public static Held read(Path file, ObjectFilter filter, ClusterNames names) throws UnusableFile {
        MappingTaker taker = new MappingTaker(filter, names);
        return new Held(read(file, taker), taker);
    }

    /**
     * Reads a file.
     *
     * @throws UnusableFile if it is no snapshot, or broken
     */
    public static Collected read(Path file, Taker taker) throws UnusableFile {
        SnapshotReader reader = new SnapshotReader(taker);
        try (InputStream in = opened(file)) {
            JsonReader.list(in, Pruning.NOTHING, reader);
        } catch (NoSuchFileException e) {
            throw new UnusableFile("there is no file " + file);
        } catch (ZipException e) {
            throw new UnusableFile(file + " is not what its compression promises: " + e.getMessage() + "; take the snapshot again");
        } catch (EOFException e) {
            throw new UnusableFile(file + " was cut: it ends in the middle; take the snapshot again with meshadvisor snapshot");
        } catch (IOException e) {
            throw new UnusableFile("cannot read " + file + ": " + e.getMessage());
        } catch (BrokenJson e) {
            throw new UnusableFile(file + " is no whole snapshot: " + e.getMessage() + "; take it again with meshadvisor snapshot");
        }
        return reader.collected(file);
    }

    private static InputStream opened(Path file) throws IOException {
        BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        in.mark(2);
        boolean compressed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return compressed ? new GZIPInputStream(in, 1 << 16) : in;
    }

    private Collected collected(Path file) throws UnusableFile {
        if (!kind.equals(SnapshotWriter.KIND) || head.isEmpty()) {
            throw new UnusableFile(file + " is no snapshot of a cluster: its kind is " + (kind.isEmpty() ? "not given" : kind)
                    + "; manifests are given as PATH");
        }
        if (!apiVersion.equals(SnapshotWriter.API_VERSION)) {
            throw new UnusableFile(
                    file + " is a snapshot of the version " + apiVersion + "; this program reads " + SnapshotWriter.API_VERSION);
        }
        Node said = head.get();
        List<Remark> remarks = said.get("remarks").items().stream()
                .map(r -> new Remark(r.get("where").text(), r.get("sentence").text(), r.get("remedy").text())).toList();
        List<Gap> gaps = said.get("gaps").items().stream()
                .map(g -> Gap.of(g.get("id").text(), g.get("what").text(), g.get("why").text(), g.get("remedy").text())).toList();
        return new Collected(said.get("cluster").text(), said.get("serverVersion").text(), said.get("at").text(),
                said.get("namespaces").items().stream().map(Node::text).toList(), remarks, gaps, said.get("redactionKey").text());
    }

    @Override
    public void field(String name, JsonObject value) {
        switch (name) {
            case "apiVersion" -> apiVersion = value.root().text();
            case "kind" -> kind = value.root().text();
            case "collected" -> head = Optional.of(value.root());
            default -> {
                // later versions may say more
            }
        }
    }

    @Override
    public void item(JsonObject item) {
        taker.take(item);
    }

    @Override
    public void tooBig(JsonObject beginning) {
        // such an object was a gap already when the snapshot was taken
    }
}
