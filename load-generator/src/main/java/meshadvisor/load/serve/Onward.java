package meshadvisor.load.serve;

import java.net.URI;
import java.util.List;

/**
 * Whom each request calls before it is answered.
 *
 * @param next of scheme http, all called at the same time
 * @param fanOut how many times each of them is called, at the same time
 */
public record Onward(List<URI> next, int fanOut) {

    /** Nobody. */
    public static final Onward NOWHERE = new Onward(List.of(), 1);

    public Onward {
        next = List.copyOf(next);
    }
}
