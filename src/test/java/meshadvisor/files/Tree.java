package meshadvisor.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import meshadvisor.tree.Limits;

/** A folder of files for one test, and what a walk finds in it. */
record Tree(Path root) {

    /** What a walk gave. */
    record Walked(Found found, List<FileProblem> problems) {

        List<String> shown() {
            return found.files().stream().map(FoundFile::shown).toList();
        }

        String read(String shown) {
            FoundFile file = found.files().stream().filter(each -> each.shown().equals(shown)).findFirst().orElseThrow();
            return file.read(problems::add).map(source -> new String(source.content(), StandardCharsets.UTF_8)).orElse("unreadable");
        }
    }

    Tree with(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        return this;
    }

    /** Files with nothing special in them. */
    Tree withFiles(String... paths) throws IOException {
        for (String path : paths) {
            with(path, "kind: " + path + "\n");
        }
        return this;
    }

    /** Walks this folder. */
    Walked walk() {
        return walk(new FileQuery(List.of(root.toString()), List.of(), List.of(), Limits.DEFAULT));
    }

    static Walked walk(FileQuery query) {
        List<FileProblem> problems = new ArrayList<>();
        byte[] piped = "kind: Piped\n".getBytes(StandardCharsets.UTF_8);
        return new Walked(FileWalk.find(query, new ByteArrayInputStream(piped), problems::add), problems);
    }

    /** What a walk of this folder finds, by the path in it. */
    List<String> found() {
        return walk().shown().stream().map(shown -> shown.substring(root.toString().length() + 1)).toList();
    }
}
