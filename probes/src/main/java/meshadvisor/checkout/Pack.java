package meshadvisor.checkout;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A pack with its index, which is a table of sorted names and one of offsets. Format: gitformat-pack(5), index version 2. */
final class Pack implements Closeable {

    private static final int MAGIC = 0xFF744F63;
    private static final int FANOUT = 8;
    private static final int NAMES = FANOUT + 256 * 4;

    private final ByteBuffer index;
    private final FileChannel content;

    private Pack(ByteBuffer index, FileChannel content) {
        this.index = index;
        this.content = content;
    }

    static Pack open(Path index) throws IOException {
        String name = String.valueOf(index.getFileName());
        Path pack = index.resolveSibling(name.substring(0, name.length() - ".idx".length()) + ".pack");
        try (FileChannel channel = FileChannel.open(index, StandardOpenOption.READ)) {
            if (channel.size() < NAMES || channel.size() > Integer.MAX_VALUE) {
                throw new BrokenRepository("an index has a size that is not known here");
            }
            ByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, channel.size());
            if (mapped.getInt(0) != MAGIC || mapped.getInt(4) != 2) {
                throw new BrokenRepository("an index has a format that is not known here");
            }
            return new Pack(mapped, FileChannel.open(pack, StandardOpenOption.READ));
        }
    }

    /** Where in the pack the object of that name begins, -1 if it is not in it. */
    long find(byte[] name) {
        int first = name[0] & 0xFF;
        int low = first == 0 ? 0 : index.getInt(FANOUT + 4 * (first - 1));
        int high = index.getInt(FANOUT + 4 * first) - 1;
        while (low <= high) {
            int middle = low + high >>> 1;
            int order = compare(name, NAMES + middle * name.length);
            if (order == 0) {
                return offset(middle, name.length);
            }
            if (order < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return -1;
    }

    private int compare(byte[] name, int at) {
        for (int i = 0; i < name.length; i++) {
            int order = Integer.compare(name[i] & 0xFF, index.get(at + i) & 0xFF);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /** Behind the names come checksums, then offsets; one with the highest bit set is the number of an entry in a table of long ones. */
    private long offset(int number, int nameLength) {
        int count = index.getInt(FANOUT + 4 * 255);
        int offsets = NAMES + count * (nameLength + 4);
        int offset = index.getInt(offsets + 4 * number);
        return offset >= 0 ? offset : index.getLong(offsets + 4 * count + 8 * (offset & Integer.MAX_VALUE));
    }

    /** The bytes from a position on, as many as there are up to a number, and at least one. */
    byte[] read(long from, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(most);
        int length = content.read(buffer, from);
        if (length <= 0) {
            throw new EOFException("a pack ends too early");
        }
        return Arrays.copyOf(buffer.array(), length);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
