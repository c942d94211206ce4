package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import meshadvisor.model.ByName;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Container;
import meshadvisor.model.Delivery;
import meshadvisor.model.ImageReference;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Route;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;

/** Counts application services; see {@link Applications}. */
final class Counting {

    /** A Service and those of its workloads that count. */
    private record Candidate(Service service, Set<ObjectKey> workloads) {}

    /** Labels that name a program; its versions share them. */
    private static final List<String> NAMES = List.of("app.kubernetes.io/name", "app", "k8s-app");

    private final ClusterSnapshot snapshot;
    private final Selection selection;
    private final Exclusion exclusion;
    private final Map<ObjectKey, String> excluded = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final ByName<ObjectKey> servicesByName = new ByName<>();
    private final Set<String> apexes = new HashSet<>();
    private final ByName<Delivery> deliveries = new ByName<>();

    Counting(ClusterSnapshot snapshot, Selection selection, Exclusion exclusion) {
        this.snapshot = snapshot;
        this.selection = selection;
        this.exclusion = exclusion;
        snapshot.traffic().deliveries().forEach(d -> deliveries.add(d.target(), d.meta().namespace(), d));
        selection.services().keySet().forEach(k -> servicesByName.add(k.name(), k.namespace(), k));
        snapshot.traffic().routes().stream().filter(r -> r.parents().size() == 1).forEach(r -> apexes.add(r.parents().getFirst().value()));
    }

    Applications result() {
        selection.workloads().forEach((key, workload) -> exclusion.why(workload).ifPresent(why -> excluded.put(key, why)));
        Map<ObjectKey, Candidate> candidates = new LinkedHashMap<>();
        selection.services().forEach((key, service) -> candidate(service).ifPresent(c -> candidates.put(key, c)));
        umbrellas(candidates).forEach((umbrella, others) -> {
            if (others.isEmpty()) {
                leave(umbrella.service, "it spans programs that have Services of their own", false);
                candidates.remove(umbrella.service.meta().key());
            } else {
                candidates.put(umbrella.service.meta().key(), new Candidate(umbrella.service, others));
            }
        });
        List<Application> counted = new ArrayList<>();
        groups(candidates).forEach(group -> counted.add(application(group, candidates)));
        withoutService(candidates, counted);
        counted.removeIf(this::unwanted);
        counted.sort(Comparator.comparing(Application::namespace).thenComparing(Application::name));
        leftOut.sort(Comparator.comparing(LeftOut::object).thenComparing(LeftOut::place));
        return new Applications(counted, leftOut);
    }

    private Optional<Candidate> candidate(Service service) {
        Set<ObjectKey> chosen = selection.selected().getOrDefault(service.meta().key(), Set.of());
        Set<ObjectKey> own = chosen.stream().filter(w -> !excluded.containsKey(w)).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!own.isEmpty()) {
            return Optional.of(new Candidate(service, own));
        }
        if (service.type().equals("ExternalName")) {
            leave(service, "it is a name for something outside the cluster", false);
        } else if (service.selector().isEmpty()) {
            leave(service, "it has no selector, so what it leads to is not in the scan", false);
        } else if (chosen.isEmpty()) {
            leave(service, "its selector matches no workload of the scan", true);
        } else {
            leave(service, excluded.getOrDefault(chosen.iterator().next(), ""), false);
        }
        return Optional.empty();
    }

    private void leave(Service service, String why, boolean doubtful) {
        leftOut.add(new LeftOut(service.meta().key(), why, service.meta().place(), doubtful));
    }

    /** Services over different programs of which some have a narrower Service of their own, each with the workloads that have none. */
    private Map<Candidate, Set<ObjectKey>> umbrellas(Map<ObjectKey, Candidate> candidates) {
        Map<ObjectKey, Integer> narrowest = new HashMap<>();
        candidates.values().forEach(c -> c.workloads.forEach(w -> narrowest.merge(w, c.workloads.size(), Math::min)));
        Map<Candidate, Set<ObjectKey>> umbrellas = new LinkedHashMap<>();
        for (Candidate candidate : candidates.values()) {
            int size = candidate.workloads.size();
            Set<ObjectKey> others = candidate.workloads.stream().filter(w -> narrowest.getOrDefault(w, size) >= size)
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            if (size > 1 && others.size() < size && candidate.workloads.stream().map(this::program).distinct().count() > 1) {
                umbrellas.put(candidate, others);
            }
        }
        return umbrellas;
    }

    /** What makes two workloads versions of one program: the same name in their labels, and the same image but for a version at its end. */
    private Program program(ObjectKey key) {
        Workload workload = selection.workloads().get(key);
        if (workload == null) {
            return new Program(List.of(), "");
        }
        String image = workload.pod().longRunning().findFirst().map(Container::image).map(t -> t.value()).orElse("");
        return new Program(NAMES.stream().map(name -> workload.pod().label(name).value()).toList(),
                ImageReference.repository(image).replaceFirst("[-_.]?v?\\d+$", ""));
    }

    private record Program(List<String> names, String image) {}

    /** Services that share a workload, or whose workloads one delivery has, and Services between which a rule splits the requests to one Service. */
    private List<List<ObjectKey>> groups(Map<ObjectKey, Candidate> candidates) {
        Groups groups = new Groups();
        candidates.forEach((key, candidate) -> {
            groups.add(key);
            candidate.workloads.forEach(w -> {
                groups.add(key, w);
                delivery(w).ifPresent(d -> groups.add(key, d.meta().key()));
            });
        });
        for (Route route : snapshot.traffic().routes()) {
            if (route.parents().size() == 1) {
                route.rules().stream().filter(r -> r.backends().size() > 1).forEach(r -> split(route, r, groups));
            }
        }
        List<List<ObjectKey>> all = groups.all().stream().filter(g -> g.stream().anyMatch(candidates::containsKey)).toList();
        Set<ObjectKey> grouped = all.stream().flatMap(List::stream).collect(Collectors.toSet());
        leftOut.removeIf(l -> l.doubtful() && grouped.contains(l.object()));
        return all;
    }

    private void split(Route route, Route.Rule rule, Groups groups) {
        service(route, route.parents().getFirst().value()).ifPresent(apex -> {
            groups.add(apex, rule);
            rule.backends().forEach(b -> service(route, b.host().value()).ifPresent(s -> groups.add(s, rule)));
        });
    }

    private Optional<ObjectKey> service(Route route, String name) {
        return servicesByName.near(name, route.meta().namespace()).stream().findFirst();
    }

    private Application application(List<ObjectKey> group, Map<ObjectKey, Candidate> candidates) {
        List<Service> services = group.stream().map(selection.services()::get).filter(s -> s != null).toList();
        Service best = services.stream().min(Comparator.comparing((Service s) -> !(group.size() > 1 && apexes.contains(s.meta().name())))
                .thenComparingInt(s -> -workloads(candidates, s).size()).thenComparing(Service::headless)
                .thenComparing(s -> s.meta().name().endsWith("-canary") || s.meta().name().endsWith("-preview"))
                .thenComparingInt(s -> s.meta().name().length()).thenComparing(s -> s.meta().key())).orElseThrow();
        List<Workload> mine = services.stream().flatMap(s -> workloads(candidates, s).stream()).distinct()
                .map(selection.workloads()::get).filter(w -> w != null).toList();
        String why = "Service " + best.meta().name() + " selects "
                + mine.stream().map(w -> w.kind() + " " + w.meta().name()).collect(Collectors.joining(", "));
        return new Application(best.meta().namespace(), best.meta().name(), best.meta().place(), services, mine, why);
    }

    private static Set<ObjectKey> workloads(Map<ObjectKey, Candidate> candidates, Service service) {
        Candidate candidate = candidates.get(service.meta().key());
        return candidate == null ? Set.of() : candidate.workloads;
    }

    /** Workloads that no Service selects count if a delivery tool makes their Service, or the user says so. */
    private void withoutService(Map<ObjectKey, Candidate> candidates, List<Application> counted) {
        Set<ObjectKey> reached = candidates.values().stream().flatMap(c -> c.workloads.stream()).collect(Collectors.toSet());
        Set<ObjectKey> delivered = reached.stream().flatMap(w -> delivery(w).stream()).map(d -> d.meta().key()).collect(Collectors.toSet());
        selection.workloads().forEach((key, workload) -> {
            String why = excluded.get(key);
            Optional<Delivery> delivery = delivery(key);
            if (why != null) {
                leftOut.add(new LeftOut(key, why, workload.meta().place(), false));
            } else if (!reached.contains(key) && delivery.isPresent() && !delivered.add(delivery.get().meta().key())) {
                leftOut.add(
                        new LeftOut(key, delivery.get().tool() + " " + delivery.get().meta().name() + " has it as a version of what counts",
                                workload.meta().place(), false));
            } else if (!reached.contains(key) && delivery.isPresent()) {
                counted.add(alone(workload, delivery.get().tool() + " " + delivery.get().meta().name() + " makes its Service"));
            } else if (!reached.contains(key) && exclusion.wanted(key.name())) {
                counted.add(alone(workload, "stated by the user"));
            } else if (!reached.contains(key)) {
                leftOut.add(new LeftOut(key, "no Service of the scan selects it, so nobody calls it", workload.meta().place(), true));
            }
        });
    }

    private static Application alone(Workload workload, String why) {
        return new Application(workload.meta().namespace(), workload.meta().name(), workload.meta().place(), List.of(), List.of(workload),
                why);
    }

    private Optional<Delivery> delivery(ObjectKey key) {
        return deliveries.near(key.name(), key.namespace()).stream().filter(d -> d.targetKind().equals(key.kind())).findFirst();
    }

    /** What the user says goes last and wins. */
    private boolean unwanted(Application application) {
        boolean out = exclusion.unwanted(application.name());
        if (out) {
            ObjectKey key = new ObjectKey("", "Service", application.namespace(), application.name());
            leftOut.add(new LeftOut(key, "stated by the user", application.place(), false));
        }
        return out;
    }
}
