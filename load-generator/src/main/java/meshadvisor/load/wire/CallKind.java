package meshadvisor.load.wire;

/** What a request is to HTTP/2. */
enum CallKind {
    /** A stream of plain HTTP. */
    HTTP,
    /** A stream with one message of gRPC each way. */
    UNARY,
    /** A message of gRPC on a stream that stays open. */
    STREAMING
}
