package meshadvisor.manifest;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.dialect.Item;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;

/**
 * A kustomization as it is written.
 *
 * @param takes what it takes in, as written: files, folders, and addresses elsewhere
 * @param settings files that tell Kustomize what to do and are no objects
 */
record Kustomization(FileReading file, Item item, List<String> takes, List<PatchEntry> patches, List<String> settings) {

    static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");
    private static final List<String> RESOURCES = List.of("resources", "bases", "components");
    private static final List<String> SETTINGS = List.of("generators", "transformers", "validators", "configurations", "crds");
    private static final List<String> GENERATORS = List.of("configMapGenerator", "secretGenerator");

    /**
     * A change that the kustomization makes.
     *
     * @param path the file where it stands, empty if it stands in the kustomization itself
     * @param text the node that holds it there
     */
    record PatchEntry(String path, Node text, Target target) {}

    Kustomization {
        takes = List.copyOf(takes);
        patches = List.copyOf(patches);
        settings = List.copyOf(settings);
    }

    /** Whether a file of that name is a kustomization even if it does not say so. */
    static boolean isName(String name) {
        return NAMES.contains(name);
    }

    static Kustomization of(FileReading file, Item item) {
        Node root = item.root();
        return new Kustomization(file, item, RESOURCES.stream().flatMap(field -> texts(root.get(field))).toList(), patches(root),
                SETTINGS.stream().flatMap(field -> texts(root.get(field))).toList());
    }

    private static Stream<String> texts(Node list) {
        return list.items().stream().map(Node::text).filter(text -> !text.isEmpty());
    }

    private static List<PatchEntry> patches(Node root) {
        List<PatchEntry> patches = new ArrayList<>();
        for (String field : List.of("patches", "patchesJson6902")) {
            root.get(field).items().forEach(p -> patches.add(p instanceof Scalar ? bare(p)
                    : new PatchEntry(p.get("path").text(), p.get("patch"), Target.of(p.get("target")))));
        }
        root.get("patchesStrategicMerge").items().forEach(p -> patches.add(bare(p)));
        return patches;
    }

    /** A file or a whole patch, without a target beside it. */
    private static PatchEntry bare(Node patch) {
        return new PatchEntry(patch.text().contains("\n") ? "" : patch.text(), patch, Target.ANY);
    }

    /** Every file and folder that has a part in the result, as written. */
    Stream<String> parts() {
        Node root = item.root();
        Stream<String> generated = GENERATORS.stream().flatMap(field -> root.get(field).items().stream())
                .flatMap(g -> Stream.concat(Stream.of(g.get("env").text()), Stream.concat(texts(g.get("envs")), texts(g.get("files")))))
                .map(written -> written.substring(written.indexOf('=') + 1));
        Stream<String> replacements = root.get("replacements").items().stream().map(r -> r.get("path").text());
        return Stream.of(takes.stream(), patches.stream().map(PatchEntry::path), settings.stream(), generated, replacements,
                Stream.of(root.at("openapi", "path").text())).flatMap(part -> part).filter(part -> !part.isEmpty());
    }

    boolean isComponent() {
        return item.kind().equals("Component");
    }

    /** The folder in which it stands. */
    Path folder() {
        return Optional.ofNullable(file.path().getParent()).orElse(file.path());
    }

    /** Where a file or folder stands that it names; empty if that cannot be a path. */
    Optional<Path> resolve(String written) {
        try {
            return Optional.of(folder().resolve(written.replace('\\', '/')).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** Whether what it names lies on another machine. */
    static boolean isElsewhere(String written) {
        String first = written.contains("/") ? written.substring(0, written.indexOf('/')) : written;
        return written.contains("://") || written.startsWith("git@") || written.contains("?ref=")
                || first.equals("github.com") || first.equals("gitlab.com") || first.equals("bitbucket.org");
    }
}
