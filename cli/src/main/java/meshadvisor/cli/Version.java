package meshadvisor.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, from the resource that Maven fills in. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() throws IOException {
        try (var in = requireNonNull(Version.class.getResourceAsStream("version.txt"), "version.txt is part of this jar")) {
            return new String[] {"meshadvisor " + new String(in.readAllBytes(), UTF_8).strip()};
        }
    }
}
