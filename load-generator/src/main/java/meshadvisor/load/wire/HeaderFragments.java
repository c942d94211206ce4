package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Puts a header block together from the fragments of HEADERS and CONTINUATION, within bounds. */
final class HeaderFragments {

    static final int MOST_BYTES = 64 * 1024;
    static final int MOST_FRAMES = 64;

    private byte[] bytes = new byte[1024];
    private int length;
    private int frames;
    private int stream;
    private boolean last;

    /** Begins a block. */
    void begin(int newStream, boolean endsStream) {
        stream = newStream;
        last = endsStream;
        length = 0;
        frames = 0;
    }

    void nextFrame() throws Http2Error {
        if (++frames > MOST_FRAMES) {
            throw Http2Error.calm("a header block in too many frames");
        }
    }

    void add(ByteBuffer in, int count) throws Http2Error {
        if (count > MOST_BYTES - length) {
            throw Http2Error.calm("a header block beyond 64 KiB");
        }
        if (count > bytes.length - length) {
            var larger = new byte[Math.min(MOST_BYTES, 2 * (length + count))];
            System.arraycopy(bytes, 0, larger, 0, length);
            bytes = larger;
        }
        in.get(bytes, length, count);
        length += count;
    }

    int stream() {
        return stream;
    }

    /** Whether the stream ends with this block. */
    boolean last() {
        return last;
    }

    void decode(HpackReader reader, HeaderSink sink) throws Http2Error {
        reader.read(bytes, length, sink);
    }
}
