package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import meshadvisor.model.Gap;

/** Suspects that one system was scanned several times, once for each environment: then every service is counted as often. */
public final class Environments {

    /** Fewer services in common may well be different systems that share some names. */
    private static final int LEAST = 3;

    private Environments() {}

    /** A gap if two namespaces hold mostly services of the same names. */
    public static Optional<Gap> suspected(World world) {
        SortedMap<String, Set<String>> names = new TreeMap<>();
        world.applications().counted().forEach(a -> names.computeIfAbsent(a.namespace(), k -> new TreeSet<>()).add(a.name()));
        List<String> namespaces = new ArrayList<>(names.keySet());
        for (int i = 0; i < namespaces.size(); i++) {
            for (int j = i + 1; j < namespaces.size(); j++) {
                Set<String> both = new TreeSet<>(names.getOrDefault(namespaces.get(i), Set.of()));
                int smaller = Math.min(both.size(), names.getOrDefault(namespaces.get(j), Set.of()).size());
                both.retainAll(names.getOrDefault(namespaces.get(j), Set.of()));
                if (both.size() >= LEAST && both.size() * 2 > smaller) {
                    return Optional.of(gap(namespaces.get(i), namespaces.get(j), both.size()));
                }
            }
        }
        return Optional.empty();
    }

    private static Gap gap(String one, String other, int both) {
        return Gap.of("several-environments",
                "whether the namespaces " + shown(one) + " and " + shown(other) + " are two environments of one system",
                both + " services have the same names in both, and each was counted twice",
                "assess one of them: add -n " + (one.isEmpty() ? other : one));
    }

    private static String shown(String namespace) {
        return namespace.isEmpty() ? "(none stated)" : namespace;
    }
}
