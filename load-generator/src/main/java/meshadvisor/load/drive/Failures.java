package meshadvisor.load.drive;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import javax.net.ssl.SSLException;
import meshadvisor.load.wire.Failure;

/** What exceptions of sockets mean. */
final class Failures {

    private Failures() {}

    static Failure of(IOException thrown) {
        return switch (thrown) {
            case UnknownAddress unknown -> Failure.DNS;
            case SSLException tls -> Failure.TLS;
            // The JDK tells a timeout of the system and a refusal by the same class.
            case ConnectException failed -> String.valueOf(failed.getMessage()).contains("refused") ? Failure.REFUSED : Failure.UNREACHABLE;
            case NoRouteToHostException away -> Failure.UNREACHABLE;
            default -> Failure.RESET;
        };
    }
}
