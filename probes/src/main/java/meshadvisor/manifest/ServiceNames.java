package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;

/** The Services of the scan: by the hosts that mean them, and by the workloads that they select. */
final class ServiceNames {

    /** What stands after the first dot of hosts on the internet rather than a namespace. */
    private static final Set<String> DOMAINS = Set.of("com", "org", "net", "io", "dev", "app", "cloud", "local", "internal", "localdomain");

    private final Map<String, List<Service>> byName = new HashMap<>();
    private final Map<String, List<Service>> byLabel = new HashMap<>();

    /** A Service with the host that means it, without the name of a pod before it. */
    record Named(Service service, String host) {}

    ServiceNames(List<Service> services) {
        for (Service service : services) {
            byName.computeIfAbsent(service.meta().name(), k -> new ArrayList<>()).add(service);
            service.selector().entrySet().stream().findFirst()
                    .ifPresent(
                            label -> byLabel.computeIfAbsent(label.getKey() + "=" + label.getValue(), k -> new ArrayList<>()).add(service));
        }
    }

    /** The Services that a host means in a namespace; several if a Service is defined more than once. */
    List<Named> of(String host, String usedIn) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        List<Named> found = named(plain, usedIn).toList();
        int dot = plain.indexOf('.');
        if (!found.isEmpty() || dot < 0) {
            return found;
        }
        // a single pod: its name stands before that of its headless Service
        return named(plain.substring(dot + 1), usedIn).filter(n -> n.service().headless()).toList();
    }

    private Stream<Named> named(String host, String usedIn) {
        String[] labels = host.split("\\.", -1);
        return byName.getOrDefault(labels[0], List.of()).stream().filter(s -> means(labels, usedIn, s.meta().namespace()))
                .map(s -> new Named(s, host));
    }

    private static boolean means(String[] labels, String usedIn, String namespace) {
        return switch (labels.length) {
            case 1 -> near(usedIn, namespace);
            case 2 -> namespace.isEmpty() ? !DOMAINS.contains(labels[1]) : namespace.equals(labels[1]);
            default -> labels[2].equals("svc") && near(labels[1], namespace);
        };
    }

    static boolean near(String one, String other) {
        return one.isEmpty() || other.isEmpty() || one.equals(other);
    }

    /** The Services that send requests to a workload. */
    List<Service> before(Workload workload) {
        return workload.pod().labels().entrySet().stream()
                .flatMap(label -> byLabel.getOrDefault(label.getKey() + "=" + label.getValue(), List.of()).stream())
                .filter(service -> isBefore(service, workload)).toList();
    }

    static boolean isBefore(Service service, Workload workload) {
        return near(service.meta().namespace(), workload.meta().namespace()) && service.selects(workload.pod());
    }

    /** The first Service of a name. */
    Optional<Service> first(String name, String namespace) {
        return byName.getOrDefault(name, List.of()).stream().filter(s -> near(s.meta().namespace(), namespace)).findFirst();
    }
}
