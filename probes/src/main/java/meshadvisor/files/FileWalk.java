package meshadvisor.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import meshadvisor.tree.Problem.Kind;
import meshadvisor.tree.YamlReader;

/** From the paths of a command line to files that can be read. */
public final class FileWalk {

    private final FileQuery query;
    private final InputStream standardInput;
    private final Consumer<FileProblem> problems;
    private final Selection selection;
    private final List<DiskFile> files = new ArrayList<>();
    private final Set<Path> known = new HashSet<>();
    private final List<String> missing = new ArrayList<>();
    private boolean piped;

    private FileWalk(FileQuery query, InputStream standardInput, Consumer<FileProblem> problems) {
        this.query = query;
        this.standardInput = standardInput;
        this.problems = problems;
        this.selection = Selection.of(query);
    }

    /**
     * Finds the files. Folders are searched, without following links, for what the query includes; hidden, vendored and git-ignored folders
     * and files are left out. A file that is named is taken whatever it is called, unless it is excluded. A file that is reached twice is
     * taken once, as it was named first.
     */
    public static Found find(FileQuery query, InputStream standardInput, Consumer<FileProblem> problems) {
        FileWalk walk = new FileWalk(query, standardInput, problems);
        query.paths().forEach(walk::take);
        return walk.found();
    }

    private void take(String given) {
        if (given.equals(SourceFile.STANDARD_INPUT)) {
            piped = true;
            return;
        }
        try {
            Path path = Path.of(given);
            if (!Files.exists(path)) {
                missing.add(given);
                return;
            }
            takeExisting(path.toRealPath(), given.replace(path.getFileSystem().getSeparator(), "/"));
        } catch (InvalidPathException e) {
            missing.add(given);
        } catch (IOException e) {
            problems.accept(Bytes.unreadable(given, e));
        }
    }

    private void takeExisting(Path real, String shown) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
        if (attributes.isDirectory()) {
            FolderWalk.walk(real, shown, query, problems, this::add);
        } else if (!attributes.isRegularFile()) {
            problems.accept(FileProblem.of(Kind.UNREADABLE, shown, "This is a pipe or a device, no file.",
                    "Pipe its content in: `… | meshadvisor assess -f -`."));
        } else if (!selection.leavesOut(String.valueOf(real.getFileName()), false)) {
            add(new DiskFile(shown, real, attributes.size(), query.limits().fileBytes(), true));
        }
    }

    private void add(DiskFile file) {
        if (known.add(file.path())) {
            files.add(file);
        }
    }

    private Found found() {
        files.sort(Comparator.comparing(DiskFile::shown));
        List<FoundFile> readable = new ArrayList<>();
        if (piped) {
            readable.add(new StandardInput(standardInput, query.limits().fileBytes()));
        }
        long room = query.limits().totalBytes();
        for (DiskFile file : files) {
            if (file.size() > file.limit()) {
                problems.accept(new FileProblem(file.shown(), YamlReader.tooBig(file.limit())));
            } else if (file.size() > room) {
                problems.accept(noRoom(file));
                break;
            } else {
                room -= file.size();
                readable.add(file);
            }
        }
        return new Found(List.copyOf(readable), List.copyOf(missing));
    }

    private FileProblem noRoom(DiskFile first) {
        return FileProblem.of(Kind.LIMIT, first.shown(),
                "All files together have more than " + query.limits().totalBytes() + " bytes; this one and those after it were not read.",
                "Name fewer folders, or allow more with --max-total-size.");
    }
}
