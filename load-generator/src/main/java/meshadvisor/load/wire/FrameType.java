package meshadvisor.load.wire;

/** The types of frames in the order of their numbers (RFC 9113, section 6), and what their heads may say. */
enum FrameType {
    DATA(0, Place.STREAM, Length.ANY), HEADERS(1, Place.STREAM, Length.ANY), PRIORITY(2, Place.STREAM, Length.FIVE),
    RST_STREAM(3, Place.STREAM, Length.FOUR), SETTINGS(4, Place.CONNECTION, Length.ANY), PUSH_PROMISE(5, Place.STREAM, Length.FROM_FOUR),
    PING(6, Place.CONNECTION, Length.EIGHT), GOAWAY(7, Place.CONNECTION, Length.FROM_EIGHT), WINDOW_UPDATE(8, Place.EITHER, Length.FOUR),
    CONTINUATION(9, Place.STREAM, Length.ANY),
    /** Extensions: to be ignored. */
    UNKNOWN(10, Place.EITHER, Length.ANY);

    private enum Place {
        STREAM, CONNECTION, EITHER
    }

    /** Bytes that a payload may have. */
    private enum Length {
        ANY(0, FrameHead.MOST), FOUR(4, 4), FIVE(5, 5), EIGHT(8, 8), FROM_FOUR(4, FrameHead.MOST), FROM_EIGHT(8, FrameHead.MOST);

        private final int least;
        private final int most;

        Length(int least, int most) {
            this.least = least;
            this.most = most;
        }
    }

    private static final FrameType[] BY_NUMBER = values();

    private final byte number;
    private final Place place;
    private final Length payload;

    FrameType(int number, Place place, Length payload) {
        this.number = (byte) number;
        this.place = place;
        this.payload = payload;
    }

    static FrameType of(int number) {
        return BY_NUMBER[Math.min(number, BY_NUMBER.length - 1)];
    }

    byte number() {
        return number;
    }

    void check(int stream, int length) throws Http2Error {
        if (length < payload.least || length > payload.most) {
            throw new Http2Error(Http2Error.FRAME_SIZE, "length of a frame " + name());
        }
        if (place == (stream == 0 ? Place.STREAM : Place.CONNECTION)) {
            throw Http2Error.protocol("stream of a frame " + name());
        }
    }
}
