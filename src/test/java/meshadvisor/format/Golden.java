package meshadvisor.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whole outputs as files under {@code src/test/resources/format}. With {@code -Dgolden=write} they are written instead of compared; what
 * changed is then reviewed as a difference.
 */
final class Golden {

    private static final Path FOLDER = Path.of("test/resources/format");

    private Golden() {}

    static void assertSame(String name, String actual) {
        Path file = FOLDER.resolve(name);
        try {
            if (System.getProperty("golden", "").equals("write")) {
                Files.writeString(file, actual);
            }
            assertThat(actual).as("%s; after a change that is meant, run with -Dgolden=write and review", name)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
