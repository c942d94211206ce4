package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.tree.Node;

/** Says in words what kustomizations would change in the files that they take in. */
final class Changes {

    private static final int MOST_NAMES = 3;

    private final Collection<Kustomization> kustomizations;

    private Changes(Collection<Kustomization> kustomizations) {
        this.kustomizations = kustomizations;
    }

    /**
     * The changes, each as the end of a sentence that begins with "it would".
     *
     * @param deleted names of objects that patches take away
     * @param missing what is taken in and does not stand in the scan
     */
    static List<String> of(Collection<Kustomization> kustomizations, List<String> deleted, List<String> missing) {
        Changes changes = new Changes(kustomizations);
        List<String> words = new ArrayList<>();
        changes.texts("namespace").forEach(namespace -> words.add("set the namespace " + namespace));
        changes.texts("namePrefix").forEach(prefix -> words.add("put " + prefix + " before names"));
        changes.texts("nameSuffix").forEach(suffix -> words.add("put " + suffix + " after names"));
        changes.marks(words);
        changes.counted(words, "replace", "image", "images");
        changes.counted(words, "set the replicas of", "workload", "replicas");
        count(words, "apply", "patch", kustomizations.stream().mapToInt(k -> k.patches().size()).sum());
        named(words, "delete ", deleted);
        changes.counted(words, "copy", "value", "replacements", "vars");
        changes.counted(words, "make", "ConfigMap", "configMapGenerator");
        changes.counted(words, "make", "Secret", "secretGenerator");
        changes.counted(words, "render", "Helm chart", "helmCharts", "helmChartInflationGenerator");
        changes.counted(words, "run", "plug-in", "generators", "transformers", "validators");
        named(words, "take in, from outside of the scan, ", missing);
        return words;
    }

    private Stream<Node> fields(String name) {
        return kustomizations.stream().map(k -> k.item().root().get(name));
    }

    private List<String> texts(String field) {
        return fields(field).map(Node::text).filter(text -> !text.isEmpty()).distinct().toList();
    }

    private void marks(List<String> words) {
        List<String> found = Stream.of("commonLabels", "labels", "commonAnnotations").filter(f -> fields(f).anyMatch(Node::present))
                .map(field -> field.equals("commonAnnotations") ? "annotations" : "labels").distinct().toList();
        if (!found.isEmpty()) {
            words.add("add " + String.join(" and ", found));
        }
    }

    private void counted(List<String> words, String verb, String noun, String... fields) {
        count(words, verb, noun, Stream.of(fields).flatMap(this::fields).mapToInt(node -> node.items().size()).sum());
    }

    private static void count(List<String> words, String verb, String noun, int number) {
        String plural = noun.endsWith("h") ? noun + "es" : noun + "s";
        if (number > 0) {
            words.add(verb + " " + number + " " + (number == 1 ? noun : plural));
        }
    }

    private static void named(List<String> words, String verb, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > MOST_NAMES ? " and " + (names.size() - MOST_NAMES) + " more" : "";
            words.add(verb + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + more);
        }
    }

    /** The words as one list: {@code a, b and c}. */
    static String joined(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? String.join("", words) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }
}
