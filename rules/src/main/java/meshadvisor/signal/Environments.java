package meshadvisor.signal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import meshadvisor.model.Gap;

/** Suspects that one system was scanned several times, once for each environment: then every service is counted as often. */
public final class Environments {

    /** Fewer services in common may well be different systems that share some names. */
    private static final int LEAST = 3;

    /** Of the gap that says so. */
    public static final String GAP = "several-environments";

    private Environments() {}

    /** A gap if two namespaces hold mostly services of the same names. */
    public static Optional<Gap> suspected(World world) {
        SortedMap<String, Set<String>> names = new TreeMap<>();
        Map<String, SortedSet<String>> holders = new HashMap<>();
        world.applications().counted().forEach(a -> {
            names.computeIfAbsent(a.namespace(), k -> new TreeSet<>()).add(a.name());
            holders.computeIfAbsent(a.name(), k -> new TreeSet<>()).add(a.namespace());
        });
        for (Map.Entry<String, Set<String>> one : names.entrySet()) {
            SortedMap<String, Integer> shared = new TreeMap<>();
            one.getValue().forEach(name -> holders.getOrDefault(name, new TreeSet<>()).tailSet(one.getKey() + "\0")
                    .forEach(other -> shared.merge(other, 1, Integer::sum)));
            for (Map.Entry<String, Integer> other : shared.entrySet()) {
                int smaller = Math.min(one.getValue().size(), names.getOrDefault(other.getKey(), Set.of()).size());
                if (other.getValue() >= LEAST && other.getValue() * 2 > smaller) {
                    return Optional.of(gap(one.getKey(), other.getKey(), other.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    private static Gap gap(String one, String other, int both) {
        return Gap.of(GAP,
                "whether the namespaces " + shown(one) + " and " + shown(other) + " are two environments of one system",
                both + " services have the same names in the namespaces " + shown(one) + " and " + shown(other)
                        + ", and each was counted twice",
                "assess one of them: add -n " + (one.isEmpty() ? other : one));
    }

    private static String shown(String namespace) {
        return namespace.isEmpty() ? "(none stated)" : namespace;
    }
}
