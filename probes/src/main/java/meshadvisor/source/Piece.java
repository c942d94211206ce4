package meshadvisor.source;

import java.util.List;
import meshadvisor.model.Code.Skipped;

/**
 * What one file gave.
 *
 * @param facts of a file with code
 * @param builds of a build file, one for each language whose it is
 * @param names that it gives to folders
 * @param recipe whether an image is built with it
 * @param broken whether it should have said what is needed, and was not understood
 */
record Piece(String path, List<FileFacts> facts, List<Built> builds, List<ImageNames.OfFolder> names, boolean recipe,
        List<Skipped> skipped, boolean broken) {

    /** A build file that was read. */
    record Built(Kinds.OfLanguage of, Declared declared) {}

    static Piece skipped(String path, String why) {
        return new Piece(path, List.of(), List.of(), List.of(), false, List.of(new Skipped(path, why)), false);
    }
}
