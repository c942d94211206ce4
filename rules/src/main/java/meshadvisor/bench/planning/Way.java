package meshadvisor.bench.planning;

import meshadvisor.bench.Scene.Presence;
import meshadvisor.bench.Variant;

/**
 * A variant as it is run here.
 *
 * @param there its version and revision in this cluster
 * @param serviceTime what the servers add on purpose; {@code 0ms} for all but those that test the method
 */
record Way(Variant variant, Presence.There there, String serviceTime) {

    static final String NO_TIME = "0ms";

    String id() {
        return variant.id();
    }

    /** Whether generator and servers encrypt themselves. */
    boolean ownTls() {
        return variant.tls() == Variant.Tls.APPLICATION;
    }
}
