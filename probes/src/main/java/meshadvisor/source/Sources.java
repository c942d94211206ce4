package meshadvisor.source;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import meshadvisor.catalog.Language;
import meshadvisor.files.FileProblem;
import meshadvisor.files.FileQuery;
import meshadvisor.files.FileWalk;
import meshadvisor.files.FoundFile;
import meshadvisor.files.SourceFile;
import meshadvisor.model.Code;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Skipped;
import meshadvisor.source.Piece.Built;
import meshadvisor.tree.Limits;

/**
 * Reads application repositories. Files are read within limits and nothing else is done with them: no link is followed, no build tool is run,
 * no address is opened.
 */
public final class Sources {

    private static final int MEBI = 1 << 20;
    private static final Limits LIMITS = new Limits(Limits.DEFAULT.depth(), Limits.DEFAULT.addedNodes(), 2L * MEBI, 1_024L * MEBI,
            Limits.DEFAULT.scalarChars(), Limits.DEFAULT.numberChars());
    /** A longer line was not written by hand. */
    private static final int LONGEST_LINE = 20_000;
    /** So are files whose lines are so long on the average, if they are larger than this. */
    private static final int AVERAGE_LINE = 250;
    private static final int SMALL = 16 << 10;
    private static final int HEAD = 8 << 10;

    /**
     * A folder with code.
     *
     * @param service whose code it is, empty where the code itself has to tell
     */
    public record Root(String service, String path) {}

    private final Kinds kinds;
    private final Map<String, Scanner> scanners = new HashMap<>();

    private Sources(List<Language> languages, Sought sought) {
        this.kinds = new Kinds(languages);
        languages.forEach(l -> scanners.put(l.language(), new Scanner(l, sought)));
    }

    /** What the code says of what is sought. */
    public static Code read(List<Root> roots, List<Language> languages, Sought sought) {
        Sources sources = new Sources(languages, sought);
        List<Program> programs = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        int files = 0;
        long lines = 0;
        for (Root root : roots) {
            List<Piece> pieces = sources.pieces(root, skipped);
            programs.addAll(new Assembly(root, pieces, sought).programs());
            pieces.forEach(p -> skipped.addAll(p.skipped()));
            files += pieces.size();
            lines += pieces.stream().flatMap(p -> p.facts().stream()).mapToLong(FileFacts::lines).sum();
        }
        return new Code(roots.stream().map(Root::path).toList(), programs, files, lines, skipped);
    }

    private List<Piece> pieces(Root root, List<Skipped> skipped) {
        ConcurrentLinkedQueue<FileProblem> problems = new ConcurrentLinkedQueue<>();
        FileQuery query = new FileQuery(List.of(root.path()), kinds.include(), kinds.exclude(), LIMITS);
        List<FoundFile> found = FileWalk.find(query, InputStream.nullInputStream(), problems::add).files();
        List<Piece> pieces = found.parallelStream().map(f -> f.read(problems::add)).flatMap(Optional::stream).map(this::piece)
                .collect(Collectors.toList());
        problems.stream().map(p -> new Skipped(p.shown(), p.problem().sentence())).sorted(Assembly.BY_PATH).forEach(skipped::add);
        return pieces;
    }

    private Piece piece(SourceFile file) {
        String path = file.shown();
        String name = Folders.name(path);
        if (Kinds.isRecipe(name)) {
            return new Piece(path, List.of(), List.of(), List.of(), true, List.of(), false);
        }
        if (Kinds.isComposition(name)) {
            return new Piece(path, List.of(), List.of(), ImageNames.in(path, file.content()), false, List.of(), false);
        }
        List<Built> builds = new ArrayList<>();
        List<Skipped> broken = new ArrayList<>();
        for (Kinds.OfLanguage of : kinds.builds(name)) {
            try {
                builds.add(new Built(of, BuildFileReader.read(of.build(), file.content())));
            } catch (BrokenBuildFile e) {
                broken.add(new Skipped(path, "This build file was not understood: " + e.why() + "."));
            }
        }
        Optional<Language> language = builds.isEmpty() && broken.isEmpty() ? kinds.language(name) : Optional.empty();
        return language.map(l -> code(l, path, file.content()))
                .orElseGet(() -> new Piece(path, List.of(), builds, List.of(), false, broken, !broken.isEmpty()));
    }

    private Piece code(Language language, String path, byte[] read) {
        byte[] content = utf8(read);
        if (isBinary(content)) {
            return Piece.skipped(path, "This is no text, or text of an encoding that is not read.");
        }
        Lines lines = Lines.of(content);
        if (lines.longest() > LONGEST_LINE || content.length > SMALL && content.length / lines.count() > AVERAGE_LINE) {
            return Piece.skipped(path, "Its lines are so long that no person wrote them.");
        }
        Scanner scanner = scanners.get(language.language());
        return new Piece(path, scanner == null ? List.of() : List.of(scanner.scan(path, lines)), List.of(), List.of(), false,
                List.of(), false);
    }

    /** Text that begins with the mark of UTF-16 is written so on some systems; everything else is searched as it is. */
    private static byte[] utf8(byte[] content) {
        int mark = content.length < 2 ? 0 : (content[0] & 0xFF) << 8 | content[1] & 0xFF;
        return mark == 0xFEFF || mark == 0xFFFE ? new String(content, StandardCharsets.UTF_16).getBytes(StandardCharsets.UTF_8) : content;
    }

    private static boolean isBinary(byte[] content) {
        for (int i = 0; i < Math.min(content.length, HEAD); i++) {
            if (content[i] == 0) {
                return true;
            }
        }
        return false;
    }
}
