package meshadvisor.load.wire;

/** What counts of the headers of a request. */
final class RequestHead implements HeaderSink {

    private static final Octets METHOD = Octets.of(":method");
    private static final Octets PATH = Octets.of(":path");
    private static final Octets CONTENT_TYPE = Octets.of("content-type");
    private static final Octets WANTED = Octets.of(Calls.WANTED);
    private static final Octets ERROR = Octets.of(Calls.ERROR);
    private static final Octets HEAD = Octets.of("HEAD");
    private static final Octets HEALTH = Octets.of("/healthz");
    private static final Octets GRPC = Octets.of("application/grpc");

    private boolean hasMethod;
    private boolean hasPath;
    private boolean bodiless;
    private boolean health;
    private boolean grpc;
    private int wanted;
    private int error;

    RequestHead clear() {
        hasMethod = false;
        hasPath = false;
        bodiless = false;
        health = false;
        grpc = false;
        wanted = -1;
        error = -1;
        return this;
    }

    @Override
    public boolean wants(Octets name) {
        return switch (name.length()) {
            case 5 -> name.is(PATH);
            case 7 -> name.is(METHOD);
            case 12 -> name.is(CONTENT_TYPE);
            case 14 -> name.is(ERROR);
            case 16 -> name.is(WANTED);
            default -> false;
        };
    }

    @Override
    public void field(Octets name, Octets value) {
        switch (name.length()) {
            case 5 -> {
                hasPath = true;
                health = value.is(HEALTH);
            }
            case 7 -> {
                hasMethod = true;
                bodiless = value.is(HEAD);
            }
            case 12 -> grpc = value.startsWith(GRPC);
            case 14 -> error = value.number();
            default -> wanted = value.number();
        }
    }

    boolean isComplete() {
        return hasMethod && hasPath;
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
