package meshadvisor.checkout;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** The objects of a repository: single files, and packs of many. */
final class ObjectStore implements Closeable {

    private static final int MOST_PACKS = 1_000;

    private final Path folder;
    private final List<Pack> packs = new ArrayList<>();

    private ObjectStore(Path folder) {
        this.folder = folder;
    }

    static ObjectStore of(Path folder) throws IOException {
        ObjectStore objects = new ObjectStore(folder);
        Path packs = folder.resolve("pack");
        if (!Files.isDirectory(packs)) {
            return objects;
        }
        try (DirectoryStream<Path> indexes = Files.newDirectoryStream(packs, "*.idx")) {
            for (Path index : indexes) {
                if (objects.packs.size() < MOST_PACKS) {
                    opened(index).ifPresent(objects.packs::add);
                }
            }
        }
        return objects;
    }

    /** A pack that cannot be read may still hold nothing that is asked for. */
    private static Optional<Pack> opened(Path index) {
        try {
            return Optional.of(Pack.open(index));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The content of a commit. */
    byte[] commit(String id) throws IOException {
        byte[] name = HexFormat.of().parseHex(id);
        for (int i = 0; i < packs.size(); i++) {
            Pack pack = packs.get(i);
            long offset = pack.find(name);
            if (offset >= 0) {
                Collections.swap(packs, 0, i); // the next one is likely to be in the same
                return PackedCommit.read(pack, offset, name.length);
            }
        }
        return loose(id);
    }

    /** {@code commit 231}, a zero, and the content. */
    private byte[] loose(String id) throws IOException {
        byte[] whole = Inflated.whole(folder.resolve(id.substring(0, 2)).resolve(id.substring(2)));
        int zero = 0;
        while (zero < whole.length && whole[zero] != 0) {
            zero++;
        }
        if (zero == whole.length || !new String(whole, 0, zero, StandardCharsets.US_ASCII).startsWith("commit ")) {
            throw new BrokenRepository(id + " is no commit");
        }
        return Arrays.copyOfRange(whole, zero + 1, whole.length);
    }

    @Override
    public void close() throws IOException {
        for (Pack pack : packs) {
            pack.close();
        }
    }
}
