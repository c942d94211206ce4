package meshadvisor.signal.code;

import java.util.Set;
import java.util.regex.Pattern;
import meshadvisor.model.PlainName;

/** Names of one thing in several spellings. */
final class Names {

    private static final Pattern VERSION = Pattern.compile("/v\\d+$");
    private static final Pattern KIND = Pattern.compile("(service|svc|server|deployment)$");
    /** Names that say nothing of which service it is. */
    private static final Set<String> ANY = Set.of("service", "services", "svc", "server", "api", "app", "apps", "web", "main", "source",
            "code", "backend", "frontend", "common", "shared", "core", "docker");
    private static final int SHORTEST = 4;

    private Names() {}

    /** Plain, and without a word for its kind at the end; a name that is nothing else stays. */
    static String bare(String name) {
        String plain = PlainName.of(name);
        String bare = KIND.matcher(plain).replaceAll("");
        return bare.isEmpty() ? plain : bare;
    }

    /** Whether they differ by a word for the kind alone: {@code cart-svc} and {@code cart-service}, {@code cart} and {@code cart-api}. */
    static boolean near(String one, String other) {
        String a = PlainName.of(one);
        String b = PlainName.of(other);
        return bare(one).equals(bare(other)) || a.equals(b + "api") || b.equals(a + "api") || a.equals(b + "app") || b.equals(a + "app");
    }

    /** Whether one ends with the other, which says enough by itself. */
    static boolean endsLike(String one, String other) {
        return one.length() >= SHORTEST && other.length() >= SHORTEST && !ANY.contains(one) && !ANY.contains(other)
                && (one.endsWith("-" + other) || other.endsWith("-" + one));
    }

    /** What stands last in the name of a module: {@code @shop/cart}, {@code example.org/shop/cart/v2}. */
    static String last(String name) {
        String unversioned = VERSION.matcher(name).replaceAll("");
        return unversioned.substring(unversioned.lastIndexOf('/') + 1);
    }
}
