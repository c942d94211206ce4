package meshadvisor.model;

import java.util.Comparator;

/**
 * What makes an object the same object: the API version is no part of it.
 *
 * @param namespace empty where the manifest states none or the kind has none
 */
public record ObjectKey(String group, String kind, String namespace, String name) implements Comparable<ObjectKey> {

    private static final Comparator<ObjectKey> ORDER = Comparator.comparing(ObjectKey::kind).thenComparing(ObjectKey::namespace)
            .thenComparing(ObjectKey::name).thenComparing(ObjectKey::group);

    @Override
    public int compareTo(ObjectKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code Deployment shop/cart}, or {@code Deployment cart} where no namespace is stated. */
    @Override
    public String toString() {
        return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
    }
}
