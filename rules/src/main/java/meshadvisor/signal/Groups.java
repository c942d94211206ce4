package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import meshadvisor.model.ObjectKey;

/** Services that lead to the same program, found by joining pairs (union-find). */
final class Groups {

    private final Map<ObjectKey, ObjectKey> parents = new LinkedHashMap<>();
    private final Map<Object, ObjectKey> firsts = new HashMap<>();

    /** Takes a Service in. */
    void add(ObjectKey service) {
        parents.putIfAbsent(service, service);
    }

    /** Takes a Service in and joins it with every other that has the same thing. */
    void add(ObjectKey service, Object thing) {
        add(service);
        ObjectKey first = firsts.putIfAbsent(thing, service);
        if (first != null) {
            parents.put(root(service), root(first));
        }
    }

    /** The way up is halved as it is gone, so that no chain grows long. */
    private ObjectKey root(ObjectKey key) {
        ObjectKey at = key;
        for (ObjectKey up = parents.getOrDefault(at, at); !up.equals(at); up = parents.getOrDefault(at, at)) {
            parents.put(at, parents.getOrDefault(up, up));
            at = up;
        }
        return at;
    }

    /** The groups, in the order in which their first Services came. */
    List<List<ObjectKey>> all() {
        Map<ObjectKey, List<ObjectKey>> byRoot = new LinkedHashMap<>();
        parents.keySet().forEach(s -> byRoot.computeIfAbsent(root(s), k -> new ArrayList<>()).add(s));
        return List.copyOf(byRoot.values());
    }
}
