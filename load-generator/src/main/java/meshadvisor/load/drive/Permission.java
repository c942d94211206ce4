package meshadvisor.load.drive;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who may be loaded: this machine itself and link-local addresses always, others only if they are named. Load on a host that nobody
 * agreed to is an attack.
 *
 * @param hosts names or addresses that the user may load, as they stand in targets
 */
public record Permission(Set<String> hosts) {

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
                .map(address -> host + " is " + address.getHostAddress()
                        + ", which is neither loopback nor link-local; if you may load it, say --i-may-load " + host);
    }

    private static boolean harmless(InetAddress address) {
        return address.isLoopbackAddress() || address.isLinkLocalAddress();
    }

    private static String plain(String host) {
        var name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|]$", "");
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
