package meshadvisor.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Workload;
import meshadvisor.plan.book.Journey;
import meshadvisor.plan.book.PathPattern;
import meshadvisor.plan.book.Weight;
import meshadvisor.signal.Application;

/** Who moves, and when: the least risk and the most benefit first, then in waves that double. */
final class Moving {

    private static final String NAMESPACE = "namespace";
    private static final String SERVICE = "service";
    private static final Comparator<Target> ORDER = Comparator.comparingDouble(Target::score).reversed().thenComparing(Target::name);

    private final Ground ground;
    private final PathPattern path;
    private final List<Weight> weights;
    private final Journey journey;
    private final String unit;

    Moving(Ground ground, PathPattern path, Journey journey, List<Weight> weights) {
        this.ground = ground;
        this.path = path;
        this.weights = weights;
        this.journey = journey;
        this.unit = ground.namespaces().size() > 1 ? path.unit() : path.single();
    }

    /** What moves: namespaces, services, or nothing in particular. */
    String unit() {
        return unit;
    }

    /** The waves, the first one first. */
    List<List<Target>> waves() {
        List<Target> sorted = targets().stream().sorted(ORDER).toList();
        List<List<Target>> waves = new ArrayList<>();
        int from = 0;
        int size = 1;
        while (from < sorted.size()) {
            int to = Math.min(sorted.size(), from + size);
            waves.add(sorted.subList(from, to));
            size = waves.size() == 1 ? 1 : size * 2;
            from = to;
        }
        return unit.equals(SERVICE) && !path.mesh().isEmpty() ? paired(sorted, waves) : waves;
    }

    /** One end of a call proves nothing: the two go first of which one calls the other and that have most points together. */
    private List<List<Target>> paired(List<Target> sorted, List<List<Target>> waves) {
        Map<String, Target> named = sorted.stream().collect(Collectors.toMap(Target::name, t -> t, (first, same) -> first));
        List<Target> best = List.of();
        for (Target one : sorted) {
            List<Target> pair = one.applications().stream().flatMap(a -> ground.neighbours(a).stream())
                    .flatMap(near -> Stream.ofNullable(named.get(near))).filter(other -> !other.name().equals(one.name())).min(ORDER)
                    .map(other -> List.of(one, other)).orElse(List.of());
            if (!pair.isEmpty() && (best.isEmpty() || points(pair) > points(best))) {
                best = pair;
            }
        }
        if (best.isEmpty()) {
            return waves;
        }
        List<Target> first = best;
        List<Target> rest = sorted.stream().filter(t -> !first.contains(t)).toList();
        List<List<Target>> all = new ArrayList<>(List.of(first));
        for (int from = 0, size = 2; from < rest.size(); from += size, size *= 2) {
            all.add(rest.subList(from, Math.min(rest.size(), from + size)));
        }
        return all;
    }

    private static double points(List<Target> targets) {
        return targets.stream().mapToDouble(Target::score).sum();
    }

    private List<Target> targets() {
        List<Application> movers = unit.equals(NAMESPACE) || unit.equals(SERVICE) ? movers() : List.of();
        Predicate<Ground.End> apart = apart(movers);
        return unit.equals(NAMESPACE) ? groups(movers).stream().map(g -> target(String.join(" + ", names(g)), g, apart)).toList()
                : movers.stream().map(a -> target(ground.label(a), List.of(a), apart)).toList();
    }

    /** Those for whom the way is; all where nothing tells them apart. Nobody leaves, or is restarted with, what he has no part in. */
    private List<Application> movers() {
        List<Application> all = journey == Journey.ADOPT ? ground.world().applications().counted() : members();
        List<Application> some = switch (path.movers()) {
            case ALL -> all;
            case SPLIT -> split(all);
            case CALLING -> all.stream().filter(ground::callsAnother).toList();
        };
        return some.isEmpty() ? all : some;
    }

    /** Who leaves a mesh takes part in it; where nothing shows who does, it may be all that take part in no other one. */
    private List<Application> members() {
        Set<ObjectKey> here = keys(ground.world().takingPart(path.mesh()));
        List<Application> all = ground.world().applications().counted();
        List<Application> some = all.stream().filter(a -> among(here, a)).toList();
        return some.isEmpty() ? all.stream().filter(a -> a.workloads().stream().noneMatch(ground.world()::meshed)).toList() : some;
    }

    private static Set<ObjectKey> keys(List<Workload> workloads) {
        return workloads.stream().map(w -> w.meta().key()).collect(Collectors.toSet());
    }

    private static boolean among(Set<ObjectKey> keys, Application application) {
        return application.workloads().stream().anyMatch(w -> keys.contains(w.meta().key()));
    }

    /** Those that are released by a router already need nothing; where that is all of them, there is nobody else for whom the way is. */
    private List<Application> split(List<Application> all) {
        List<Application> split = all.stream().filter(a -> !ground.splitBy(a).isEmpty()).toList();
        List<Application> open = split.stream().filter(a -> !ground.routed(a)).toList();
        return open.isEmpty() ? split : open;
    }

    private List<String> names(List<Application> applications) {
        return applications.stream().map(a -> ground.namespace(a.namespace())).distinct().toList();
    }

    /** Services of one namespace, or of all namespaces between which there are calls, where they have to move together. */
    private List<List<Application>> groups(List<Application> movers) {
        Map<String, List<Application>> byNamespace = new TreeMap<>();
        movers.forEach(a -> byNamespace.computeIfAbsent(ground.namespace(a.namespace()), n -> new ArrayList<>()).add(a));
        if (!path.together()) {
            return List.copyOf(byNamespace.values());
        }
        Map<String, Set<String>> joined = new HashMap<>();
        byNamespace.keySet().forEach(n -> joined.put(n, new LinkedHashSet<>(Set.of(n))));
        ground.calls().forEach(c -> join(joined, ground.namespace(c.from().namespace()), ground.namespace(c.to().namespace())));
        Map<Set<String>, List<Application>> groups = new LinkedHashMap<>();
        byNamespace.forEach((n, all) -> groups.computeIfAbsent(joined.getOrDefault(n, Set.of(n)), g -> new ArrayList<>()).addAll(all));
        return List.copyOf(groups.values());
    }

    private static void join(Map<String, Set<String>> joined, String one, String other) {
        Set<String> first = joined.get(one);
        Set<String> second = joined.get(other);
        if (first != null && second != null && !first.equals(second)) {
            Set<String> both = new LinkedHashSet<>(first);
            both.addAll(second);
            both.forEach(n -> joined.put(n, both));
        }
    }

    /** Who has nothing to do with it: on the way out, whoever does not leave. */
    private Predicate<Ground.End> apart(List<Application> movers) {
        return journey == Journey.LEAVE ? Predicate.not(new Traits(ground, movers, unit.equals(NAMESPACE))::mine) : end -> false;
    }

    private Target target(String name, List<Application> applications, Predicate<Ground.End> apart) {
        Traits traits = new Traits(ground, applications, unit.equals(NAMESPACE));
        List<Target.Reason> reasons = new ArrayList<>();
        for (Weight weight : weights) {
            boolean counts = (!weight.restarting() || path.restarts()) && (!weight.entering() || journey == Journey.ADOPT);
            int count = counts ? traits.beyond(weight.trait(), apart) : 0;
            if (count > 0) {
                reasons.add(new Target.Reason(weight, count, weight.points() * Math.min(count, weight.most())));
            }
        }
        reasons.sort(Comparator.comparingDouble((Target.Reason r) -> -Math.abs(r.points())).thenComparing(r -> r.weight().trait()));
        return new Target(name, names(applications), applications, reasons);
    }
}
