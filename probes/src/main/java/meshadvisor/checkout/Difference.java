package meshadvisor.checkout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Applies what a pack writes instead of an object that is like another: copy these bytes, insert those. */
final class Difference {

    private static final int WHOLE_BLOCK = 0x10000;

    private final byte[] base;
    private final ByteBuffer steps;
    private final ByteArrayOutputStream result = new ByteArrayOutputStream();

    private Difference(byte[] base, byte[] steps) {
        this.base = base;
        this.steps = ByteBuffer.wrap(steps);
    }

    /** Applies them one after the other, the first one first. */
    static byte[] applyAll(Iterable<byte[]> differences, byte[] base) throws IOException {
        byte[] content = base;
        for (byte[] steps : differences) {
            content = new Difference(content, steps).applied();
        }
        return content;
    }

    private byte[] applied() throws IOException {
        int from = size();
        int to = size();
        if (from != base.length || to > Inflated.LARGEST) {
            throw new BrokenRepository("a difference does not fit its base");
        }
        while (steps.hasRemaining()) {
            int step = steps.get() & 0xFF;
            if (step > 127) {
                copy(step);
            } else {
                insert(step);
            }
            if (result.size() > to) {
                throw new BrokenRepository("a difference makes more than it says");
            }
        }
        return result.toByteArray();
    }

    private int size() {
        int read = steps.get();
        int size = read & 127;
        for (int shift = 7; read < 0; shift += 7) {
            read = steps.get();
            size |= (read & 127) << shift;
        }
        return size;
    }

    /** The lower seven bits say which of four bytes of the offset and three of the size follow; those left out are 0. */
    private void copy(int step) {
        int offset = number(step, 4);
        int size = number(step >> 4, 3);
        result.write(base, offset, size == 0 ? WHOLE_BLOCK : size);
    }

    private int number(int present, int bytes) {
        int number = 0;
        for (int i = 0; i < bytes; i++) {
            if ((present >> i & 1) != 0) {
                number |= (steps.get() & 0xFF) << 8 * i;
            }
        }
        return number;
    }

    private void insert(int length) {
        byte[] inserted = new byte[length];
        steps.get(inserted);
        result.write(inserted, 0, length);
    }
}
