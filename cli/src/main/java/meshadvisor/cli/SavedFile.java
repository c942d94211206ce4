package meshadvisor.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import meshadvisor.files.UnusableFile;
import meshadvisor.format.SavedResult;
import meshadvisor.tree.Node;

/** Reads a result of any kind that was saved as JSON or YAML, to show it again. */
final class SavedFile {

    /** The command that writes each kind of result, by the name of its format. */
    private static final Map<String, String> COMMANDS = Map.of("meshadvisor/report", "assess", "meshadvisor/estimate", "estimate",
            "meshadvisor/surge", "simulate surge", "meshadvisor/bench-report", "bench report", "meshadvisor/bench-comparison",
            "bench compare", "meshadvisor/gate", "gate", "meshadvisor/report-changes", "report --compare", "meshadvisor/plan",
            "plan");

    private SavedFile() {}

    /** Reads it, or says what is wrong with it. */
    static SavedResult read(Path file) {
        return new OwnFiles("meshadvisor assess -o json=FILE", "what a command of meshadvisor wrote with -o json")
                .read(List.of(file), SavedFile::result).getFirst();
    }

    private static SavedResult result(Path file) throws IOException, UnusableFile {
        Node root = ReportFile.tree(file);
        if (root.get("kind").text().equals("BenchRun")) {
            throw new UnusableFile(file + " is what a benchmark measured; meshadvisor bench report " + file + " says what it shows");
        }
        String command = COMMANDS.get(root.at("schema", "name").text());
        if (command == null) {
            throw new UnusableFile(file + " is no result of meshadvisor; give what one of its commands wrote with -o json");
        }
        try {
            return SavedResult.of(new KeptNode(root), Files.readString(file, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new UnusableFile(file + " cannot be shown again: " + e.getMessage() + "; write it anew with meshadvisor " + command
                    + " -o json=FILE");
        }
    }
}
