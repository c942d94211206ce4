package meshadvisor.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The knowledge, typed. What is asked for in every run is read once; the rest is read when a page wants it.
 *
 * @param questions whose answers only people know
 * @param telemetry signs that a workload sends telemetry, or is told not to
 * @param runtimes signs of the language in which a workload is written
 * @param platformNamespaces that hold no application
 * @param capabilities what the variants of all vendors can do
 * @param library the documents, for what belongs to other packages (rules, tree, variants)
 */
public record Catalogue(Library library, List<Marks> marks, Map<String, Versions> versions, List<ImageFamily> images,
        Map<String, Threshold> thresholds,
        List<Need> needs, List<Question> questions, List<String> platformNamespaces, List<Sign> telemetry, List<Sign> runtimes,
        List<Capability> capabilities) {

    /** Reads what every run needs. */
    public static Catalogue of(Library library) {
        Map<String, Versions> versions = new LinkedHashMap<>();
        for (String path : library.paths("meshes/", "/versions.yaml")) {
            versions.put(vendor(path), library.read(path, Versions.class));
        }
        List<Marks> marks = library.readAll("meshes/", "/marks.yaml", Marks.class);
        List<String> folders = library.paths("meshes/", "/marks.yaml").stream().map(Catalogue::vendor).toList();
        for (int i = 0; i < folders.size(); i++) {
            if (!marks.get(i).mesh().equals(folders.get(i))) {
                throw new CatalogueMistake("meshes/" + folders.get(i) + "/marks.yaml",
                        "\"mesh\" must be the name of the folder, not \"" + marks.get(i).mesh() + "\"");
            }
        }
        Map<String, Threshold> thresholds = new LinkedHashMap<>();
        library.readList("thresholds.yaml", "thresholds", Threshold.class).forEach(t -> thresholds.put(t.id(), t));
        return new Catalogue(library, marks, versions,
                library.readList("images.yaml", "images", ImageFamily.class), thresholds,
                library.readList("needs.yaml", "needs", Need.class),
                library.readList("questions.yaml", "questions", Question.class),
                library.readList("images.yaml", "platform-namespaces", PlatformNamespace.class).stream().map(PlatformNamespace::namespace)
                        .toList(),
                library.readList("telemetry.yaml", "signs", Sign.class), library.readList("runtimes.yaml", "signs", Sign.class),
                library.paths("meshes/", "/capabilities.yaml").stream()
                        .flatMap(p -> library.readList(p, "capabilities", Capability.class).stream()).toList());
    }

    private record PlatformNamespace(String namespace, String source) {}

    private static String vendor(String path) {
        return path.split("/", -1)[1];
    }

    /** Ids of the vendors, sorted. */
    public List<String> vendors() {
        return marks.stream().map(Marks::mesh).sorted().toList();
    }

    /** How a vendor's mesh is recognised. */
    public Optional<Marks> marks(String vendor) {
        return marks.stream().filter(m -> m.mesh().equals(vendor)).findFirst();
    }

    /** The facts of a vendor, empty if none are known. */
    public List<Fact> facts(String vendor) {
        return library.readList("meshes/" + vendor + "/facts.yaml", "facts", Fact.class);
    }

    /** What to mind when a vendor's mesh is upgraded, empty if nothing is known. */
    public List<UpgradeRule> upgradeRules(String vendor) {
        return library.readList("meshes/" + vendor + "/upgrade.yaml", "rules", UpgradeRule.class);
    }

    /** What the parts of a vendor's mesh request, empty if nothing is known. */
    public List<ProxyRequests> requests(String vendor) {
        return library.readList("meshes/" + vendor + "/requests.yaml", "requests", ProxyRequests.class);
    }

    /** What was measured of the parts of a vendor's mesh, empty if nothing is known. */
    public List<Figure> figures(String vendor) {
        return library.readList("meshes/" + vendor + "/figures.yaml", "figures", Figure.class);
    }

    /** What the ways through a vendor's mesh consist of, empty if nothing is known. */
    public List<Makeup> makeups(String vendor) {
        return library.readList("meshes/" + vendor + "/parts.yaml", "ways", Makeup.class);
    }

    /** What is known to go wrong with a vendor's mesh. */
    public List<Hazard> hazards(String vendor) {
        return library.readList("meshes/" + vendor + "/hazards.yaml", "hazards", Hazard.class);
    }

    /** The platforms, in the order of their ids. */
    public List<Platform> platforms() {
        return platforms(library);
    }

    /** The networks that are recognised by their images. */
    public List<Network> networks() {
        return library.readList("networks.yaml", "networks", Network.class);
    }

    /** The platforms of a library, each in a folder of its name. */
    public static List<Platform> platforms(Library library) {
        List<Platform> platforms = library.readAll("platforms/", "/platform.yaml", Platform.class);
        List<String> folders = library.paths("platforms/", "/platform.yaml").stream().map(Catalogue::vendor).toList();
        for (int i = 0; i < folders.size(); i++) {
            if (!platforms.get(i).id().equals(folders.get(i))) {
                throw new CatalogueMistake("platforms/" + folders.get(i) + "/platform.yaml",
                        "\"id\" must be the name of the folder, not \"" + platforms.get(i).id() + "\"");
            }
        }
        return platforms;
    }

    /** What is known of Kubernetes itself. */
    public Kubernetes kubernetes() {
        return library.read("kubernetes.yaml", Kubernetes.class);
    }

    /** What answer codes mean, by code. */
    public Map<String, AnswerText> answers() {
        Map<String, AnswerText> answers = new LinkedHashMap<>();
        library.readList("answers.yaml", "answers", AnswerText.class).forEach(a -> answers.put(a.code(), a));
        return answers;
    }

    /** The number of a threshold. */
    public double threshold(String id) {
        Threshold threshold = thresholds.get(id);
        if (threshold == null) {
            throw new CatalogueMistake("thresholds.yaml", "unknown threshold \"" + id + "\"; known are " + thresholds.keySet());
        }
        return threshold.value();
    }
}
