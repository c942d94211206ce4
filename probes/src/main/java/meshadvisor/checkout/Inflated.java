package meshadvisor.checkout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Unpacks what zlib packed, up to a size that no commit has. */
final class Inflated {

    /** In bytes. */
    static final int LARGEST = 1 << 20;

    /** Gives the packed bytes piece by piece. */
    interface Source {
        /** The next bytes, at least one. */
        byte[] next() throws IOException;
    }

    private Inflated() {}

    static byte[] whole(Path file) throws IOException {
        try (InputStream in = new InflaterInputStream(Files.newInputStream(file))) {
            byte[] content = in.readNBytes(LARGEST + 1);
            if (content.length > LARGEST) {
                throw new BrokenRepository("an object is too large");
            }
            return content;
        }
    }

    /** Exactly so many unpacked bytes. */
    static byte[] exactly(int size, Source source) throws IOException {
        Inflater inflater = new Inflater();
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream(size);
            byte[] piece = new byte[Math.clamp(size, 64, 8192)];
            while (!inflater.finished()) {
                int length = inflater.inflate(piece);
                content.write(piece, 0, length);
                if (content.size() > size || inflater.needsDictionary()) {
                    throw new BrokenRepository("an object is larger than it says");
                }
                if (length == 0 && inflater.needsInput()) {
                    inflater.setInput(source.next());
                }
            }
            if (content.size() != size) {
                throw new BrokenRepository("an object is smaller than it says");
            }
            return content.toByteArray();
        } catch (DataFormatException e) {
            throw new BrokenRepository("an object is not packed well");
        } finally {
            inflater.end();
        }
    }
}
