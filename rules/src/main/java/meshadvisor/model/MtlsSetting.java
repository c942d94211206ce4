package meshadvisor.model;

import java.util.Map;

/**
 * What a mesh is told to accept: only mutual TLS, or plaintext too.
 *
 * @param by id of the mesh vendor
 * @param scope how far it reaches; {@link Scope#MESH} where it stands in the mesh's root namespace without a selector
 * @param ports whether single ports take plaintext although the rest does not
 */
public record MtlsSetting(Meta meta, String by, Scope scope, Mode mode, Map<String, String> selector, boolean ports, Place place) {

    /** How far a setting reaches. */
    public enum Scope {
        MESH, NAMESPACE, WORKLOAD
    }

    /** What is accepted. */
    public enum Mode {
        STRICT, PERMISSIVE, DISABLE, UNSET
    }

    public MtlsSetting {
        selector = Copies.of(selector);
    }
}
