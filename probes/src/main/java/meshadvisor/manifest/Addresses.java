package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what may be addresses of services in the values of variables and arguments: {@code http://cart:8080/x}, {@code cart:8080},
 * {@code cart.shop.svc}, and {@code cart} alone if the variable or flag is called an address. Reads each text once.
 */
final class Addresses {

    /**
     * What may be an address.
     *
     * @param host in lower case
     * @param port 0 if none is written
     * @param clear whether nothing but an address is written so; else it may be an image with its tag, or a word
     */
    record Address(String host, int port, boolean clear) {}

    private static final int LONGEST = 2_000;
    private static final String BETWEEN = " \t\r\n\"'`,;()<>[]{}|&";
    /** In the singular; of addresses only the s is taken away. */
    private static final Set<String> ENDINGS = Set.of("HOST", "HOSTNAME", "ADDR", "ADDRESS", "ADDRESSE", "URL", "URI", "ENDPOINT",
            "SERVER", "SERVICE", "BROKER", "UPSTREAM");

    private final List<Address> found = new ArrayList<>();
    private boolean named;

    private Addresses(boolean named) {
        this.named = named;
    }

    /** The addresses in the value of a variable, or in what follows a flag. */
    static List<Address> in(String name, String value) {
        boolean named = isAddress(name);
        if (value.length() > LONGEST || !named && value.indexOf(':') < 0 && value.indexOf('.') < 0 && value.indexOf('=') < 0) {
            return List.of();
        }
        Addresses addresses = new Addresses(named);
        addresses.read(value);
        return addresses.found;
    }

    /** Whether the last word of a name means an address: {@code CART_ADDR}, {@code --cart-url}, {@code cartHost2}. */
    static boolean isAddress(String name) {
        int end = name.length();
        while (end > 0 && !Character.isLetter(name.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && end - from < 10 && Character.isLetter(name.charAt(from - 1))) {
            from--;
        }
        String word = name.substring(from, end).toUpperCase(Locale.ROOT);
        String singular = word.endsWith("S") && !word.endsWith("ESS") ? word.substring(0, word.length() - 1) : word;
        for (String ending : ENDINGS) {
            if (singular.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }

    private void read(String text) {
        int from = 0;
        boolean scheme = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            scheme |= c == ':' && text.startsWith("://", i);
            if (c == '=' && !scheme) {
                named = isAddress(text.substring(from, i));
                from = i + 1;
            } else if (BETWEEN.indexOf(c) >= 0) {
                token(text.substring(from, i));
                named = named && c == ',';
                scheme = false;
                from = i + 1;
            }
        }
    }

    private void token(String token) {
        int scheme = token.indexOf("://");
        String authority = end(scheme < 0 ? token : token.substring(scheme + 3), "/?#");
        String bare = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = bare.indexOf(':');
        String host = (colon < 0 ? bare : bare.substring(0, colon)).toLowerCase(Locale.ROOT);
        int port = colon < 0 ? 0 : number(bare.substring(colon + 1));
        boolean clear = scheme >= 0 || named || host.contains(".svc");
        if (isHost(host) && (clear && port >= 0 || port > 0)) {
            found.add(new Address(host, Math.max(port, 0), clear));
        }
    }

    private static String end(String text, String signs) {
        for (int i = 0; i < text.length(); i++) {
            if (signs.indexOf(text.charAt(i)) >= 0) {
                return text.substring(0, i);
            }
        }
        return text;
    }

    /** A port, -1 if it is none. */
    private static int number(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || i == 5) {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return text.isEmpty() || number > 65_535 ? -1 : number;
    }

    private static boolean isHost(String text) {
        if (text.isEmpty() || text.length() > 253 || !isAlphanumeric(text.charAt(0))) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isAlphanumeric(c) && c != '-' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isAlphanumeric(char c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }
}
