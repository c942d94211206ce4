package meshadvisor.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** Calls of which both ends have moved, and one of them just now. */
    List<Map<String, Object>> switching() {
        Set<Ground.End> now = ends(here.stream());
        Set<Ground.End> moved = moved();
        Map<Ground.End, Set<String>> called = new LinkedHashMap<>();
        ground.calls().stream().filter(c -> moved.contains(c.from()) && moved.contains(c.to()))
                .filter(c -> now.contains(c.from()) || now.contains(c.to()))
                .forEach(c -> called.computeIfAbsent(c.from(), k -> new TreeSet<>()).add(c.to().name()));
        List<Map<String, Object>> all = new ArrayList<>();
        called.forEach((from, to) -> all.add(Map.of("namespace", ground.namespace(from.namespace()), "service", from.name(), "called",
                String.join(", ", to))));
        return all;
    }

    /** Services of which every known caller has moved, one of them or they themselves just now. */
    List<Application> closing() {
        Set<Ground.End> now = ends(here.stream());
        Set<Ground.End> moved = moved();
        return Stream.concat(here.stream(), before.stream()).filter(a -> {
            Ground.End me = Ground.End.of(a);
            Set<Ground.End> ends = ground.callers(me);
            return moved.containsAll(ends) && (now.contains(me) || ends.stream().anyMatch(now::contains));
        }).toList();
    }

    private Set<Ground.End> moved() {
        return ends(Stream.concat(here.stream(), before.stream()));
    }

    private static Set<Ground.End> ends(Stream<Application> applications) {
        return applications.map(Ground.End::of).collect(Collectors.toSet());
    }
}
