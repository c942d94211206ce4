package meshadvisor.load.wire;

/**
 * The dynamic table of HPACK (RFC 7541, section 4). The bytes of its entries lie one after the other in an array of twice its size; when
 * that is full, the living ones move to a second array of that kind. What moved away stays readable until the next move, so an entry
 * may be added whose name is that of an older entry.
 */
final class HpackTable {

    /** What an entry counts beside its bytes. */
    static final int OVERHEAD = 32;

    private final int most;
    private final int[] starts;
    private final int[] nameLengths;
    private final int[] valueLengths;
    private byte[] bytes;
    private byte[] spare;
    private int end;
    private int added;
    private int count;
    private int size;
    private int limit;

    /** An empty table.
     *
     * @param most octets that it may ever hold, as the peer was told (SETTINGS_HEADER_TABLE_SIZE)
     */
    HpackTable(int most) {
        this.most = most;
        limit = most;
        int entries = Integer.highestOneBit(Math.max(1, most / OVERHEAD)) * 2;
        starts = new int[entries];
        nameLengths = new int[entries];
        valueLengths = new int[entries];
        bytes = new byte[2 * most];
        spare = new byte[2 * most];
    }

    int count() {
        return count;
    }

    /** Octets as the RFC counts them. */
    int size() {
        return size;
    }

    /** Whether nothing can ever be kept. */
    boolean isNone() {
        return most == 0;
    }

    void limit(int octets) throws Http2Error {
        if (octets > most) {
            throw Http2Error.compression("a dynamic table larger than allowed");
        }
        limit = octets;
        evict(0);
    }

    void add(Octets name, Octets value) {
        int length = name.length() + value.length();
        evict(length + OVERHEAD);
        if (length + OVERHEAD > limit) {
            return;
        }
        if (end + length > bytes.length) {
            move();
        }
        name.copyTo(bytes, end);
        value.copyTo(bytes, end + name.length());
        int slot = added++ & starts.length - 1;
        starts[slot] = end;
        nameLengths[slot] = name.length();
        valueLengths[slot] = value.length();
        end += length;
        size += length + OVERHEAD;
        count++;
    }

    /** Sees the name of an entry: 0 is the one added last. */
    void name(int index, Octets name) {
        int slot = slot(index);
        name.see(bytes, starts[slot], nameLengths[slot]);
    }

    void value(int index, Octets value) {
        int slot = slot(index);
        value.see(bytes, starts[slot] + nameLengths[slot], valueLengths[slot]);
    }

    private int slot(int index) {
        return added - 1 - index & starts.length - 1;
    }

    /** Drops the oldest entries until so many octets fit, or none is left. */
    private void evict(int octets) {
        while (count > 0 && size + octets > limit) {
            int slot = slot(count - 1);
            size -= nameLengths[slot] + valueLengths[slot] + OVERHEAD;
            count--;
        }
    }

    private void move() {
        int from = count == 0 ? end : starts[slot(count - 1)];
        System.arraycopy(bytes, from, spare, 0, end - from);
        for (int i = 0; i < count; i++) {
            starts[slot(i)] -= from;
        }
        end -= from;
        var old = bytes;
        bytes = spare;
        spare = old;
    }
}
