package meshadvisor.load.wire;

/** An error of the whole connection (RFC 9113, section 5.4.1). Becomes a GOAWAY and a {@link WireException}. Carries no stack. */
final class Http2Error extends Exception {

    static final int NO_ERROR = 0;
    static final int PROTOCOL = 1;
    static final int FLOW_CONTROL = 3;
    static final int STREAM_CLOSED = 5;
    static final int FRAME_SIZE = 6;
    static final int REFUSED_STREAM = 7;
    static final int CANCEL = 8;
    static final int COMPRESSION = 9;
    static final int CALM = 11;

    private static final long serialVersionUID = 1;

    private final int code;

    Http2Error(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    static Http2Error protocol(String message) {
        return new Http2Error(PROTOCOL, message);
    }

    static Http2Error compression(String message) {
        return new Http2Error(COMPRESSION, message);
    }

    static Http2Error flowControl(String message) {
        return new Http2Error(FLOW_CONTROL, message);
    }

    /** The peer wants too much (ENHANCE_YOUR_CALM). */
    static Http2Error calm(String message) {
        return new Http2Error(CALM, message);
    }

    int code() {
        return code;
    }

    WireException asWireException() {
        return new WireException(code == CALM ? Failure.TOO_LARGE : Failure.PROTOCOL, "HTTP/2: " + getMessage());
    }
}
