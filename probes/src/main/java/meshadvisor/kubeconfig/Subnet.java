package meshadvisor.kubeconfig;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address, or a range of them such as {@code 10.0.0.0/8}.
 *
 * @param bits length of the common beginning
 */
record Subnet(InetAddress address, int bits) {

    private static final Pattern NUMERIC = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-f]*:[0-9a-f:.]+");

    /** Empty for everything else, such as a name: no name is looked up. */
    static Optional<Subnet> of(String text) {
        String[] parts = text.split("/", 2);
        if (!NUMERIC.matcher(parts[0]).matches()) {
            return Optional.empty();
        }
        try {
            InetAddress address = InetAddress.getByName(parts[0]);
            int all = address.getAddress().length * Byte.SIZE;
            int bits = parts.length == 2 ? Integer.parseInt(parts[1]) : all;
            return Optional.of(new Subnet(address, bits)).filter(subnet -> bits >= 0 && bits <= all);
        } catch (UnknownHostException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    boolean contains(Subnet other) {
        return address.getAddress().length == other.address.getAddress().length && beginning(address).equals(beginning(other.address));
    }

    boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    private BigInteger beginning(InetAddress of) {
        return new BigInteger(1, of.getAddress()).shiftRight(of.getAddress().length * Byte.SIZE - bits);
    }
}
