package meshadvisor.load.serve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import meshadvisor.load.wire.EchoServer;
import meshadvisor.load.wire.Http1Server;
import meshadvisor.load.wire.Http2Server;
import meshadvisor.load.wire.ServerProtocol;
import org.jspecify.annotations.Nullable;

/** What is spoken on a port. */
public enum Spoken {
    /** HTTP, of the version that the client begins with. */
    HTTP,
    /** Bytes, which go back. */
    TCP;

    /** With this begins what a client of HTTP/2 says first (RFC 9113, section 3.4), be it after ALPN or with prior knowledge. */
    private static final byte[] PREFACE = "PRI * HTTP/2.0".getBytes(StandardCharsets.US_ASCII);

    /** By which names a client may ask for it in TLS (ALPN); none is asked for by name if there are none. */
    String[] names() {
        return switch (this) {
            case TCP -> new String[0];
            case HTTP -> new String[] {"h2", "http/1.1"};
        };
    }

    /** The other side of what the client speaks, or null as long as its first bytes do not show it. */
    @Nullable
    ServerProtocol answering(ByteBuffer first) {
        return switch (this) {
            case TCP -> new EchoServer();
            case HTTP -> http(first);
        };
    }

    private static @Nullable ServerProtocol http(ByteBuffer first) {
        for (int i = 0; i < PREFACE.length; i++) {
            if (i == first.remaining()) {
                return null;
            }
            if (first.get(first.position() + i) != PREFACE[i]) {
                return new Http1Server();
            }
        }
        return new Http2Server();
    }
}
