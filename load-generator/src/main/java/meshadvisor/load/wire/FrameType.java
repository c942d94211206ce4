package meshadvisor.load.wire;

/** The types of frames in the order of their numbers (RFC 9113, section 6), and what their heads may say. */
enum FrameType {
    DATA(0, Place.STREAM, 0, FrameType.ANY), HEADERS(1, Place.STREAM, 0, FrameType.ANY), PRIORITY(2, Place.STREAM, 5, 5),
    RST_STREAM(3, Place.STREAM, 4, 4), SETTINGS(4, Place.CONNECTION, 0, FrameType.ANY), PUSH_PROMISE(5, Place.STREAM, 4, FrameType.ANY),
    PING(6, Place.CONNECTION, 8, 8), GOAWAY(7, Place.CONNECTION, 8, FrameType.ANY), WINDOW_UPDATE(8, Place.EITHER, 4, 4),
    CONTINUATION(9, Place.STREAM, 0, FrameType.ANY),
    /** Extensions: to be ignored. */
    UNKNOWN(10, Place.EITHER, 0, FrameType.ANY);

    private static final int ANY = FrameHead.MOST;

    private enum Place {
        STREAM, CONNECTION, EITHER
    }

    private static final FrameType[] BY_NUMBER = values();

    private final byte number;
    private final Place place;
    private final int least;
    private final int most;

    FrameType(int number, Place place, int least, int most) {
        this.number = (byte) number;
        this.place = place;
        this.least = least;
        this.most = most;
    }

    static FrameType of(int number) {
        return BY_NUMBER[Math.min(number, BY_NUMBER.length - 1)];
    }

    byte number() {
        return number;
    }

    void check(int stream, int length) throws Http2Error {
        if (length < least || length > most) {
            throw new Http2Error(Http2Error.FRAME_SIZE, "length of a frame " + name());
        }
        if (place == (stream == 0 ? Place.STREAM : Place.CONNECTION)) {
            throw Http2Error.protocol("stream of a frame " + name());
        }
    }
}
