package meshadvisor.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import meshadvisor.model.Place;
import meshadvisor.rule.Suppression;
import meshadvisor.rule.Suppressions;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Limits;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;
import meshadvisor.tree.YamlReader;

/** Reads a file of suppressions: {@code suppressions: [{rule, kind, namespace, name, file, reason, owner, until}]}. */
final class SuppressionFile {

    private static final Set<String> KEYS = new TreeSet<>(Set.of("rule", "kind", "namespace", "name", "file", "reason", "owner", "until"));

    private SuppressionFile() {}

    static Suppressions read(Optional<Path> file) {
        List<Mistake> mistakes = new ArrayList<>();
        List<Suppression> all = file.map(f -> of(f, mistakes)).orElse(List.of());
        MistakesFound.stopAt(mistakes);
        return new Suppressions(all);
    }

    private static List<Suppression> of(Path file, List<Mistake> mistakes) {
        List<Suppression> all = new ArrayList<>();
        try {
            YamlReader.read(UserFile.bytes(file), Limits.DEFAULT, d -> items(file, d.root(), all, mistakes),
                    p -> mistakes.add(
                            new Mistake.FileMistake(new Place(file.toString(), p.line(), p.column()), p.sentence() + " " + p.remedy())));
        } catch (IOException e) {
            mistakes.add(UserFile.mistake(file, e, "give a file with suppressions"));
        }
        return all;
    }

    private static void items(Path file, Node root, List<Suppression> all, List<Mistake> mistakes) {
        if (root.get("suppressions").items().isEmpty()) {
            mistakes.add(new Mistake.FileMistake(new Place(file.toString(), root.line(), root.column()),
                    "a list under \"suppressions\" belongs here"));
        }
        for (Node item : root.get("suppressions").items()) {
            if (item instanceof Mapping mapping) {
                mapping.entries().stream().map(Entry::key).filter(k -> !KEYS.contains(k.text()))
                        .forEach(k -> mistakes.add(new Mistake.FileMistake(new Place(file.toString(), k.line(), k.column()),
                                "unknown key \"" + k.text() + "\"; " + Known.hint(k.text(), KEYS))));
            }
            all.add(new Suppression(item.get("rule").text(), item.get("kind").text(), item.get("namespace").text(), item.get("name").text(),
                    item.get("file").text(), item.get("reason").text(), item.get("owner").text(), item.get("until").text(),
                    new Place(file.toString(), item.line(), item.column())));
        }
    }
}
