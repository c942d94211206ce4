package meshadvisor.load.wire;

import java.nio.ByteBuffer;

/** Small frames that wait to be written: acknowledgements, windows, resets. They go out together, before anything else. */
final class Owed {

    private static final int MOST = 4 * 1024;
    private static final int FRAME = FrameHead.BYTES + Long.BYTES;

    private ByteBuffer frames = ByteBuffer.allocate(256);

    boolean isEmpty() {
        return frames.position() == 0;
    }

    void word(FrameType type, int stream, int value) throws Http2Error {
        FrameHead.write(room(), Integer.BYTES, type, 0, stream);
        frames.putInt(value);
    }

    void settingsAck() throws Http2Error {
        FrameHead.write(room(), 0, FrameType.SETTINGS, FrameHead.ACK, 0);
    }

    void pong(long value) throws Http2Error {
        FrameHead.write(room(), Long.BYTES, FrameType.PING, FrameHead.ACK, 0);
        frames.putLong(value);
    }

    /** Writes all if there is room for all.
     *
     * @return whether nothing is left
     */
    boolean flush(ByteBuffer out) {
        if (!isEmpty() && frames.position() <= out.remaining()) {
            out.put(frames.flip());
            frames.clear();
        }
        return isEmpty();
    }

    private ByteBuffer room() throws Http2Error {
        if (frames.remaining() < FRAME) {
            if (frames.capacity() >= MOST) {
                throw Http2Error.calm("more to acknowledge than is kept");
            }
            frames = ByteBuffer.allocate(2 * frames.capacity()).put(frames.flip());
        }
        return frames;
    }
}
