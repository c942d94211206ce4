package meshadvisor.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;

/**
 * Which Services select which workloads. An object is one however often it is defined; a Service selects a workload if any definition fits.
 *
 * @param services the first definition of each, in the order of their places
 * @param workloads likewise
 * @param selected names of workloads by Service, each Service with an entry
 * @param ports under which a workload is reached
 */
record Selection(Map<ObjectKey, Service> services, Map<ObjectKey, Workload> workloads, Map<ObjectKey, Set<ObjectKey>> selected,
        Map<ObjectKey, Set<Integer>> ports) {

    static Selection of(ClusterSnapshot snapshot) {
        Map<ObjectKey, Service> services = new LinkedHashMap<>();
        Map<ObjectKey, Workload> workloads = new LinkedHashMap<>();
        Map<String, List<Workload>> byLabel = new HashMap<>();
        snapshot.running().services().forEach(s -> services.putIfAbsent(s.meta().key(), s));
        for (Workload workload : snapshot.running().workloads()) {
            workloads.putIfAbsent(workload.meta().key(), workload);
            workload.pod().labels()
                    .forEach((label, value) -> byLabel.computeIfAbsent(label + "=" + value, k -> new ArrayList<>()).add(workload));
        }
        Map<ObjectKey, Set<ObjectKey>> selected = new LinkedHashMap<>();
        Map<ObjectKey, Set<Integer>> ports = new HashMap<>();
        services.keySet().forEach(key -> selected.put(key, new LinkedHashSet<>()));
        snapshot.running().services().forEach(service -> chosen(service, byLabel).forEach(w -> {
            selected.computeIfAbsent(service.meta().key(), k -> new LinkedHashSet<>()).add(w);
            ports.computeIfAbsent(w, k -> new HashSet<>()).addAll(numbers(service));
        }));
        return new Selection(services, workloads, selected, ports);
    }

    private static List<ObjectKey> chosen(Service service, Map<String, List<Workload>> byLabel) {
        return service.selector().entrySet().stream().map(e -> byLabel.getOrDefault(e.getKey() + "=" + e.getValue(), List.of()))
                .min(Comparator.comparingInt(List::size)).orElse(List.of()).stream()
                .filter(w -> World.near(w.meta().namespace(), service.meta().namespace()) && service.selects(w.pod()))
                .map(w -> w.meta().key()).toList();
    }

    private static Set<Integer> numbers(Service service) {
        Set<Integer> numbers = new HashSet<>();
        for (Service.Port port : service.ports()) {
            numbers.add(port.number());
            if (!port.target().isEmpty() && port.target().length() <= 5 && port.target().chars().allMatch(Character::isDigit)) {
                numbers.add(Integer.parseInt(port.target()));
            }
        }
        return numbers;
    }
}
