package meshadvisor.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Things by name and namespace, where a namespace that is not stated may be any. */
public final class ByName<T> {

    private final Map<String, Map<String, List<T>>> things = new HashMap<>();

    /** Adds a thing; an empty namespace is one that is not stated. */
    public void add(String name, String namespace, T thing) {
        things.computeIfAbsent(name, k -> new LinkedHashMap<>()).computeIfAbsent(namespace, k -> new ArrayList<>(1)).add(thing);
    }

    /** Things of that name that may be in that namespace: all of them for none, else its own and then those that state none. */
    public List<T> near(String name, String namespace) {
        Map<String, List<T>> named = things.getOrDefault(name, Map.of());
        if (namespace.isEmpty()) {
            return named.values().stream().flatMap(List::stream).toList();
        }
        List<T> own = named.getOrDefault(namespace, List.of());
        List<T> anywhere = named.getOrDefault("", List.of());
        if (anywhere.isEmpty() || own.isEmpty()) {
            return own.isEmpty() ? anywhere : own;
        }
        List<T> both = new ArrayList<>(own);
        both.addAll(anywhere);
        return both;
    }
}
