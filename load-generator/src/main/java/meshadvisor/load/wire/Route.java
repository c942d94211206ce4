package meshadvisor.load.wire;

import java.util.List;

/**
 * What a request asks for: everything but its size, so that its bytes can be prepared once.
 *
 * @param scheme "http" or "https" (raw TCP: "tcp")
 * @param authority host, and port if it is not the scheme's own
 * @param path with the query, at least "/"
 * @param headers beside those that the protocol itself needs
 */
public record Route(String scheme, String authority, String method, String path, List<Header> headers) {

    public Route {
        headers = List.copyOf(headers);
    }

    public record Header(String name, String value) {}
}
