package meshadvisor.source;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import meshadvisor.model.Code.Name;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Says;
import meshadvisor.model.Code.Skipped;
import meshadvisor.model.Place;
import meshadvisor.model.PlainName;

/** Makes programs of the files of one root. */
final class Assembly {

    static final Comparator<Skipped> BY_PATH = Comparator.comparing(Skipped::path).thenComparing(Skipped::why);

    private static final int NEAR_THE_ROOT = 3;

    private final Sources.Root root;
    private final String top;
    private final List<Piece> pieces;
    private final Sought sought;
    private final SortedMap<String, Draft> drafts = new TreeMap<>();
    private final Map<String, String> aliases = new HashMap<>();
    private long steps;

    Assembly(Sources.Root root, List<Piece> pieces, Sought sought) {
        this.root = root;
        this.top = root.path().endsWith("/") ? root.path().substring(0, root.path().length() - 1) : root.path();
        this.pieces = pieces;
        this.sought = sought;
    }

    /** Those with code or with a build file, in the order of their folders. */
    List<Program> programs() {
        folders().forEach(f -> drafts.put(f, new Draft(f)));
        pieces.stream().flatMap(p -> p.builds().stream()).filter(Assembly::isAliases)
                .forEach(b -> b.declared().needs().forEach(n -> aliases.putIfAbsent(n.alias(), n.name())));
        pieces.forEach(this::place);
        drafts.values().forEach(this::named);
        drafts.values().forEach(this::given);
        Modules modules = new Modules(drafts);
        drafts.values().forEach(d -> d.given().forEach(b -> d.included().addAll(modules.behind(b))));
        drafts.values().forEach(Draft::look);
        steps += modules.steps();
        return drafts.values().stream().filter(d -> !d.facts().isEmpty() || !d.builds().isEmpty()).map(d -> new Finishing(d).program())
                .toList();
    }

    /** Folders that are programs: the whole root where the user says whose code it is. */
    private Set<String> folders() {
        Set<String> folders = new HashSet<>(Set.of(top));
        if (!root.service().isEmpty()) {
            return folders;
        }
        Set<String> built = new HashSet<>();
        for (Piece piece : pieces) {
            if (piece.recipe() || piece.builds().stream().anyMatch(b -> !isAliases(b))) {
                built.add(Folders.of(piece.path()));
            }
            piece.names().forEach(n -> folders.add(n.folder()));
        }
        Set<String> called = new HashSet<>();
        pieces.stream().filter(p -> !p.facts().isEmpty()).map(p -> Folders.of(p.path())).distinct()
                .forEach(f -> called(f, built).ifPresent(called::add));
        folders.addAll(built);
        folders.addAll(called);
        folders.removeIf(f -> !f.equals(top) && !f.startsWith(top + "/"));
        return folders;
    }

    /** The outermost folder above a file that is called like a workload and lies in no program but the whole. */
    private Optional<String> called(String folder, Set<String> built) {
        String outermost = "";
        int depth = 0;
        for (String f = folder; f.length() > top.length(); f = Folders.of(f)) {
            depth++;
            steps++;
            if (built.contains(f)) {
                return Optional.empty();
            }
            outermost = sought.folders().contains(PlainName.of(Folders.name(f))) ? f : outermost;
        }
        boolean near = outermost.isEmpty() || depth - depthBelow(folder, outermost) <= NEAR_THE_ROOT;
        return outermost.isEmpty() || !near ? Optional.empty() : Optional.of(outermost);
    }

    private static int depthBelow(String folder, String above) {
        return (int) folder.substring(above.length()).chars().filter(c -> c == '/').count();
    }

    private static boolean isAliases(Piece.Built built) {
        return !built.of().build().aliases().isEmpty();
    }

    private void place(Piece piece) {
        Draft draft = around(Folders.of(piece.path()));
        draft.facts().addAll(piece.facts());
        piece.builds().stream().filter(b -> !isAliases(b))
                .forEach(b -> draft.builds().add(Build.of(b.of(), b.declared(), piece.path(), aliases)));
        if (piece.broken()) {
            draft.breaks();
        }
        piece.names().forEach(n -> {
            Draft meant = drafts.get(n.folder());
            if (meant != null) {
                meant.names().add(n.name());
            }
        });
    }

    /** The program of a folder: its own, or that of the closest folder above. */
    private Draft around(String folder) {
        for (String f = folder; f.length() > top.length(); f = Folders.of(f)) {
            steps++;
            Draft draft = drafts.get(f);
            if (draft != null) {
                return draft;
            }
        }
        return drafts.computeIfAbsent(top, Draft::new);
    }

    private void named(Draft draft) {
        if (draft.folder().equals(top) && !root.service().isEmpty()) {
            draft.names().add(new Name(Says.USER, root.service(), Place.NOWHERE));
        }
        draft.builds().stream().filter(b -> !b.name().isEmpty())
                .forEach(b -> draft.names().add(new Name(Says.MODULE, b.name(), new Place(b.path(), 0, 0))));
        draft.names().add(new Name(Says.FOLDER, Folders.name(draft.folder()), new Place(draft.folder(), 0, 0)));
    }

    /** Its build files, and those above that speak for it: a parent of Maven, or the one module in which this is a part. */
    private void given(Draft draft) {
        draft.given().addAll(draft.builds());
        Set<String> own = new HashSet<>();
        draft.builds().forEach(b -> own.add(b.of().language().language()));
        for (String f = Folders.of(draft.folder()); f.length() >= top.length() && !f.isEmpty(); f = Folders.of(f)) {
            steps++;
            Draft above = drafts.get(f);
            if (above == null) {
                continue;
            }
            Set<String> there = new HashSet<>();
            for (Build build : above.builds()) {
                String language = build.of().language().language();
                if (build.of().build().inherited() || !own.contains(language)) {
                    draft.given().add(build);
                }
                there.add(language);
            }
            own.addAll(there);
        }
    }

    /** Places at which it has looked, for a test that holds them against what there is to read. */
    long steps() {
        return steps;
    }
}
