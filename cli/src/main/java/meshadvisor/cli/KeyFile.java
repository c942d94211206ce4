package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.snapshot.Redaction;
import meshadvisor.snapshot.RedactionKey;
import meshadvisor.snapshot.RedactionKey.NoKey;

/** The user's file with the key of a redaction. */
final class KeyFile {

    private KeyFile() {}

    /** Finds what is wrong with it before a cluster is read; makes nothing. */
    static void check(Path key, Path snapshot, List<Mistake> mistakes) {
        if (key.toAbsolutePath().normalize().equals(snapshot.toAbsolutePath().normalize())) {
            mistakes.add(new UsageMistake("--redact-key " + key + " is the file of the snapshot: the key must stay apart from it"));
        } else if (Files.exists(key)) {
            try {
                RedactionKey.read(key);
            } catch (IOException e) {
                mistakes.add(new UsageMistake("cannot read the key " + key + ": " + e.getMessage()));
            } catch (NoKey e) {
                mistakes.add(new UsageMistake("--redact-key " + e.sentence()));
            }
        } else if (key.toAbsolutePath().getParent() == null || !Files.isDirectory(key.toAbsolutePath().getParent())) {
            mistakes.add(new UsageMistake("--redact-key " + key + ": name a file in a folder that exists"));
        }
    }

    /** The redaction with this key, which is made and told of if there is none yet. */
    static Redaction redaction(Path file, Outside outside) throws IOException {
        return new Redaction(key(file, outside), Knowledge.read().library());
    }

    private static RedactionKey key(Path file, Outside outside) throws IOException {
        try {
            if (Files.exists(file)) {
                return RedactionKey.read(file);
            }
        } catch (NoKey e) {
            throw new MistakesFound(new UsageMistake("--redact-key " + e.sentence()));
        }
        RedactionKey made = RedactionKey.make(file);
        outside.err()
                .println("meshadvisor: made the key " + file
                        + "; who has it can find the names of the snapshot again, so keep it, and keep it"
                        + " to yourself: only with it do later snapshots get the same hashes");
        return made;
    }
}
