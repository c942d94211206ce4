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
import meshadvisor.catalog.BuildFile;
import meshadvisor.model.Code.Name;
import meshadvisor.model.Code.Program;
import meshadvisor.model.Code.Says;
import meshadvisor.model.Code.Skipped;
import meshadvisor.model.Place;
import meshadvisor.model.PlainName;
import meshadvisor.source.Declared.Need;

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

    Assembly(Sources.Root root, List<Piece> pieces, Sought sought) {
        this.root = root;
        this.top = root.path().endsWith("/") ? root.path().substring(0, root.path().length() - 1) : root.path();
        this.pieces = pieces;
        this.sought = sought;
    }

    /** Those with code or with a build file, in the order of their folders. */
    List<Program> programs() {
        folders().forEach(f -> drafts.put(f, new Draft(f)));
        pieces.forEach(this::place);
        drafts.values().forEach(this::named);
        drafts.values().forEach(this::needs);
        drafts.values().forEach(this::includes);
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
            if (piece.recipe() || piece.builds().stream().anyMatch(b -> b.of().build().aliases().isEmpty())) {
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

    private void place(Piece piece) {
        Draft draft = around(Folders.of(piece.path()));
        draft.facts().addAll(piece.facts());
        for (Piece.Built built : piece.builds()) {
            if (built.of().build().aliases().isEmpty()) {
                draft.builds().add(new Draft.Build(built.of(), built.declared(), piece.path()));
            } else {
                built.declared().needs().forEach(n -> aliases.putIfAbsent(n.alias(), n.name()));
            }
        }
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
        draft.builds().stream().filter(b -> !b.declared().name().isEmpty())
                .forEach(b -> draft.names().add(new Name(Says.MODULE, b.declared().name(), new Place(b.path(), 0, 0))));
        draft.names().add(new Name(Says.FOLDER, Folders.name(draft.folder()), new Place(draft.folder(), 0, 0)));
    }

    /** What its build files need, and what those above give: a parent of Maven, or the one module in which this is a part. */
    private void needs(Draft draft) {
        draft.builds().forEach(b -> take(draft, b));
        Set<String> own = new HashSet<>();
        draft.builds().forEach(b -> own.add(b.of().language().language()));
        for (String f = Folders.of(draft.folder()); f.length() >= top.length() && !f.isEmpty(); f = Folders.of(f)) {
            Draft above = drafts.get(f);
            if (above == null) {
                continue;
            }
            Set<String> there = new HashSet<>();
            for (Draft.Build build : above.builds()) {
                String language = build.of().language().language();
                if (build.of().build().inherited() || !own.contains(language)) {
                    take(draft, build);
                }
                there.add(language);
            }
            own.addAll(there);
        }
    }

    private void take(Draft draft, Draft.Build build) {
        String language = build.of().language().language();
        for (Need need : build.declared().needs()) {
            String meant = aliases.getOrDefault(need.name(), need.name());
            draft.needs().add(new Draft.Needed(language, new Need(meant, need.line(), need.alias()), build.path()));
        }
    }

    private void includes(Draft draft) {
        for (Draft.Needed needed : draft.needs()) {
            String name = needed.need().name();
            if (name.endsWith("proj")) {
                Draft project = drafts.get(Folders.of(Folders.resolved(draft.folder(), name.replace('\\', '/'))));
                if (project != null) {
                    draft.included().add(project);
                }
            } else {
                drafts.values().stream().filter(d -> d != draft && d.builds().stream().anyMatch(b -> isModule(b, needed)))
                        .forEach(d -> draft.included().add(d));
            }
        }
    }

    /** A module is named whole, or by what follows the group. */
    private static boolean isModule(Draft.Build build, Draft.Needed needed) {
        String module = build.declared().name().isEmpty() ? Folders.name(Folders.of(build.path())) : build.declared().name();
        String name = needed.need().name();
        BuildFile.Format format = build.of().build().format();
        boolean project = name.startsWith(":") && name.endsWith(":" + module);
        boolean maven = format == BuildFile.Format.XML && name.endsWith(":" + module);
        return build.of().language().language().equals(needed.language())
                && (project || !build.declared().name().isEmpty() && (maven || name.equals(module)));
    }
}
