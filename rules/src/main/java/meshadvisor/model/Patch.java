package meshadvisor.model;

import java.util.List;
import java.util.Map;

/**
 * A change to an object that stands elsewhere: partial evidence, no object.
 *
 * @param kind of the target, empty if any
 * @param name of the target, empty if any
 * @param containers that it adds to the pod
 * @param annotations that it sets on the pod
 */
public record Patch(Place place, String kind, String namespace, String name, List<Container> containers, Map<String, Text> labels,
        Map<String, Text> annotations) {

    public Patch {
        containers = List.copyOf(containers);
        labels = Copies.of(labels);
        annotations = Copies.of(annotations);
    }
}
