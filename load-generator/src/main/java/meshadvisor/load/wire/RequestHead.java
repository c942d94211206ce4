package meshadvisor.load.wire;

/** What counts of the headers of a request. */
final class RequestHead implements HeaderSink {

    private static final Octets METHOD = Octets.of(":method");
    private static final Octets SCHEME = Octets.of(":scheme");
    private static final Octets AUTHORITY = Octets.of(":authority");
    private static final Octets PATH = Octets.of(":path");
    private static final Octets CONTENT_TYPE = Octets.of("content-type");
    private static final Octets CONTENT_LENGTH = Octets.of("content-length");
    private static final Octets TE = Octets.of("te");
    private static final Octets WANTED = Octets.of(Calls.WANTED);
    private static final Octets ERROR = Octets.of(Calls.ERROR);
    private static final Octets HEAD = Octets.of("HEAD");
    private static final Octets HEALTH = Octets.of("/healthz");
    private static final Octets GRPC = Octets.of("application/grpc");
    private static final Octets TRAILERS = Octets.of("trailers");
    /** Fields of the connection, which HTTP/2 forbids (RFC 9113, section 8.2.2). */
    private static final Octets CONNECTION = Octets.of("connection");
    private static final Octets KEEP_ALIVE = Octets.of("keep-alive");
    private static final Octets UPGRADE = Octets.of("upgrade");
    private static final Octets TRANSFER_ENCODING = Octets.of("transfer-encoding");
    private static final Octets PROXY_CONNECTION = Octets.of("proxy-connection");

    private static final int HAS_METHOD = 1;
    private static final int HAS_SCHEME = 2;
    private static final int HAS_PATH = 4;
    private static final int HAS_AUTHORITY = 8;
    private static final int NEEDED = HAS_METHOD | HAS_SCHEME | HAS_PATH;

    private int pseudo;
    private boolean regular;
    private boolean malformed;
    private boolean bodiless;
    private boolean health;
    private boolean grpc;
    private int length;
    private int wanted;
    private int error;

    RequestHead clear() {
        pseudo = 0;
        regular = false;
        malformed = false;
        bodiless = false;
        health = false;
        grpc = false;
        length = -1;
        wanted = -1;
        error = -1;
        return this;
    }

    @Override
    public boolean wants(Octets name) {
        if (name.length() > 0 && name.at(0) == ':') {
            return pseudo(name);
        }
        regular = true;
        return switch (name.length()) {
            case 2 -> name.is(TE);
            case 7 -> forbid(name.is(UPGRADE));
            case 10 -> forbid(name.is(CONNECTION) || name.is(KEEP_ALIVE));
            case 12 -> name.is(CONTENT_TYPE);
            case 14 -> name.is(CONTENT_LENGTH) || name.is(ERROR);
            case 16 -> name.is(WANTED) || forbid(name.is(PROXY_CONNECTION));
            case 17 -> forbid(name.is(TRANSFER_ENCODING));
            default -> false;
        };
    }

    private boolean pseudo(Octets name) {
        int bit = switch (name.length()) {
            case 5 -> name.is(PATH) ? HAS_PATH : 0;
            case 7 -> name.is(METHOD) ? HAS_METHOD : name.is(SCHEME) ? HAS_SCHEME : 0;
            case 10 -> name.is(AUTHORITY) ? HAS_AUTHORITY : 0;
            default -> 0;
        };
        malformed |= regular || bit == 0 || (pseudo & bit) != 0;
        pseudo |= bit;
        return bit == HAS_PATH || bit == HAS_METHOD;
    }

    /** Fields that must not be here are of no other interest. */
    private boolean forbid(boolean here) {
        malformed |= here;
        return false;
    }

    @Override
    public void misnamed() {
        malformed = true;
    }

    @Override
    public void field(Octets name, Octets value) {
        switch (name.length()) {
            case 2 -> malformed |= !value.is(TRAILERS);
            case 5 -> {
                malformed |= value.length() == 0;
                health = value.is(HEALTH);
            }
            case 7 -> bodiless = value.is(HEAD);
            case 12 -> grpc = value.startsWith(GRPC);
            case 14 -> lengthOrError(name, value.number());
            default -> wanted = value.number();
        }
    }

    private void lengthOrError(Octets name, int number) {
        if (name.is(ERROR)) {
            error = number;
        } else {
            length = number;
        }
    }

    /** Whether a request is well-formed (section 8.3.1). */
    boolean isComplete() {
        return !malformed && (pseudo & NEEDED) == NEEDED;
    }

    /** The length that the body shall have, or -1. */
    int length() {
        return length;
    }

    /** Whether the answer has no body whatever its length (HEAD). */
    boolean bodiless() {
        return bodiless;
    }

    boolean health() {
        return health;
    }

    boolean grpc() {
        return grpc;
    }

    int wanted() {
        return wanted;
    }

    int error() {
        return error;
    }
}
