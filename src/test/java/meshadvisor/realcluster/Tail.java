package meshadvisor.realcluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The end of a file that grows. */
final class Tail {

    private Tail() {}

    /** Lines that were written since the file had this size; a line that is not finished is left out. */
    static Stream<String> lines(Path file, long position) throws IOException {
        try (var access = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[Math.toIntExact(access.length() - position)];
            access.seek(position);
            access.readFully(bytes);
            String text = new String(bytes, UTF_8);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines();
        }
    }
}
