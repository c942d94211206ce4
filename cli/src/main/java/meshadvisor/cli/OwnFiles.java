package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.files.UnusableFile;

/**
 * Files that this program wrote, and that a user names.
 *
 * @param command that writes one
 * @param instead what to give where a folder was named
 */
record OwnFiles(String command, String instead) {

    /** Something that reads one. */
    interface Reading<T> {
        T read(Path file) throws IOException, UnusableFile;
    }

    /** Reads them; what is wrong with any of them is told at once. */
    <T> List<T> read(List<Path> files, Reading<T> reading) {
        List<Mistake> mistakes = new ArrayList<>();
        List<T> read = new ArrayList<>();
        for (Path file : files) {
            try {
                read.add(reading.read(file));
            } catch (NoSuchFileException e) {
                mistakes.add(new UsageMistake("there is no file " + file + "; " + command + " writes one"));
            } catch (IOException e) {
                mistakes.add(new UsageMistake(Files.isDirectory(file) ? file + " is a folder; give " + instead
                        : "cannot read " + file + ": " + e.getMessage()));
            } catch (UnusableFile e) {
                mistakes.add(new UsageMistake(e.sentence()));
            }
        }
        MistakesFound.stopAt(mistakes);
        return read;
    }
}
