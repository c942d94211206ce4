package meshadvisor.model;

import java.util.Map;

/**
 * What every definition of an object has.
 *
 * @param version the API version without the group, such as {@code v1beta1}
 * @param place where the document starts
 * @param digest of the content without comments and order of keys: equal digests are equal definitions
 */
public record Meta(ObjectKey key, String version, Place place, Map<String, Text> labels, Map<String, Text> annotations, long digest) {

    public Meta {
        labels = Copies.of(labels);
        annotations = Copies.of(annotations);
    }

    /** Two definitions seldom stand at one place, and metas are looked up often: labels and annotations would cost more than they tell apart. */
    @Override
    public int hashCode() {
        return 31 * place.hashCode() + key.hashCode();
    }

    /** The name of the object. */
    public String name() {
        return key.name();
    }

    /** The namespace as stated, else empty. */
    public String namespace() {
        return key.namespace();
    }

    /** The label of that name, else {@link Text#NONE}. */
    public Text label(String name) {
        return labels.getOrDefault(name, Text.NONE);
    }

    /** The annotation of that name, else {@link Text#NONE}. */
    public Text annotation(String name) {
        return annotations.getOrDefault(name, Text.NONE);
    }
}
