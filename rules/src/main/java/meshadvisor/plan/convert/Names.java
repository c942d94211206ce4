package meshadvisor.plan.convert;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of objects that are made: as close to what they are made of as an API server takes them, and each only once in its namespace. */
final class Names {

    private static final int LABEL = 63;
    private static final int SUFFIX = 9;

    private final Set<String> taken = new HashSet<>();

    /** Takes a name out of the game. */
    void take(String kind, String namespace, String name) {
        taken.add(kind + " " + namespace + " " + name);
    }

    /** A name of a kind in a namespace that nothing else has. */
    String fresh(String kind, String namespace, String wanted) {
        String name = label(wanted, kind.equals("Service"));
        for (int i = 2; !taken.add(kind + " " + namespace + " " + name); i++) {
            name = label(wanted + "-" + i, kind.equals("Service"));
        }
        return name;
    }

    /** What an object is called whose name is that of a host: its first label; the name itself for others. */
    static String firstLabel(String name) {
        int service = name.indexOf(".svc");
        return service < 0 ? name : name.substring(0, name.indexOf('.'));
    }

    /** The text as a name; where letters had to go, its hash follows, so that two of them stay two. A Service begins with a letter and has no dots. */
    static String label(String text, boolean service) {
        String small = text.toLowerCase(Locale.ROOT);
        String plain =
                (service ? small.replaceAll("[^a-z0-9-]", "-") : small.replaceAll("[^a-z0-9.-]", "-").replaceAll("[.-]*\\.[.-]*", "."))
                        .replaceAll("^[.-]+|[.-]+$", "");
        boolean begins = !plain.isEmpty() && (!service || Character.isLetter(plain.charAt(0)));
        String name = begins ? plain : "x-" + plain;
        if (name.equals(text) && name.length() <= LABEL) {
            return name;
        }
        String cut = name.substring(0, Math.min(name.length(), LABEL - SUFFIX)).replaceAll("[.-]+$", "");
        return cut + "-" + String.format(Locale.ROOT, "%08x", text.hashCode());
    }
}
