package meshadvisor.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

import meshadvisor.tree.Problem.Kind;

/** Walks one folder in the order of names, follows no links, and takes the files that are wanted. */
final class FolderWalk {

    private static final int MOST_FILES = 100_000;
    private static final int MOST_NAMES = 1_000_000;
    private static final int DEEPEST = 64;
    /** What a folder called vendor holds if a package manager filled it. */
    private static final List<String> VENDORING_MARKS = List.of("modules.txt", "autoload.php");

    /** A folder on the way; its path is relative to the root, with a slash at the end, or empty. */
    private record Folder(Path place, String path, Ignores ignores, int depth) {}

    private final Path root;
    private final String shownRoot;
    private final Checkout checkout;
    private final Selection selection;
    private final long limit;
    private final Consumer<FileProblem> problems;
    private final Consumer<DiskFile> files;
    private int taken;
    private int seen;
    private int ignored;
    private int vendored;

    private FolderWalk(Path root, String shownRoot, FileQuery query, Consumer<FileProblem> problems, Consumer<DiskFile> files) {
        this.root = root;
        this.shownRoot = shownRoot.endsWith("/") ? shownRoot : shownRoot + "/";
        this.checkout = Checkout.around(root);
        this.selection = Selection.of(query);
        this.limit = query.limits().fileBytes();
        this.problems = problems;
        this.files = files;
    }

    /** Gives the wanted files below a folder, which is a real path, to the consumer. */
    static void walk(Path root, String shownRoot, FileQuery query, Consumer<FileProblem> problems, Consumer<DiskFile> files) {
        FolderWalk walk = new FolderWalk(root, shownRoot, query, problems, files);
        walk.enter(new Folder(root, "", walk.checkout.ignores(), 0));
        walk.reportEnd();
    }

    private void reportEnd() {
        if (full()) {
            report(Kind.LIMIT, "",
                    "This folder has more than " + MOST_FILES + " manifests or " + MOST_NAMES + " names; the rest was not read.",
                    "Name the folders that matter one by one, or leave some out with --exclude.");
        }
        if (ignored + vendored > 0) {
            report(Kind.NOTE, "",
                    "Left out here: " + ignored + " manifests or folders ignored by git, " + vendored + " folders of vendored code.",
                    "Name one of them on the command line to read it all the same.");
        }
    }

    private boolean full() {
        return taken >= MOST_FILES || seen >= MOST_NAMES;
    }

    private void enter(Folder folder) {
        if (folder.depth() > DEEPEST) {
            report(Kind.LIMIT, folder.path(), "This folder lies more than " + DEEPEST + " folders deep and was not entered.",
                    "Name it on the command line.");
            return;
        }
        try {
            SortedSet<String> names = names(folder);
            boolean hasIgnoreFile = names.contains(Ignores.FILE_NAME);
            Ignores ignores =
                    hasIgnoreFile ? folder.ignores().with(folder.place().resolve(Ignores.FILE_NAME), checkout.prefix() + folder.path())
                            : folder.ignores();
            for (String name : names) {
                visit(new Folder(folder.place(), folder.path(), ignores, folder.depth()), name);
            }
        } catch (IOException e) {
            problems.accept(Bytes.unreadable(shownRoot + folder.path(), e));
        }
    }

    /** The names in a folder; none if a link was put in its place since it was found. */
    private SortedSet<String> names(Folder folder) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        if (!folder.place().toRealPath().equals(folder.place())) {
            return names;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.place())) {
            for (Path entry : entries) {
                if (seen++ < MOST_NAMES) {
                    names.add(String.valueOf(entry.getFileName()));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return names;
    }

    private void visit(Folder folder, String name) {
        if (full()) {
            return;
        }
        Path place = folder.place().resolve(name);
        String path = folder.path() + name;
        try {
            BasicFileAttributes attributes = Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isDirectory()) {
                visitFolder(new Folder(place, path + "/", folder.ignores(), folder.depth() + 1), name);
            } else if (attributes.isSymbolicLink()) {
                reportLinkOutside(place, path);
            } else if (selection.wants(path)) {
                visitFile(new DiskFile(shownRoot + path, place, attributes.size(), limit, false), path, folder.ignores(),
                        attributes.isRegularFile());
            }
        } catch (IOException e) {
            problems.accept(Bytes.unreadable(shownRoot + path, e));
        }
    }

    private void visitFolder(Folder folder, String name) {
        String path = folder.path().substring(0, folder.path().length() - 1);
        if (name.startsWith(".") || selection.leavesOut(path, true)) {
            return;
        }
        if (isVendored(folder.place(), name)) {
            vendored++;
        } else if (folder.ignores().ignores(checkout.prefix() + path, true)) {
            ignored++;
        } else {
            enter(folder);
        }
    }

    private static boolean isVendored(Path place, String name) {
        return name.equals("node_modules")
                || name.equals("vendor") && VENDORING_MARKS.stream().anyMatch(mark -> Files.exists(place.resolve(mark)));
    }

    private void visitFile(DiskFile file, String path, Ignores ignores, boolean regular) {
        if (ignores.ignores(checkout.prefix() + path, false)) {
            ignored++;
        } else if (!regular) {
            report(Kind.NOTE, path, "This is a pipe or a device, no file, and was skipped.",
                    "Pipe its content in: `meshadvisor assess -f -`.");
        } else {
            taken++;
            files.accept(file);
        }
    }

    /** A link to what lies in the folder needs no word: its target is found anyway. */
    private void reportLinkOutside(Path place, String path) throws IOException {
        if (!Files.exists(place)) {
            return;
        }
        Path target = place.toRealPath();
        if (!target.startsWith(root) && (Files.isDirectory(target) || selection.wants(path))) {
            report(Kind.NOTE, path, "This link leads out of the folder and was not followed.",
                    "Name its target on the command line to read it.");
        }
    }

    private void report(Kind kind, String path, String sentence, String remedy) {
        problems.accept(FileProblem.of(kind, shownRoot + path, sentence, remedy));
    }
}
