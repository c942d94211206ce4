package meshadvisor.load.record;

/** Answers by what their status says. */
public enum StatusClass {
    INFORMATIONAL, GOOD, REDIRECT, CLIENT_ERROR, SERVER_ERROR,
    /** An error of gRPC. */
    GRPC_ERROR;

    private static final StatusClass[] OF_HTTP = {INFORMATIONAL, GOOD, REDIRECT, CLIENT_ERROR, SERVER_ERROR};

    /** The class of a status as {@link meshadvisor.load.wire.Answers#answered} tells it; what is no status at all is a server's error. */
    static StatusClass of(int status) {
        if (status >= 1000) {
            return GRPC_ERROR;
        }
        return status >= 100 && status < 600 ? OF_HTTP[status / 100 - 1] : SERVER_ERROR;
    }

    /** Whether an answer of this class does not count as good. */
    boolean bad() {
        return switch (this) {
            case INFORMATIONAL, GOOD, REDIRECT -> false;
            case CLIENT_ERROR, SERVER_ERROR, GRPC_ERROR -> true;
        };
    }
}
