package meshadvisor.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import meshadvisor.catalog.Kebab;
import meshadvisor.model.Place;
import meshadvisor.tree.Entry;
import meshadvisor.tree.Mapping;
import meshadvisor.tree.Node;

/** Collects what is wrong in one file that a user wrote. */
record GateMistakes(Path file, List<Mistake> all) {

    void add(int line, int column, String what) {
        all.add(new Mistake.FileMistake(new Place(file.toString(), line, column), what));
    }

    void at(Node node, String what) {
        add(node.line(), node.column(), what);
    }

    Place place(Node node) {
        return new Place(file.toString(), node.line(), node.column());
    }

    /** Tells of keys that nobody knows, and of what is no mapping. */
    void keys(Node node, Set<String> known, String prefix) {
        if (!(node instanceof Mapping mapping)) {
            at(node, "a mapping with some of " + String.join(", ", known) + " belongs here");
            return;
        }
        for (Entry entry : mapping.entries()) {
            String key = entry.key().text();
            if (!known.contains(key)) {
                at(entry.key(), "unknown key \"" + prefix + key + "\"; " + Known.hint(key, known));
            }
        }
    }

    /** The constant that a word names, or the usual one where nothing stands. */
    <E extends Enum<E>> E word(Node node, Class<E> type, E usual) {
        List<E> constants = Arrays.asList(type.getEnumConstants());
        List<String> words = constants.stream().map(Kebab::of).toList();
        if (node.present() && !words.contains(node.text())) {
            at(node, "\"" + node.text() + "\" is none of " + String.join(", ", words));
        }
        return node.present() && words.contains(node.text()) ? constants.get(words.indexOf(node.text())) : usual;
    }
}
