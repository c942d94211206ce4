package meshadvisor.checkout;

import java.io.IOException;
import java.util.Arrays;

/** Reads forward through a pack. */
final class PackCursor {

    private static final int PIECE = 1024;

    private final Pack pack;
    private byte[] piece = new byte[0];
    private int at;
    private long next;

    PackCursor(Pack pack, long from) {
        this.pack = pack;
        this.next = from;
    }

    /**
     * What stands before an object.
     *
     * @param size in bytes, unpacked
     */
    record Header(int type, int size) {}

    /** The first byte has the type in three bits and the size in four; more bytes with seven bits each may follow, the lowest first. */
    Header header() throws IOException {
        int read = one();
        int type = read >> 4 & 7;
        long size = read & 15;
        for (int shift = 4; read > 127; shift += 7) {
            read = one();
            size |= (read & 127L) << shift;
            if (size > Inflated.LARGEST) {
                throw new BrokenRepository("an object is too large for a commit");
            }
        }
        return new Header(type, (int) size);
    }

    /** How far before the object its base begins: seven bits a byte, the highest first, one added for each further byte. */
    long distance() throws IOException {
        int read = one();
        long distance = read & 127;
        while (read > 127) {
            read = one();
            distance = distance + 1 << 7 | read & 127;
            if (distance > next) {
                throw new BrokenRepository("a base stands before the beginning");
            }
        }
        return distance;
    }

    /** The name of an object. */
    byte[] name(int length) throws IOException {
        byte[] name = new byte[length];
        for (int i = 0; i < length; i++) {
            name[i] = (byte) one();
        }
        return name;
    }

    /** Some of the bytes that follow, at least one. */
    byte[] rest() throws IOException {
        fill();
        byte[] rest = Arrays.copyOfRange(piece, at, piece.length);
        at = piece.length;
        return rest;
    }

    private int one() throws IOException {
        fill();
        return piece[at++] & 0xFF;
    }

    private void fill() throws IOException {
        if (at == piece.length) {
            piece = pack.read(next, PIECE);
            next += piece.length;
            at = 0;
        }
    }
}
