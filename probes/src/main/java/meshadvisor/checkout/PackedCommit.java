package meshadvisor.checkout;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** Reads a commit out of a pack. It may be written as the difference to another one, that again as one to a third, and so on. */
final class PackedCommit {

    private static final int COMMIT = 1;
    private static final int DIFFERENCE_BY_OFFSET = 6;
    private static final int DIFFERENCE_BY_NAME = 7;
    /** What git itself allows at most. */
    private static final int LONGEST_CHAIN = 4_095;

    private final Pack pack;
    private final int nameLength;
    private final Deque<byte[]> differences = new ArrayDeque<>();
    private int bytes;

    private PackedCommit(Pack pack, int nameLength) {
        this.pack = pack;
        this.nameLength = nameLength;
    }

    /** The content of the commit that begins at an offset of a pack whose names have so many bytes. */
    static byte[] read(Pack pack, long offset, int nameLength) throws IOException {
        return new PackedCommit(pack, nameLength).follow(offset);
    }

    private byte[] follow(long offset) throws IOException {
        long at = offset;
        for (int i = 0; i <= LONGEST_CHAIN; i++) {
            PackCursor cursor = new PackCursor(pack, at);
            PackCursor.Header header = cursor.header();
            switch (header.type()) {
                case COMMIT -> {
                    return Difference.applyAll(differences, content(cursor, header));
                }
                case DIFFERENCE_BY_OFFSET -> at -= cursor.distance();
                case DIFFERENCE_BY_NAME -> at = pack.find(cursor.name(nameLength));
                default -> throw new BrokenRepository("no commit stands where the index says so");
            }
            differences.push(content(cursor, header));
        }
        throw new BrokenRepository("a chain of differences is too long");
    }

    private byte[] content(PackCursor cursor, PackCursor.Header header) throws IOException {
        bytes += header.size();
        if (bytes > Inflated.LARGEST) {
            throw new BrokenRepository("a commit is too large");
        }
        return Inflated.exactly(header.size(), cursor::rest);
    }
}
