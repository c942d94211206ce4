package meshadvisor.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small file that somebody wrote by hand, or that this program wrote for him: no more of it is read than such a file may have. */
final class UserFile {

    /** Bytes that such a file may have: ten thousand prices are not half of it. */
    static final int LARGEST = 4 << 20;

    private UserFile() {}

    /** That a file is larger; the message is a whole sentence without its end. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;

        TooLarge(Path file) {
            super(file + " is larger than " + (LARGEST >> 20) + " MiB, and no such file is");
        }
    }

    /** All of it; a pipe is read no further than the limit, either. */
    static byte[] bytes(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] read = in.readNBytes(LARGEST + 1);
            if (read.length > LARGEST) {
                throw new TooLarge(file);
            }
            return read;
        }
    }

    /** Its text in UTF-8; any other is an error. */
    static String text(Path file) throws IOException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes(file))).toString();
    }

    /** Why it could not be read, and what to give instead, such as {@code give a file with prices}. */
    static Mistake mistake(Path file, IOException why, String instead) {
        return new Mistake.UsageMistake((why instanceof TooLarge ? why.getMessage() : "cannot read " + file) + ": " + instead);
    }
}
