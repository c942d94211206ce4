package meshadvisor.load.wire;

/**
 * Reads header blocks (RFC 7541). Values that nobody asks for and that no table keeps are skipped without decoding; an error within such
 * a value goes unseen, as it changes nothing.
 */
final class HpackReader {

    private static final int INTEGER_BYTES = 4;

    private final HpackTable table;
    private final Octets name = new Octets();
    private final Octets value = new Octets();
    private byte[] nameText = new byte[64];
    private byte[] valueText = new byte[256];
    private byte[] block = {};
    private int at;
    private int end;

    /** A reader with a table of its own.
     *
     * @param table what is kept between blocks; its size is what the peer was told
     */
    HpackReader(HpackTable table) {
        this.table = table;
    }

    void read(byte[] newBlock, int length, HeaderSink sink) throws Http2Error {
        block = newBlock;
        at = 0;
        end = length;
        boolean fieldSeen = false;
        while (at < end) {
            int first = block[at] & 0xff;
            if (first >> 5 == 1) {
                if (fieldSeen) {
                    throw Http2Error.compression("a table size update after a field");
                }
                table.limit(integer(5));
            } else {
                fieldSeen = true;
                field(first, sink);
            }
        }
    }

    private void field(int first, HeaderSink sink) throws Http2Error {
        if (first >= 0x80) {
            indexed(integer(7), sink);
        } else if (first >= 0x40) {
            literal(integer(6), sink, !table.isNone());
        } else {
            literal(integer(4), sink, false);
        }
    }

    private void indexed(int index, HeaderSink sink) throws Http2Error {
        name(index);
        if (!sink.wants(name)) {
            return;
        }
        if (index <= HpackStatic.SIZE) {
            value.see(HpackStatic.value(index));
        } else {
            table.value(index - HpackStatic.SIZE - 1, value);
        }
        sink.field(name, value);
    }

    private void literal(int index, HeaderSink sink, boolean kept) throws Http2Error {
        if (index == 0) {
            nameText = string(name, nameText);
            if (name.hasCapitals()) {
                sink.misnamed();
            }
        } else {
            name(index);
        }
        boolean wanted = sink.wants(name);
        if (!wanted && !kept) {
            skip();
            return;
        }
        valueText = string(value, valueText);
        if (wanted) {
            sink.field(name, value);
        }
        if (kept) {
            table.add(name, value);
        }
    }

    private void name(int index) throws Http2Error {
        if (index == 0 || index > HpackStatic.SIZE + table.count()) {
            throw Http2Error.compression("an index that no table has");
        }
        if (index <= HpackStatic.SIZE) {
            name.see(HpackStatic.name(index));
        } else {
            table.name(index - HpackStatic.SIZE - 1, name);
        }
    }

    /** Reads a string: sees it where it is, or decoded in a buffer, which is returned because it may have grown. */
    private byte[] string(Octets into, byte[] buffer) throws Http2Error {
        boolean huffman = at < end && block[at] < 0;
        int length = length();
        int start = at;
        at += length;
        if (!huffman) {
            into.see(block, start, length);
            return buffer;
        }
        var room = buffer.length > Huffman.most(length) ? buffer : new byte[2 * Huffman.most(length) + 1];
        into.see(room, 0, Huffman.decode(block, start, length, room));
        return room;
    }

    private void skip() throws Http2Error {
        int length = length();
        at += length;
    }

    private int length() throws Http2Error {
        int length = integer(7);
        if (length > end - at) {
            throw Http2Error.compression("a string longer than its block");
        }
        return length;
    }

    /** Reads an integer with a prefix of so many bits (section 5.1). */
    private int integer(int bits) throws Http2Error {
        if (at >= end) {
            throw Http2Error.compression("a block that ends within a field");
        }
        int mask = (1 << bits) - 1;
        int number = block[at++] & mask;
        if (number < mask) {
            return number;
        }
        for (int i = 0; i < INTEGER_BYTES && at < end; i++) {
            int next = block[at++];
            number += (next & 0x7f) << 7 * i;
            if (next >= 0) {
                return number;
            }
        }
        throw Http2Error.compression("an integer that does not end");
    }
}
