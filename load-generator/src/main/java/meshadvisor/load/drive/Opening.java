package meshadvisor.load.drive;

import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import meshadvisor.load.drive.Target.Manner;
import meshadvisor.load.drive.Target.Secured;
import meshadvisor.load.drive.Target.Weighted;
import meshadvisor.load.net.Link;
import meshadvisor.load.wire.ClientProtocol;

/** How connections to one target are opened, and in how many nanoseconds that must be done. */
record Opening(Target target, Manner manner, Selector selector, Clock clock, long timeout) {

    private static final String HTTP_2 = "h2";
    /** Tells sessions apart that shall not be resumed: the JDK knows sessions by host and port, and uses the port for nothing else. */
    private static final AtomicInteger CONTACTS = new AtomicInteger();

    long now() {
        return clock.nanos();
    }

    ClientProtocol protocol() {
        return manner.protocol().apply(target.routes().stream().map(Weighted::route).toList());
    }

    boolean secured() {
        return target.tls().isPresent();
    }

    InetSocketAddress address() throws UnknownAddress {
        return target.address().orElseThrow(() -> new UnknownAddress(target.host()));
    }

    void begin(Link link, SocketChannel socket) {
        if (target.tls().isPresent()) {
            link.open(socket, engine(target.tls().get()));
        } else {
            link.open(socket);
        }
    }

    /** HTTP/2 has to be agreed on; a server that says nothing is taken to speak HTTP/1.1. */
    void requireAgreed(Link link) throws SSLException {
        if (target.tls().isPresent() && target.tls().get().protocol().equals(HTTP_2) && !link.agreed().equals(HTTP_2)) {
            throw new SSLException("the server does not offer HTTP/2");
        }
    }

    private SSLEngine engine(Secured secured) {
        int contact = switch (secured.handshake()) {
            case RESUMED -> 1;
            case FULL -> CONTACTS.incrementAndGet();
        };
        var engine = secured.context().createSSLEngine(target.host(), contact);
        engine.setUseClientMode(true);
        var parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        if (!secured.protocol().isEmpty()) {
            parameters.setApplicationProtocols(List.of(secured.protocol()).toArray(String[]::new));
        }
        engine.setSSLParameters(parameters);
        return engine;
    }
}
