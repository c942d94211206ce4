package meshadvisor.load.serve;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import meshadvisor.load.net.Link;

/** The socket to which clients connect. */
final class Listener implements Watched {

    private final Loop loop;
    private final ServerSocketChannel socket;
    private final SelectionKey key;

    Listener(Loop loop, ServerSocketChannel socket) throws IOException {
        this.loop = loop;
        this.socket = socket;
        socket.configureBlocking(false);
        key = socket.register(loop.selector(), SelectionKey.OP_ACCEPT, this);
    }

    @Override
    public void ready(SelectionKey ready) {
        try {
            for (SocketChannel accepted = socket.accept(); accepted != null; accepted = socket.accept()) {
                welcome(accepted);
            }
        } catch (IOException e) {
            key.interestOps(0); // no more files for this process: waits until some are closed
        }
    }

    /** Accepts again, in case it had to stop. */
    void resume() {
        if (key.isValid() && key.interestOps() == 0) {
            key.interestOps(SelectionKey.OP_ACCEPT);
        }
    }

    void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // Closed anyway.
        }
    }

    private void welcome(SocketChannel accepted) throws IOException {
        Connections connections = loop.connections();
        if (connections.isFull()) {
            refuse(accepted);
            return;
        }
        try {
            Link link = connections.link();
            accepted.configureBlocking(false);
            accepted.setOption(StandardSocketOptions.TCP_NODELAY, true);
            open(link, accepted);
            SelectionKey watched = accepted.register(loop.selector(), SelectionKey.OP_READ);
            Connection connection = new Connection(loop, link, watched);
            watched.attach(connection);
            connections.add(connection);
            loop.counts().accepted();
        } catch (OutOfMemoryError e) { // of memory outside the heap, in which buffers lie: there is none for this one
            connections.lowerBound();
            refuse(accepted);
        }
    }

    private void refuse(SocketChannel accepted) throws IOException {
        loop.counts().refused();
        accepted.close();
    }

    private void open(Link link, SocketChannel accepted) {
        loop.offer().tls().ifPresentOrElse(tls -> link.open(accepted, engine(tls)), () -> link.open(accepted));
    }

    private SSLEngine engine(Offer.Security tls) {
        SSLEngine engine = tls.context().createSSLEngine();
        engine.setUseClientMode(false);
        engine.setNeedClientAuth(tls.clients() == Offer.Clients.CERTIFIED);
        var parameters = engine.getSSLParameters();
        parameters.setApplicationProtocols(loop.offer().spoken().names());
        engine.setSSLParameters(parameters);
        return engine;
    }
}
