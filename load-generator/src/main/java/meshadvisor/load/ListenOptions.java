package meshadvisor.load;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where a server listens. */
final class ListenOptions {

    @Option(names = "--listen", paramLabel = "ADDRESS", description = "Where to listen (${DEFAULT-VALUE}).")
    String address = "127.0.0.1";

    @Option(names = "--port", paramLabel = "PORT", description = "The port to listen on; 0 takes any that is free. Required.")
    @Nullable
    String port;

    /** Reads where. */
    InetSocketAddress read(Mistakes mistakes) {
        mistakes.unless(port != null, "--port is missing; --port 0 takes any that is free");
        int number = port == null ? 0 : (int) mistakes.number("--port", port, 0, 65_535);
        try {
            return new InetSocketAddress(InetAddress.getByName(address), number);
        } catch (UnknownHostException e) {
            mistakes.unless(false, "--listen: \"" + address + "\" is no address of this machine");
            return new InetSocketAddress(number);
        }
    }

    /** An address as it is written in a URL. */
    static String written(InetSocketAddress address) {
        var host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
