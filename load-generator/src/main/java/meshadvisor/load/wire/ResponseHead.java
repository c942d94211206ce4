package meshadvisor.load.wire;

/** What counts of the headers or trailers of an answer. */
final class ResponseHead implements HeaderSink {

    private static final Octets STATUS = Octets.of(":status");
    private static final Octets GRPC_STATUS = Octets.of("grpc-status");

    private final boolean grpc;
    private int status;
    private int grpcStatus;

    ResponseHead(boolean grpc) {
        this.grpc = grpc;
    }

    ResponseHead clear() {
        status = -1;
        grpcStatus = -1;
        return this;
    }

    @Override
    public boolean wants(Octets name) {
        return name.is(STATUS) || grpc && name.is(GRPC_STATUS);
    }

    @Override
    public void misnamed() {
        // What else a server says, and how, does not matter here.
    }

    @Override
    public void field(Octets name, Octets value) {
        if (name.is(STATUS)) {
            status = value.number();
        } else {
            grpcStatus = value.number();
        }
    }

    /** The status of HTTP, or -1. */
    int status() {
        return status;
    }

    /** The status of gRPC, or -1. */
    int grpcStatus() {
        return grpcStatus;
    }
}
