package meshadvisor.catalog;

import java.util.List;

/**
 * A protocol that services speak.
 *
 * @param first who says the first word on a new connection
 * @param schemes that begin its addresses, beside the id
 * @param declared words by which a port says it
 * @param ports on which it is served by images
 * @param images names of images that serve it, {@code *} for any text
 * @param source of who speaks first
 * @param date when that was read, {@code yyyy-mm}
 */
public record Protocol(String id, String name, First first, List<String> schemes, List<String> declared, List<Integer> ports,
        List<String> images, String source, String date) {

    /** Who speaks first. */
    public enum First {
        CLIENT, SERVER,
        /** Nobody but the program knows. */
        OPEN
    }

    public Protocol {
        Given.needed(id, "id");
        Given.needed(name, "name");
        Given.needed(first, "first");
        schemes = Given.list(schemes);
        declared = Given.list(declared);
        ports = Given.list(ports);
        images = Given.list(images);
        Given.needed(source, "source");
        Given.needed(date, "date");
    }

    /** All that are known. */
    public static List<Protocol> all(Library library) {
        return library.readList("protocols.yaml", "protocols", Protocol.class);
    }

    /** Whether an address that begins so speaks it. */
    public boolean begins(String scheme) {
        return id.equals(scheme) || schemes.contains(scheme);
    }
}
