package meshadvisor.load.wire;

/** Why a request got no answer that counts. The words are those of {@code run.json}. */
public enum Failure {
    /** The name of the host is not known. */
    DNS,
    /** Nobody listens there. */
    REFUSED,
    /** No route, or another failure to connect. */
    UNREACHABLE,
    /** The handshake of TLS failed: a certificate that is not trusted, not sent, of another name. */
    TLS,
    /** The connection was reset, or could not be written to. */
    RESET,
    /** The peer closed the connection in the midst of an answer or before it. */
    CLOSED,
    /** The peer broke the protocol. */
    PROTOCOL,
    /** The peer sent more than is accepted: headers or body beyond the bound. */
    TOO_LARGE,
    /** The peer refused the stream or ended it with an error (HTTP/2 RST_STREAM, GOAWAY). */
    STREAM,
    /** No answer within the time allowed. */
    TIMEOUT,
    /** The answer came and says error: a status of HTTP from 400 on, or one of gRPC other than 0. */
    STATUS
}
