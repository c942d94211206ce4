package meshadvisor.load.net;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Who may be loaded: this machine itself and link-local addresses always, others only if they are named. Load on a host that nobody
 * agreed to is an attack. Link-local addresses at which a platform keeps services of its own (metadata, credentials, the cache of
 * DNS of a node) are shared by everybody on the machine, and count as others.
 *
 * @param hosts names or addresses that the user may load, as they stand in targets
 */
public record Permission(Set<String> hosts) {

    /** Metadata, time and DNS of clouds (169.254.169.254), credentials of pods and tasks (169.254.170.2 and .23). */
    private static final Set<Integer> PLATFORM = Set.of(169, 170);
    /** The cache of DNS of a Kubernetes node. */
    private static final List<Integer> NODE_DNS = List.of(20, 10);
    /** Metadata of clouds over IPv6: fe80::a9fe:a9fe, which is 169.254.169.254 written into a link-local address. */
    private static final List<Integer> METADATA = List.of(169, 254, 169, 254);

    public Permission {
        hosts = hosts.stream().map(Permission::plain).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Says why a host may not be loaded.
     *
     * @param addresses all that its name stands for; none if it is not known, which does no harm
     */
    public Optional<String> refusal(String host, List<InetAddress> addresses) {
        if (hosts.contains(plain(host))) {
            return Optional.empty();
        }
        return addresses.stream().filter(address -> !harmless(address)).findFirst()
                .map(address -> host + " is " + address.getHostAddress() + ", which is "
                        + (address.isLinkLocalAddress() ? "a service of the platform" : "neither loopback nor link-local")
                        + "; if you may load it, say --i-may-load " + host);
    }

    private static boolean harmless(InetAddress address) {
        return address.isLoopbackAddress() || address.isLinkLocalAddress() && !ofPlatform(address.getAddress());
    }

    private static boolean ofPlatform(byte[] linkLocal) {
        int end = linkLocal.length;
        var last = IntStream.range(end - 4, end).map(at -> linkLocal[at] & 0xff).boxed().toList();
        return end == 4 ? PLATFORM.contains(last.get(2)) || last.subList(2, 4).equals(NODE_DNS) : last.equals(METADATA);
    }

    private static String plain(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
