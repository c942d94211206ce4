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

    /** Whether it says enough by itself to be the end of a longer name. */
    static boolean telling(String name) {
        return name.length() >= SHORTEST && !ANY.contains(name);
    }

    /** What stands last in the name of a module: {@code @shop/cart}, {@code example.org/shop/cart/v2}. */
    static String last(String name) {
        String unversioned = VERSION.matcher(name).replaceAll("");
        return unversioned.substring(unversioned.lastIndexOf('/') + 1);
    }
}
