package meshadvisor.manifest;

import java.util.regex.Pattern;
import meshadvisor.model.Patch;
import meshadvisor.model.Workload;
import meshadvisor.tree.Node;

/**
 * The objects that a patch of a kustomization changes; empty parts for any. Kustomize takes names as regular expressions; of these only
 * alternatives and {@code .*} are understood, so that no input can make the match slow.
 */
record Target(String kind, String namespace, String name, LabelSelector labels) {

    /** The patch says itself what it changes. */
    static final Target ANY = new Target("", "", "", LabelSelector.ALL);

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9.-]*");

    static Target of(Node node) {
        return new Target(node.get("kind").text(), node.get("namespace").text(), node.get("name").text(),
                LabelSelector.parse(node.get("labelSelector").text()).orElse(LabelSelector.NOTHING));
    }

    boolean isGiven() {
        return !equals(ANY);
    }

    /** Whether it means one object only, that of the name. */
    boolean isOne() {
        return !kind.isEmpty() && !name.isEmpty() && PLAIN.matcher(name).matches() && labels.equals(LabelSelector.ALL);
    }

    boolean matches(Workload workload) {
        return (kind.isEmpty() || matches(kind, workload.kind())) && (name.isEmpty() || matches(name, workload.meta().name()))
                && (namespace.isEmpty() || workload.meta().namespace().isEmpty() || matches(namespace, workload.meta().namespace()))
                && labels.matches(workload.meta().labels());
    }

    private static boolean matches(String pattern, String name) {
        for (String alternative : bare(pattern).split("\\|", -1)) {
            if (matchesOne(alternative, name)) {
                return true;
            }
        }
        return false;
    }

    private static String bare(String pattern) {
        String bare = pattern.startsWith("^") ? pattern.substring(1) : pattern;
        bare = bare.endsWith("$") ? bare.substring(0, bare.length() - 1) : bare;
        return bare.startsWith("(") && bare.endsWith(")") ? bare.substring(1, bare.length() - 1) : bare;
    }

    /** Every part between two {@code .*} must come after the one before it; the first that fits leaves the most room for the others. */
    private static boolean matchesOne(String pattern, String name) {
        String[] parts = pattern.split("\\.\\*", -1);
        String last = parts[parts.length - 1];
        if (parts.length == 1) {
            return pattern.equals(name);
        }
        if (!name.startsWith(parts[0])) {
            return false;
        }
        int at = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = name.indexOf(parts[i], at);
            if (found < 0) {
                return false;
            }
            at = found + parts[i].length();
        }
        return name.length() >= at + last.length() && name.endsWith(last);
    }

    /** The patch as it holds for the object that this target names. */
    Patch aim(Patch patch) {
        return aimed(patch, kind, name);
    }

    /** The patch as it holds for a workload that this target matches. */
    Patch aim(Patch patch, Workload workload) {
        return aimed(patch, workload.kind(), workload.meta().name());
    }

    private Patch aimed(Patch patch, String newKind, String newName) {
        return new Patch(patch.place(), newKind, namespace, newName, patch.containers(), patch.labels(), patch.annotations());
    }
}
