package meshadvisor.load.wire;

import java.util.ArrayDeque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Open streams by their numbers: open addressing with linear probing over at most half full slots. Streams that end are kept for the
 * next ones, so that nothing is allocated once as many were open as ever will be.
 */
final class StreamMap<T extends Flowing> {

    private final Supplier<T> maker;
    private final ArrayDeque<T> spares = new ArrayDeque<>();
    private @Nullable Flowing[] slots = new @Nullable Flowing[32];
    private int size;

    StreamMap(Supplier<T> maker) {
        this.maker = maker;
    }

    int size() {
        return size;
    }

    @Nullable
    T get(int id) {
        return at(find(id));
    }

    T add(int id, int sendWindow) {
        if (2 * size == slots.length) {
            grow();
        }
        var spare = spares.poll();
        var stream = spare == null ? maker.get() : spare;
        stream.flow().begin(id, sendWindow);
        slots[find(id)] = stream;
        size++;
        return stream;
    }

    void remove(T stream) {
        int hole = find(stream.flow().id);
        slots[hole] = null;
        size--;
        spares.push(stream);
        int mask = slots.length - 1;
        int i = hole + 1 & mask;
        for (var next = slots[i]; next != null; next = slots[i]) {
            int home = home(next.flow().id);
            if ((i - home & mask) >= (i - hole & mask)) {
                slots[hole] = next;
                slots[i] = null;
                hole = i;
            }
            i = i + 1 & mask;
        }
    }

    /** How many slots there are to look through. */
    int slots() {
        return slots.length;
    }

    /** The stream in a slot. When one is removed, another may take its slot. */
    @SuppressWarnings("unchecked") // only what maker made is put in
    @Nullable
    T at(int slot) {
        return (T) slots[slot];
    }

    private int find(int id) {
        int mask = slots.length - 1;
        int i = home(id);
        for (var other = slots[i]; other != null && other.flow().id != id; other = slots[i]) {
            i = i + 1 & mask;
        }
        return i;
    }

    /** Numbers of one side are two apart. */
    private int home(int id) {
        return id >>> 1 & slots.length - 1;
    }

    private void grow() {
        var old = slots;
        slots = new @Nullable Flowing[2 * old.length];
        for (var stream : old) {
            if (stream != null) {
                slots[find(stream.flow().id)] = stream;
            }
        }
    }
}
