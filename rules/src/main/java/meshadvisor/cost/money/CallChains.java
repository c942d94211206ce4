package meshadvisor.cost.money;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import meshadvisor.model.Edge;
import meshadvisor.model.Observed;
import meshadvisor.signal.Application;
import meshadvisor.signal.World;

/** Which service calls which, and how far that goes. */
final class CallChains {

    /** Longer chains are no longer searched for in full: the number of ways grows too fast. */
    private static final int STEPS = 20_000;

    private final Map<String, Set<String>> calls = new TreeMap<>();
    private final List<Observed.Path> paths;
    private int steps;

    CallChains(World world) {
        Map<String, String> names = new TreeMap<>();
        for (Application application : world.applications().counted()) {
            names.put(application.name(), application.name());
            application.services().forEach(s -> names.put(s.meta().name(), application.name()));
            application.workloads().forEach(w -> names.put(w.meta().name(), application.name()));
        }
        for (Edge edge : world.calls()) {
            String from = names.get(edge.from().name());
            String to = names.get(edge.to().split("\\.", -1)[0]);
            if (from != null && to != null && !from.equals(to)) {
                calls.computeIfAbsent(from, k -> new TreeSet<>()).add(to);
            }
        }
        paths = world.snapshot().observed().chains().paths();
    }

    /** The longest chain from that service on, itself first; of traces where they show a longer one. */
    List<String> longest(String service) {
        steps = 0;
        List<String> best = longest(service, new LinkedHashSet<>());
        for (Observed.Path path : paths) {
            int at = path.services().indexOf(service);
            if (at >= 0 && path.services().size() - at > best.size()) {
                best = path.services().subList(at, path.services().size());
            }
        }
        return List.copyOf(best);
    }

    private List<String> longest(String service, Set<String> above) {
        List<String> best = List.of();
        above.add(service);
        for (String next : calls.getOrDefault(service, Set.of())) {
            if (!above.contains(next) && steps++ < STEPS) {
                List<String> way = longest(next, above);
                if (way.size() > best.size()) {
                    best = way;
                }
            }
        }
        above.remove(service);
        List<String> chain = new ArrayList<>();
        chain.add(service);
        chain.addAll(best);
        return chain;
    }
}
