package meshadvisor.plan.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.catalog.CatalogueMistake;
import meshadvisor.catalog.Library;

/** Every way and every stage that the catalogue knows. */
public record Playbook(List<PathPattern> paths, List<StagePattern> stages, List<Weight> weights, Suppositions suppositions,
        CharterPattern charter, List<ConversionPattern> conversions) {

    private static final String FOLDER = "plans/";
    private static final String MESHES = "meshes/";
    private static final String PATH = "/path.yaml";
    private static final String PATHS = "/plan/paths.yaml";
    private static final String CONVERSIONS = "/plan/conversions.yaml";
    private static final String YAML = ".yaml";

    public Playbook {
        paths = List.copyOf(paths);
        stages = List.copyOf(stages);
        weights = List.copyOf(weights);
        conversions = List.copyOf(conversions);
    }

    /** Reads all of it. A stage of a way that there is not is a mistake, and so are two of one name. */
    public static Playbook of(Library library) {
        List<String> stages = Stream.of(FOLDER, MESHES).flatMap(folder -> library.paths(folder, YAML).stream()).toList();
        Playbook book =
                of(library, Stream.of(library.paths(FOLDER, PATH), library.paths(MESHES, PATHS)).flatMap(List::stream).toList(), stages,
                        library.paths(MESHES, CONVERSIONS));
        List<String> mistakes = book.mistakes();
        if (!mistakes.isEmpty()) {
            throw new CatalogueMistake(FOLDER, String.join("; ", mistakes));
        }
        return book;
    }

    /**
     * Reads what belongs to some ways, which is faster.
     *
     * @param ways codes of answers and ids of variants
     */
    public static Playbook of(Library library, Set<String> ways) {
        List<String> paths =
                Stream.of(library.naming(FOLDER, PATH, ways), library.naming(MESHES, PATHS, ways)).flatMap(List::stream).toList();
        Set<String> staged = new HashSet<>(ways);
        staged.add(StagePattern.EVERY_MESH);
        return of(library, paths, Stream.of(FOLDER, MESHES).flatMap(folder -> library.naming(folder, YAML, staged).stream()).toList(),
                library.naming(MESHES, CONVERSIONS, ways));
    }

    private static Playbook of(Library library, List<String> paths, List<String> stages, List<String> conversions) {
        return new Playbook(paths.stream().flatMap(p -> p.endsWith(PATH) ? Stream.of(library.read(p, PathPattern.class))
                : library.readList(p, "paths", PathPattern.class).stream()).toList(),
                stages.stream().filter(p -> p.contains("/stages/")).map(p -> library.read(p, StagePattern.class))
                        .sorted(Comparator.comparingInt(StagePattern::order).thenComparing(StagePattern::id)).toList(),
                library.readList(FOLDER + "score.yaml", "weights", Weight.class),
                library.read(FOLDER + "suppositions.yaml", Suppositions.class), library.read(FOLDER + "charter.yaml", CharterPattern.class),
                conversions.stream().flatMap(p -> library.readList(p, "conversions", ConversionPattern.class).stream()).toList());
    }

    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        Set<String> ways = new HashSet<>();
        paths.stream().filter(p -> !ways.add(p.of())).forEach(p -> mistakes.add("two paths are called " + p.of()));
        conversions.stream().flatMap(c -> c.of().stream()).filter(of -> !ways.contains(of))
                .forEach(of -> mistakes.add("conversions are for " + of + ", for which there is no path"));
        Set<String> names = new HashSet<>();
        for (StagePattern stage : stages) {
            stage.of().stream().filter(of -> !of.equals(StagePattern.EVERY_MESH) && !ways.contains(of))
                    .forEach(of -> mistakes.add("stage " + stage.id() + " belongs to " + of + ", for which there is no path"));
            stage.of().forEach(of -> stage.journeys().stream().filter(j -> !names.add(of + " " + j + " " + stage.id()))
                    .forEach(j -> mistakes.add("two stages of " + of + " are called " + stage.id())));
        }
        return mistakes;
    }

    /** A way by the code of its answer or the id of its variant. */
    public Optional<PathPattern> path(String of) {
        return paths.stream().filter(p -> p.of().equals(of)).findFirst();
    }

    /** What a way makes of configuration for others; nothing where it takes none. */
    public Optional<ConversionPattern> conversions(PathPattern path) {
        return conversions.stream().filter(c -> c.of().contains(path.of())).findFirst();
    }

    /** The stages of a way, in order. */
    public List<StagePattern> stages(PathPattern path, Journey journey) {
        return stages.stream().filter(s -> s.journeys().contains(journey)
                && (s.of().contains(path.of()) || !path.mesh().isEmpty() && s.of().contains(StagePattern.EVERY_MESH))).toList();
    }
}
