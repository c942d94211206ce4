package meshadvisor.signal;

import java.util.Optional;

import meshadvisor.model.ObjectKey;

/** Host names of Services: {@code cart}, {@code cart.shop}, {@code cart.shop.svc}, {@code cart.shop.svc.cluster.local}. */
public final class Hosts {

    /**
     * A host taken apart.
     *
     * @param namespace empty where the host does not name one
     */
    public record Parts(String name, String namespace) {}

    private Hosts() {}

    /** The Service that a host could mean; empty for hosts that are surely something else. */
    public static Optional<Parts> parts(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (plain.isEmpty() || plain.contains("*") || plain.contains("/") || plain.contains(":")) {
            return Optional.empty();
        }
        if (plain.indexOf('.') < 0) {
            return Optional.of(new Parts(plain, ""));
        }
        String[] labels = plain.split("\\.", -1);
        boolean full = labels.length == 2 || labels.length >= 3 && labels[2].equals("svc");
        return full ? Optional.of(new Parts(labels[0], labels[1])) : Optional.empty();
    }

    /** What stands before the first dot: the name of the Service, if the host means one. */
    public static String firstLabel(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }

    /** Whether a host, used in a namespace, means that Service. */
    public static boolean names(String host, String usedIn, ObjectKey service) {
        return parts(host).filter(p -> p.name().equals(service.name())
                && World.near(p.namespace().isEmpty() ? usedIn : p.namespace(), service.namespace())).isPresent();
    }
}
