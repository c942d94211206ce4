package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference;
import meshadvisor.model.Service;

/** Finds out whether something defines what a reference points at. */
final class References {

    /** What is known about a reference. */
    enum Resolution {
        DEFINED,
        /** What it points at would have to be in the scan, and is not. */
        DANGLING,
        /** It points out of what was scanned. */
        OUTSIDE
    }

    private final Map<String, List<Service>> services = new HashMap<>();
    private final Map<Reference.Kind, List<Provision>> provisions = new HashMap<>();
    private final Set<String> scannedNamespaces = new HashSet<>();
    private final Set<String> installedInto = new HashSet<>();
    private final ClusterSnapshot snapshot;

    References(ClusterSnapshot snapshot) {
        this.snapshot = snapshot;
        snapshot.running().services().forEach(s -> {
            services.merge(s.meta().name(), List.of(s), References::join);
            scannedNamespaces.add(s.meta().namespace());
        });
        snapshot.traffic().provisions().forEach(p -> provisions.merge(p.kind(), List.of(p), References::join));
        snapshot.installed().installs().forEach(i -> installedInto.add(i.namespace()));
    }

    private static <T> List<T> join(List<T> one, List<T> other) {
        List<T> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    Resolution resolve(Reference reference) {
        return switch (reference.kind()) {
            case HOST -> host(reference);
            case SUBSET -> subset(reference);
            case SERVICE -> reference.namespace().isEmpty() ? nearby(reference.name(), reference.from().namespace())
                    : named(reference.name(), reference.namespace());
            case GATEWAY, PARENT, WAYPOINT -> object(reference);
            case WORKLOAD -> workload(reference);
        };
    }

    private static String where(Reference reference) {
        return reference.namespace().isEmpty() ? reference.from().namespace() : reference.namespace();
    }

    private Resolution host(Reference reference) {
        boolean entry = provisions.getOrDefault(Reference.Kind.HOST, List.of()).stream()
                .anyMatch(p -> p.name().equals(reference.name())
                        || p.name().startsWith("*.") && reference.name().endsWith(p.name().substring(1)));
        if (entry) {
            return Resolution.DEFINED;
        }
        return Hosts.parts(reference.name())
                .map(p -> p.namespace().isEmpty() ? nearby(p.name(), where(reference)) : named(p.name(), p.namespace()))
                .orElse(Resolution.OUTSIDE);
    }

    /** A Service in a namespace that the reference spells out: only Services that are known to be there prove that it was scanned. */
    private Resolution named(String name, String namespace) {
        return service(name, namespace, scannedNamespaces.contains(namespace));
    }

    /** A Service in the namespace of whatever refers to it; if neither states one, they will be applied together. */
    private Resolution nearby(String name, String namespace) {
        boolean scanned = namespace.isEmpty() ? !scannedNamespaces.isEmpty()
                : scannedNamespaces.contains(namespace) || scannedNamespaces.contains("");
        return service(name, namespace, scanned);
    }

    private Resolution service(String name, String namespace, boolean scanned) {
        if (services.getOrDefault(name, List.of()).stream().anyMatch(s -> World.near(s.meta().namespace(), namespace)) || delivered(name)
                || provided(name)) {
            return Resolution.DEFINED;
        }
        boolean couldBeInstalled = installedInto.stream().anyMatch(i -> i.isEmpty() || i.equals(namespace));
        return scanned && !couldBeInstalled ? Resolution.DANGLING : Resolution.OUTSIDE;
    }

    /** Some tools say by name which Services they make. */
    private boolean provided(String name) {
        return provisions.getOrDefault(Reference.Kind.SERVICE, List.of()).stream().anyMatch(p -> p.name().equals(name));
    }

    /** Flagger makes the Services of what it delivers: the name itself and {@code -primary} and {@code -canary}. */
    private boolean delivered(String name) {
        return snapshot.traffic().deliveries().stream().anyMatch(d -> name.equals(d.target()) || name.equals(d.meta().name())
                || name.equals(d.target() + "-primary") || name.equals(d.target() + "-canary"));
    }

    private Resolution subset(Reference reference) {
        boolean defined = provisions.getOrDefault(Reference.Kind.SUBSET, List.of()).stream()
                .anyMatch(p -> sameHost(p, reference) && p.details().contains(reference.detail()));
        return defined ? Resolution.DEFINED
                : host(reference) == Resolution.DEFINED ? Resolution.DANGLING : Resolution.OUTSIDE;
    }

    private static boolean sameHost(Provision provision, Reference reference) {
        if (provision.name().equals(reference.name())) {
            return true;
        }
        var one = Hosts.parts(provision.name());
        var other = Hosts.parts(reference.name());
        return one.isPresent() && other.isPresent() && one.get().name().equals(other.get().name())
                && World.near(one.get().namespace().isEmpty() ? provision.from().namespace() : one.get().namespace(),
                        other.get().namespace().isEmpty() ? reference.from().namespace() : other.get().namespace());
    }

    private Resolution object(Reference reference) {
        List<Provision> all = provisions.getOrDefault(reference.kind(), List.of());
        List<Provision> named = all.stream()
                .filter(p -> p.from().name().equals(reference.name()) && World.near(p.from().namespace(), where(reference))).toList();
        if (!named.isEmpty()) {
            boolean detail = reference.detail().isEmpty() || named.stream().anyMatch(p -> p.details().contains(reference.detail()));
            return detail ? Resolution.DEFINED : Resolution.DANGLING;
        }
        String namespace = where(reference);
        boolean scanned = scannedNamespaces.contains(namespace) || all.stream().anyMatch(p -> p.from().namespace().equals(namespace));
        boolean elsewhere =
                !reference.namespace().isEmpty() && !scanned || installedInto.stream().anyMatch(i -> i.isEmpty() || i.equals(namespace));
        return scanned && !elsewhere ? Resolution.DANGLING : Resolution.OUTSIDE;
    }

    private Resolution workload(Reference reference) {
        boolean defined = snapshot.running().workloads().stream().anyMatch(w -> w.meta().name().equals(reference.name())
                && (reference.detail().isEmpty() || w.kind().equals(reference.detail()))
                && World.near(w.meta().namespace(), where(reference)));
        boolean scanned = snapshot.running().workloads().stream().anyMatch(w -> w.meta().namespace().equals(where(reference)));
        return defined ? Resolution.DEFINED : scanned ? Resolution.DANGLING : Resolution.OUTSIDE;
    }
}
