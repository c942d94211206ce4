package meshadvisor.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes a mapping when its last node is there: keys checked, double ones and merge keys resolved. */
final class MappingEnd {

    private static final Entry[] NONE = {};

    private final Warnings warnings;

    MappingEnd(Warnings warnings) {
        this.warnings = warnings;
    }

    /** The keys and values lie one after the other between two indexes. */
    Mapping make(Node[] nodes, Frame frame, int end) {
        Entry[] entries = new Entry[(end - frame.start) / 2];
        boolean simple = true;
        for (int i = 0; i < entries.length; i++) {
            Node key = nodes[frame.start + 2 * i];
            if (!(key instanceof Scalar name)) {
                throw Unreadable.at(key, "A key is a mapping or a list; only text can be a key.",
                        "Put the key in quotes, or correct the indentation.");
            }
            simple &= !isMerge(name) && (i >= Mapping.SMALL || isNew(entries, i, name.text()));
            entries[i] = new Entry(name, nodes[frame.start + 2 * i + 1]);
        }
        if (!simple || entries.length > Mapping.SMALL) {
            entries = resolved(entries);
        }
        return new Mapping(entries, frame.line, frame.column);
    }

    private static boolean isNew(Entry[] entries, int count, String name) {
        int hash = name.hashCode();
        for (int i = 0; i < count; i++) {
            String other = entries[i].key().text();
            if (other.hashCode() == hash && other.equals(name)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMerge(Scalar key) {
        return key.plain() && key.text().equals("<<");
    }

    /** The last of equal keys wins, and every key of the mapping itself wins over merged ones. */
    private Entry[] resolved(Entry[] written) {
        Map<String, Entry> own = LinkedHashMap.newLinkedHashMap(written.length);
        List<Entry> merges = new ArrayList<>();
        for (Entry entry : written) {
            if (isMerge(entry.key())) {
                merges.add(entry);
                continue;
            }
            Entry before = own.put(entry.key().text(), entry);
            if (before != null) {
                warnings.duplicateKey(before.key(), entry.key());
            }
        }
        for (Entry merge : merges) {
            merge(merge, own);
        }
        return merges.isEmpty() && own.size() == written.length ? written : own.values().toArray(NONE);
    }

    private static void merge(Entry merge, Map<String, Entry> own) {
        List<Node> sources = merge.value() instanceof Sequence several ? several.items() : List.of(merge.value());
        for (Node source : sources) {
            if (!(source instanceof Mapping mapping)) {
                throw Unreadable.at(merge.key(), "The merge key << stands before something that is no mapping.",
                        "Give << an alias of a mapping, or a list of such aliases.");
            }
            for (Entry entry : mapping.entries()) {
                own.putIfAbsent(entry.key().text(), entry);
            }
        }
    }
}
