package meshadvisor.cli;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Library;

/** The knowledge that this build brings along, as {@link BuildResources} wrote it. */
final class Knowledge {

    /** Where it lies in the jar. */
    static final String RESOURCE = "meshadvisor/catalogue";

    private Knowledge() {}

    /** Reads it; a command that needs none never pays for it. */
    static Catalogue read() {
        try (var in = requireNonNull(Knowledge.class.getResourceAsStream("/" + RESOURCE), "the catalogue is part of this jar")) {
            return Catalogue.of(Library.ofCompiled(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
