package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the resource that Maven fills in. */
final class Version implements IVersionProvider {

    /** Name and version. */
    static String text() {
        return "meshadvisor " + number();
    }

    /** The version alone. */
    static String number() {
        try (var in = requireNonNull(Version.class.getResourceAsStream("version.txt"), "version.txt is part of this jar")) {
            return new String(in.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
