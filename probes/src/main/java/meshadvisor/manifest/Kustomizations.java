package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.model.Gap;
import meshadvisor.model.Patch;
import meshadvisor.model.Place;
import meshadvisor.model.Workload;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Node;
import meshadvisor.tree.Scalar;
import meshadvisor.tree.YamlReader;

/** What kustomizations say about the other files: which are patches, and of what. */
final class Kustomizations {

    /** The object that a patch changes; empty parts for any. */
    record Target(String kind, String namespace, String name) {
        static final Target ANY = new Target("", "", "");

        /** What labels or annotations choose is not looked for: such a patch is evidence of no particular object. */
        static Target of(Node node) {
            return node.get("labelSelector").present() || node.get("annotationSelector").present() ? ANY
                    : new Target(node.get("kind").text(), node.get("namespace").text(), node.get("name").text());
        }
    }

    private static final Set<String> NAMES = Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

    private final Map<String, List<Target>> patchFiles = new HashMap<>();
    private final Set<String> referencedFolders = new HashSet<>();
    private Kustomizations(List<FileReading> files) {
        files.forEach(f -> f.kustomizations.forEach(k -> read(f, k)));
    }

    /** Whether a file of that name is a kustomization even if it does not say so. */
    static boolean isName(String name) {
        return NAMES.contains(name);
    }

    /** Turns patch files into patches, and tells which folders would have to be rendered. */
    static void apply(List<FileReading> files) {
        Kustomizations kustomizations = new Kustomizations(files);
        files.forEach(kustomizations::patches);
        files.forEach(kustomizations::gaps);
    }

    private void read(FileReading file, Item kustomization) {
        Node root = kustomization.root();
        for (String field : List.of("patches", "patchesJson6902")) {
            for (Node patch : root.get(field).items()) {
                Target target = Target.of(patch.get("target"));
                refer(file, patch.get("path").text(), target);
                inline(file, kustomization, patch.get("patch"), target);
            }
        }
        for (Node patch : root.get("patchesStrategicMerge").items()) {
            if (patch.text().contains("\n")) {
                inline(file, kustomization, patch, Target.ANY);
            } else {
                refer(file, patch.text(), Target.ANY);
            }
        }
        for (String field : List.of("resources", "bases", "components")) {
            root.get(field).items().forEach(r -> referencedFolders.add(resolve(file.folder(), r.text())));
        }
    }

    private void refer(FileReading file, String path, Target target) {
        if (!path.isEmpty()) {
            patchFiles.computeIfAbsent(resolve(file.folder(), path), k -> new ArrayList<>()).add(target);
        }
    }

    /** A patch that stands inside the kustomization itself, as text. */
    private static void inline(FileReading file, Item kustomization, Node patch, Target target) {
        if (!(patch instanceof Scalar) || patch.text().isEmpty()) {
            return;
        }
        // the text of a block scalar begins on the line after its key: so many empty lines before it keep the lines right
        YamlReader.read("\n".repeat(patch.line()) + patch.text(), Limits.DEFAULT,
                document -> file.facts.patches.add(JsonPatch.read(new Item(kustomization.meta(), document.root(), file.file), target)),
                problem -> {});
    }

    /** The path of a reference that stands in a file of that folder. */
    static String resolve(String folder, String path) {
        List<String> parts = new ArrayList<>();
        for (String part : (folder + "/" + path).split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".")) {
                parts.add(part);
            }
        }
        return String.join("/", parts);
    }

    private void patches(FileReading file) {
        List<Target> targets = patchFiles.getOrDefault(resolve("", file.file), List.of());
        if (targets.isEmpty()) {
            loose(file);
            return;
        }
        Facts facts = new Facts();
        for (Target target : targets) {
            file.operations.forEach(o -> facts.patches.add(JsonPatch.read(o, target)));
            file.facts.workloads.forEach(w -> facts.patches.add(strategic(w, target)));
        }
        facts.problems.addAll(file.facts.problems);
        facts.patches.addAll(file.facts.patches);
        file.facts.clear();
        file.facts.join(facts);
        file.unnamed.clear();
    }

    /** Operations that no kustomization of the scan names are still partial evidence of what somebody puts into pods. */
    private static void loose(FileReading file) {
        file.operations.forEach(o -> file.facts.patches.add(JsonPatch.read(o, Target.ANY)));
    }

    /** A strategic patch looks like the object that it changes. */
    private static Patch strategic(Workload workload, Target target) {
        String name = target.name().isEmpty() && target.kind().isEmpty() ? workload.meta().name() : target.name();
        String kind = target.kind().isEmpty() ? workload.kind() : target.kind();
        return new Patch(workload.meta().place(), kind, target.namespace(), name, workload.pod().containers(), workload.pod().labels(),
                workload.pod().annotations());
    }

    /** Kustomizations that no other one takes in have to be rendered to see what will be applied. */
    private void gaps(FileReading file) {
        for (Item kustomization : file.kustomizations) {
            boolean root = !referencedFolders.contains(resolve("", file.folder())) && !kustomization.kind().equals("Component");
            if (root) {
                String folder = file.folder().isEmpty() ? "." : file.folder();
                file.facts.gaps.add(new Gap("unrendered-source", "what the kustomization " + folder + " makes of its resources",
                        "it was not rendered; its files were read as they are",
                        "kubectl kustomize " + folder + " | meshadvisor assess -f -",
                        new Place(file.file, 1, 1)));
            }
        }
    }
}
