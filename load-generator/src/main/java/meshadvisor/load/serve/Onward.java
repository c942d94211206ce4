package meshadvisor.load.serve;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;

/**
 * Whom each request calls before it is answered.
 *
 * @param next all called at the same time
 * @param fanOut how many times each of them is called, at the same time
 * @param version of HTTP in which they are called
 */
public record Onward(List<Place> next, int fanOut, Version version) {

    /** Nobody. */
    public static final Onward NOWHERE = new Onward(List.of(), 1, Version.HTTP_1);

    public Onward {
        next = List.copyOf(next);
    }

    /**
     * A place to call.
     *
     * @param url of scheme http
     * @param address where its host is: looked up once, since another answer later might lead to somebody who may not be called
     */
    public record Place(URI url, InetSocketAddress address) {}

    /** How a call onward is written. */
    public enum Version {
        /** HTTP/1.1, one call at a time on a connection. */
        HTTP_1,
        /** HTTP/2 with prior knowledge, many at a time on one connection. */
        HTTP_2
    }
}
