package meshadvisor.load.drive;

import java.io.IOException;

/** The name of a host is not known, so there is nothing to connect to. Carries no stack: it is an event of a run, not a bug. */
final class UnknownAddress extends IOException {

    private static final long serialVersionUID = 1;

    UnknownAddress(String host) {
        super("no address is known for " + host);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
