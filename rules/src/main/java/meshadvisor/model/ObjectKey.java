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

    /** By hand, as the hash code is: keys are looked up more often than anything else, and what Java makes for records is slow until it is compiled well. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof ObjectKey key && name.equals(key.name) && namespace.equals(key.namespace)
                && kind.equals(key.kind) && group.equals(key.group);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * name.hashCode() + namespace.hashCode()) + kind.hashCode()) + group.hashCode();
    }

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
