package meshadvisor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import meshadvisor.files.Sha256;
import meshadvisor.files.UnusableFile;
import meshadvisor.format.JoinedResult.Source;
import meshadvisor.format.ResultKind;
import meshadvisor.format.SavedResult;
import meshadvisor.tree.Node;

/** Reads results of any kind that were saved as JSON or YAML, to show them again. */
final class SavedFile {

    private SavedFile() {}

    /** Reads them, or says what is wrong with any of them. */
    static List<Source> read(List<Path> files) {
        return new OwnFiles("meshadvisor assess -o json=FILE", "what a command of meshadvisor wrote with -o json").read(files,
                file -> new Source(file.toString().replace('\\', '/'), Sha256.of(file), result(file)));
    }

    private static SavedResult result(Path file) throws IOException, UnusableFile {
        Node root = ReportFile.tree(file);
        if (root.get("kind").text().equals("BenchRun")) {
            throw new UnusableFile(file + " is what a benchmark measured; meshadvisor bench report " + file + " says what it shows");
        }
        ResultKind kind = ResultKind.of(root.at("schema", "name").text()).orElseThrow(() -> new UnusableFile(
                file + " is no result of meshadvisor; give what one of its commands wrote with -o json"));
        try {
            return SavedResult.of(new KeptNode(root), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnusableFile(file + " cannot be shown again: " + e.getMessage() + "; write it anew with meshadvisor " + kind.command()
                    + " -o json=FILE");
        }
    }
}
