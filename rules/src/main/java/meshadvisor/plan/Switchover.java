package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.signal.Application;

/**
 * Which calls and ports a wave can change, where both ends of a call have to move first.
 *
 * @param here who moves now
 * @param before who has moved before
 */
record Switchover(Ground ground, List<Application> here, List<Application> before) {

    /** Calls of which both ends have moved, and one of them just now; what has a port for TLS already is told apart. */
    List<Map<String, Object>> switching() {
        Set<Ground.End> now = ends(here.stream());
        Set<Ground.End> moved = moved();
        Set<Ground.End> encrypted = ends(Stream.concat(here.stream(), before.stream()).filter(Holes::encrypted));
        Map<Ground.End, Map<String, Set<String>>> called = new LinkedHashMap<>();
        ground.calls().stream().filter(c -> moved.contains(c.from()) && moved.contains(c.to()))
                .filter(c -> now.contains(c.from()) || now.contains(c.to()))
                .forEach(c -> called.computeIfAbsent(c.from(), k -> new TreeMap<>())
                        .computeIfAbsent(encrypted.contains(c.to()) ? "called-tls" : "called", k -> new TreeSet<>()).add(c.to().name()));
        List<Map<String, Object>> all = new ArrayList<>();
        called.forEach((from, to) -> {
            Map<String, Object> one = new LinkedHashMap<>(
                    Map.of("namespace", ground.namespace(from.namespace()), "service", from.name()));
            to.forEach((how, names) -> one.put(how, String.join(", ", names)));
            one.put("callees", to.values().stream().flatMap(Set::stream).sorted().collect(Collectors.joining(", ")));
            all.add(one);
        });
        return all;
    }

    /** Services of which a caller is known and every known one has moved, one of them or they themselves just now; what enters moves with them. */
    List<Application> closing() {
        Set<Ground.End> now = ends(here.stream());
        Set<Ground.End> moved = moved();
        return Stream.concat(here.stream(), before.stream()).filter(a -> {
            Ground.End me = Ground.End.of(a);
            Set<Ground.End> ends = ground.callers(me);
            boolean known = !ends.isEmpty() || !new Entrances(ground).of(a).isEmpty();
            return known && moved.containsAll(ends) && (now.contains(me) || ends.stream().anyMatch(now::contains));
        }).toList();
    }

    /** Services to which nothing leads that was seen: nobody can say that all callers have moved. */
    List<Application> unseen() {
        return here.stream().filter(a -> ground.callers(Ground.End.of(a)).isEmpty() && new Entrances(ground).of(a).isEmpty()).toList();
    }

    /** Services that a known caller still reaches in the old way. */
    List<Map<String, Object>> waiting() {
        Set<Ground.End> moved = moved();
        return here.stream().flatMap(a -> one(a, "waits-for", ground.callers(Ground.End.of(a)).stream().filter(e -> !moved.contains(e))))
                .toList();
    }

    /** Services whose calls reach something that is no service of the plan. */
    List<Map<String, Object>> staying() {
        Set<Ground.End> counted = ends(ground.world().applications().counted().stream());
        return here.stream().flatMap(a -> one(a, "called", ground.callees(Ground.End.of(a)).stream().filter(e -> !counted.contains(e))))
                .toList();
    }

    private Stream<Map<String, Object>> one(Application application, String name, Stream<Ground.End> ends) {
        String names = ends.map(Ground.End::name).distinct().sorted().collect(Collectors.joining(", "));
        return names.isEmpty() ? Stream.of() : Stream.of(Map.of("namespace", ground.namespace(application.namespace()), "service",
                application.name(), name, names));
    }

    private Set<Ground.End> moved() {
        return ends(Stream.concat(here.stream(), before.stream()));
    }

    private static Set<Ground.End> ends(Stream<Application> applications) {
        return applications.map(Ground.End::of).collect(Collectors.toSet());
    }
}
