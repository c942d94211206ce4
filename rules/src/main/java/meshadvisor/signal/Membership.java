package meshadvisor.signal;

import java.util.List;

import meshadvisor.model.Container;
import meshadvisor.model.Evidence;
import meshadvisor.model.Text;

/**
 * Whether the pods of a workload take part in a mesh.
 *
 * @param mesh id of the vendor, empty for OUTSIDE
 * @param proxies containers of the manifest or of running pods that are proxies
 * @param proxyVersion {@link Text#NONE} where they do not tell
 */
record Membership(State state, String mesh, String variant, List<Container> proxies, Text proxyVersion, List<Evidence> evidence) {

    /** How a workload takes part. */
    enum State {
        /** The proxy stands in the manifest. */
        BAKED_IN,
        /** A proxy is or will be injected. */
        INJECTED,
        /** It takes part without a proxy of its own. */
        ENROLLED,
        /** It is told to stay out. */
        OPTED_OUT,
        /** Nothing says that it takes part. */
        OUTSIDE
    }

    /** Nothing says that the workload takes part. */
    static final Membership OUTSIDE = new Membership(State.OUTSIDE, "", "", List.of(), Text.NONE, List.of());

    /** Whether each pod has a proxy. */
    boolean sidecar() {
        return state == State.BAKED_IN || state == State.INJECTED;
    }

    /** Whether it takes part. */
    boolean meshed() {
        return sidecar() || state == State.ENROLLED;
    }

    /** Whether the proxy that was seen is a native sidecar. */
    boolean nativeSeen() {
        return proxies.stream().anyMatch(c -> c.role() == Container.Role.NATIVE_SIDECAR);
    }
}
