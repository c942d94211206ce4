package meshadvisor.catalog;

import java.util.List;

/**
 * How a variant of a mesh learns what is spoken on a port.
 *
 * @param variant of the mesh
 * @param byName whether the name of a port tells it, not appProtocol alone
 * @param wantsDeclaration whether it loses something where nothing tells it
 * @param waits whether it waits for the first bytes of the client where nothing tells it
 * @param closed ports into which it does not look when nothing is said
 */
public record PortReading(String variant, boolean byName, boolean wantsDeclaration, boolean waits, List<Integer> closed, String source,
        String date) {

    public PortReading {
        Given.needed(variant, "variant");
        closed = Given.list(closed);
        Given.needed(source, "source");
        Given.needed(date, "date");
    }
}
