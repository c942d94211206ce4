package meshadvisor.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/** Keys with their values, in the order in which they were written. */
public final class Mapping implements Node {

    static final int SMALL = 8;
    private static final Map<String, Node> NO_INDEX = Map.of();

    private final Entry[] entries;
    private final int line;
    private final int column;
    private Map<String, Node> index = NO_INDEX;

    /** The keys must differ: {@link MappingEnd} sees to it. */
    Mapping(Entry[] entries, int line, int column) {
        this.entries = entries;
        this.line = line;
        this.column = column;
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public int column() {
        return column;
    }

    /** The same with another value for a key, which goes last if it was not there. */
    public Mapping with(String key, Node value) {
        List<Entry> changed = new ArrayList<>(entries.length + 1);
        boolean there = false;
        for (Entry entry : entries) {
            boolean same = entry.key().text().equals(key);
            there |= same;
            changed.add(same ? new Entry(entry.key(), value) : entry);
        }
        if (!there) {
            changed.add(new Entry(new Scalar(key, Scalar.Kind.STRING, line, column, false), value));
        }
        return new Mapping(changed.toArray(Entry[]::new), line, column);
    }

    /**
     * The same with other keys and values. Keys that become the same are one, and the first of them stays.
     *
     * @param values takes the key as it was, and its value
     */
    public Mapping mapped(UnaryOperator<String> keys, BiFunction<String, Node, Node> values) {
        Map<String, Entry> changed = LinkedHashMap.newLinkedHashMap(entries.length);
        for (Entry entry : entries) {
            Scalar old = entry.key();
            String key = keys.apply(old.text());
            changed.putIfAbsent(key, new Entry(new Scalar(key, old.kind(), old.line(), old.column(), old.plain()),
                    values.apply(old.text(), entry.value())));
        }
        return new Mapping(changed.values().toArray(Entry[]::new), line, column);
    }

    /** How many keys there are. */
    public int size() {
        return entries.length;
    }

    /** The keys with their values, merged ones last. */
    public List<Entry> entries() {
        return Collections.unmodifiableList(Arrays.asList(entries));
    }

    @Override
    public Node get(String key) {
        if (entries.length > SMALL) {
            return index().getOrDefault(key, Absent.HERE);
        }
        int hash = key.hashCode();
        for (Entry entry : entries) {
            String name = entry.key().text();
            if (name.hashCode() == hash && name.equals(key)) {
                return entry.value();
            }
        }
        return Absent.HERE;
    }

    /** Made at the first question; made twice if two threads ask at once, which does no harm. */
    private Map<String, Node> index() {
        Map<String, Node> known = index;
        if (known.isEmpty()) {
            known = HashMap.newHashMap(entries.length);
            for (Entry entry : entries) {
                known.put(entry.key().text(), entry.value());
            }
            index = known;
        }
        return known;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Mapping that && line == that.line && column == that.column && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return 31 * line + Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return entries().toString();
    }
}
