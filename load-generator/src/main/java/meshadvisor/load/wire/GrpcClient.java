package meshadvisor.load.wire;

import java.util.List;

/** Clients of gRPC over HTTP/2, for the service of echo.proto. A route's method is ignored, its path too if it is "/". */
public final class GrpcClient {

    private GrpcClient() {}

    /** A stream for each request (meshadvisor.Echo/Call). */
    public static ClientProtocol unary(List<Route> routes) {
        return new Http2Client(routes, CallKind.UNARY, 1, 1);
    }

    /**
     * A message on a long stream for each request (meshadvisor.Echo/Stream), answered in order. A stream that ends fails the requests
     * that are open on it; the next request opens another.
     *
     * @param streams for each route, at least 1
     */
    public static ClientProtocol streaming(List<Route> routes, int streams) {
        return new Http2Client(routes, CallKind.STREAMING, streams, 1);
    }
}
