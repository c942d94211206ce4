package meshadvisor.load;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import meshadvisor.load.drive.Target.Life;
import meshadvisor.load.wire.ClientProtocol;
import meshadvisor.load.wire.EchoClient;
import meshadvisor.load.wire.GrpcClient;
import meshadvisor.load.wire.Http1Client;
import meshadvisor.load.wire.Http1Client.Reuse;
import meshadvisor.load.wire.Http2Client;
import meshadvisor.load.wire.Route;

/** The protocols that drive speaks, by their words on the command line. */
enum Speaks {
    HTTP1("http1", "http/1.1", 128), HTTP1_CLOSE("http1-close", "http/1.1", 128), H2("h2", "h2", 8), GRPC("grpc", "h2", 8),
    GRPC_STREAM("grpc-stream", "h2", 8), TCP("tcp", "", 128);

    /** Long streams of gRPC on each connection: messages on one stream are answered in order, so one would make them queue. */
    private static final int STREAMS = 16;

    private final String word;
    private final String agreed;
    private final int connections;

    Speaks(String word, String agreed, int connections) {
        this.word = word;
        this.agreed = agreed;
        this.connections = connections;
    }

    static Optional<Speaks> of(String word) {
        return Arrays.stream(values()).filter(each -> each.word.equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(each -> each.word).toList();
    }

    String word() {
        return word;
    }

    /** What is asked for in the handshake of TLS, or "". */
    String agreed() {
        return agreed;
    }

    /** How many connections there are to a target if nobody says. */
    int connections() {
        return connections;
    }

    Life life() {
        return this == HTTP1_CLOSE ? Life.ONE_REQUEST : Life.KEPT;
    }

    /** The client's side for one connection. */
    ClientProtocol client(List<Route> routes) {
        return switch (this) {
            case HTTP1 -> new Http1Client(routes, Reuse.KEEP_ALIVE);
            case HTTP1_CLOSE -> new Http1Client(routes, Reuse.CLOSE);
            case H2 -> new Http2Client(routes);
            case GRPC -> GrpcClient.unary(routes);
            case GRPC_STREAM -> GrpcClient.streaming(routes, STREAMS);
            case TCP -> new EchoClient();
        };
    }
}
