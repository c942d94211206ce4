package meshadvisor.load;

import java.io.PrintWriter;
import meshadvisor.load.serve.Server;

/** A server that tells at its end, once, what it has done: whether it ends by itself or the process is told to. */
final class Serving implements Runnable {

    private final Server server;
    private final PrintWriter err;
    private boolean told;

    Serving(Server server, PrintWriter err) {
        this.server = server;
        this.err = err;
    }

    /** Ends it. Whoever comes second waits until all is told, or the process would be gone before. */
    @Override
    public synchronized void run() {
        server.close();
        if (!told) {
            told = true;
            err.println(server.tally().json());
            err.flush();
        }
    }
}
