package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.dialect.Item;
import meshadvisor.manifest.Kustomization.PatchEntry;
import meshadvisor.model.Patch;
import meshadvisor.model.Workload;
import meshadvisor.tree.Limits;
import meshadvisor.tree.YamlReader;

/** Files that a kustomization names as patches, or as settings, hold no objects: what they change is partial evidence. */
final class KustomizePatches {

    /** A patch of a kustomization, with its target. */
    private record Use(Kustomization by, Target target) {}

    private final Kustomizations kustomizations;
    private final Map<FileReading, List<Use>> uses = new LinkedHashMap<>();

    private KustomizePatches(Kustomizations kustomizations) {
        this.kustomizations = kustomizations;
    }

    /** Turns patch files into patches, and forgets the objects of files with settings. */
    static void apply(Kustomizations kustomizations, List<FileReading> files) {
        KustomizePatches patches = new KustomizePatches(kustomizations);
        kustomizations.all().forEach(patches::read);
        kustomizations.all().forEach(patches::inline);
        // one that comes through a pipe lies in no folder, so it names no files; what stands in it still counts
        files.stream().filter(FileReading::isPiped).flatMap(f -> f.kustomizations.stream().map(k -> Kustomization.of(f, k)))
                .forEach(patches::inline);
        Map<FileReading, List<Patch>> made = new LinkedHashMap<>();
        patches.uses.forEach((file, uses) -> made.put(file, patches.made(file, uses)));
        made.forEach(FileReading::becomePatches);
        files.forEach(KustomizePatches::loose);
    }

    private void read(Kustomization by) {
        for (PatchEntry entry : by.patches()) {
            by.resolve(entry.path()).flatMap(kustomizations::file).ifPresent(f -> uses(f).add(new Use(by, entry.target())));
        }
        by.settings().forEach(setting -> by.resolve(setting).flatMap(kustomizations::file).ifPresent(this::uses));
    }

    private List<Use> uses(FileReading file) {
        return uses.computeIfAbsent(file, k -> new ArrayList<>());
    }

    /** Patches that stand inside the kustomization itself, as text. */
    private void inline(Kustomization by) {
        by.patches().stream().filter(entry -> entry.path().isEmpty()).forEach(entry -> inline(by, entry));
    }

    private void inline(Kustomization by, PatchEntry entry) {
        FileReading file = by.file();
        String text = entry.text().text();
        // the text of a block begins on the line after its key: so many empty lines before it keep the lines right
        int lines = text.contains("\n") ? entry.text().line() : entry.text().line() - 1;
        YamlReader.read("\n".repeat(Math.max(0, lines)) + text, Limits.DEFAULT, document -> {
            Item item = new Item(by.item().meta(), document.root(), file.file);
            if (document.root().get("$patch").text().equals("delete")) {
                file.deletions.add(DocumentMapper.key(document.root()));
            }
            file.facts.patches.addAll(aimed(JsonPatch.read(item), new Use(by, entry.target())).toList());
        }, problem -> {
            // what Kustomize cannot read either is its own to complain about
        });
    }

    private List<Patch> made(FileReading file, List<Use> uses) {
        List<Patch> all = new ArrayList<>(file.operations);
        all.addAll(file.unnamed);
        Stream.concat(file.facts.workloads.stream(), file.unwanted.workloads.stream()).map(JsonPatch::of).forEach(all::add);
        file.documents += file.unnamed.size();
        file.understood += file.unnamed.size();
        return uses.stream().flatMap(use -> all.stream().flatMap(patch -> aimed(patch, use))).distinct().toList();
    }

    /** One patch for each object that it changes: those of the kustomization that the target means. */
    private Stream<Patch> aimed(Patch patch, Use use) {
        Target target = use.target();
        if (!target.isGiven()) {
            return Stream.of(patch);
        }
        if (target.isOne()) {
            return Stream.of(target.aim(patch));
        }
        List<Patch> aimed = workloads(use.by()).filter(target::matches).map(w -> target.aim(patch, w)).distinct().toList();
        if (!aimed.isEmpty()) {
            return aimed.stream();
        }
        // what labels choose, and nothing of the scan bears, is evidence of no particular object
        return Stream.of(target.labels().equals(LabelSelector.ALL) ? target.aim(patch) : patch);
    }

    private Stream<Workload> workloads(Kustomization kustomization) {
        return kustomizations.reach(kustomization).stream().flatMap(path -> kustomizations.file(path).stream())
                .filter(file -> !uses.containsKey(file))
                .flatMap(f -> Stream.concat(f.facts.workloads.stream(), f.unwanted.workloads.stream()));
    }

    /** Operations that no kustomization of the scan names are still partial evidence of what somebody puts into pods. */
    private static void loose(FileReading file) {
        file.facts.patches.addAll(file.operations);
    }

    /** Without the patches that change only objects which the user does not want to see. */
    static void filter(List<FileReading> files, ObjectFilter filter) {
        Set<String> wanted = new HashSet<>();
        Set<String> unwanted = new HashSet<>();
        for (FileReading file : files) {
            file.facts.workloads.forEach(w -> wanted.add(w.kind() + "/" + w.meta().name()));
            file.unwanted.workloads.forEach(w -> unwanted.add(w.kind() + "/" + w.meta().name()));
        }
        unwanted.removeAll(wanted);
        files.forEach(f -> f.facts.patches.removeIf(p -> !filter.mayWant(p) || unwanted.contains(p.kind() + "/" + p.name())));
    }
}
