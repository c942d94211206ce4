package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.cli.Mistake.UsageMistake;
import meshadvisor.files.UnusableFile;
import meshadvisor.gate.Told;

/** Reports that a user names. */
final class GateFiles {

    private GateFiles() {}

    /** Reads them; what is wrong with any of them is told at once. */
    static List<Told> reports(List<Path> files) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Told> read = new ArrayList<>();
        for (Path file : files) {
            try {
                read.add(GateReportFile.read(file));
            } catch (NoSuchFileException e) {
                mistakes.add(new UsageMistake("there is no file " + file + "; meshadvisor assess -o json=FILE writes one"));
            } catch (IOException e) {
                mistakes.add(new UsageMistake(Files.isDirectory(file) ? file + " is a folder; give a report that meshadvisor assess wrote"
                        : "cannot read " + file + ": " + e.getMessage()));
            } catch (UnusableFile e) {
                mistakes.add(new UsageMistake(e.sentence()));
            }
        }
        MistakesFound.stopAt(mistakes);
        return read;
    }
}
