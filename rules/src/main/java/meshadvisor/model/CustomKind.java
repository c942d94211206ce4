package meshadvisor.model;

import java.util.List;

/**
 * A kind that a CustomResourceDefinition adds.
 *
 * @param versions that are served
 * @param bundle version of the bundle that it came with, as the Gateway API notes it, else empty
 * @param channel of that bundle, such as {@code standard}, else empty
 */
public record CustomKind(String group, String kind, List<String> versions, String bundle, String channel, Place place) {
    public CustomKind {
        versions = List.copyOf(versions);
    }
}
