package meshadvisor.signal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Mark.ResourceMark;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Meta;
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
    private final List<Meta> operated = new ArrayList<>();
    private final ClusterSnapshot snapshot;

    /** Groups of tools whose resources stand beside Services of the same name and make none. */
    private static final Set<String> TOOLS = Set.of("argoproj.io", "flagger.app", "helm.toolkit.fluxcd.io", "kustomize.toolkit.fluxcd.io",
            "source.toolkit.fluxcd.io", "cert-manager.io", "external-secrets.io", "bitnami.com", "keda.sh", "monitoring.coreos.com",
            "traefik.io", "traefik.containo.us", "projectcontour.io");

    /** Indexes what defines something. */
    References(ClusterSnapshot snapshot, Catalogue catalogue) {
        this.snapshot = snapshot;
        Set<String> meshes = catalogue.marks().stream().flatMap(m -> m.marks().stream())
                .flatMap(m -> m instanceof ResourceMark(var group, var kinds, var except, var is, var variant) ? Stream.of(group)
                        : Stream.of())
                .collect(Collectors.toSet());
        snapshot.definitions().stream().filter(m -> !m.name().isEmpty() && ofAnOperator(m.key().group(), meshes)).forEach(operated::add);
        snapshot.running().services().forEach(s -> {
            services.merge(s.meta().name(), List.of(s), References::join);
            scannedNamespaces.add(s.meta().namespace());
        });
        snapshot.traffic().provisions().forEach(p -> provisions.merge(p.kind(), List.of(p), References::join));
        snapshot.installed().installs().forEach(i -> installedInto.add(i.namespace()));
    }

    /** Groups without a dot and those of k8s.io are Kubernetes' own. */
    private static boolean ofAnOperator(String group, Set<String> meshes) {
        return group.contains(".") && !group.endsWith(".k8s.io") && !meshes.contains(group) && !TOOLS.contains(group);
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
            case SERVICE -> service(reference.name(), reference);
            case GATEWAY, PARENT, WAYPOINT -> object(reference);
            case WORKLOAD -> workload(reference);
        };
    }

    private static String where(Reference reference) {
        return reference.namespace().isEmpty() ? reference.from().namespace() : reference.namespace();
    }

    private Resolution host(Reference reference) {
        boolean entry = provided(Reference.Kind.HOST).anyMatch(p -> p.name().equals(reference.name())
                || p.name().startsWith("*.") && reference.name().endsWith(p.name().substring(1)));
        if (entry) {
            return Resolution.DEFINED;
        }
        return Hosts.parts(reference.name())
                .map(p -> p.namespace().isEmpty() ? service(p.name(), reference) : service(p.name(), p.namespace(), Named.BY_THE_REFERENCE))
                .orElse(Resolution.OUTSIDE);
    }

    private Stream<Provision> provided(Reference.Kind kind) {
        return provisions.getOrDefault(kind, List.of()).stream();
    }

    /** Who says in which namespace something is looked for. */
    private enum Named {
        BY_THE_REFERENCE, BY_ITS_OBJECT
    }

    private Resolution service(String name, Reference reference) {
        return service(name, where(reference), reference.namespace().isEmpty() ? Named.BY_ITS_OBJECT : Named.BY_THE_REFERENCE);
    }

    private Resolution service(String name, String namespace, Named named) {
        boolean defined = services.getOrDefault(name, List.of()).stream().anyMatch(s -> World.near(s.meta().namespace(), namespace))
                || provided(Reference.Kind.SERVICE).anyMatch(p -> p.name().equals(name) && World.near(p.from().namespace(), namespace));
        if (defined) {
            return Resolution.DEFINED;
        }
        // a name of two parts, such as example.org, need not be of a Service at all
        boolean scanned = scannedNamespaces.contains(namespace)
                || named == Named.BY_ITS_OBJECT && !scannedNamespaces.isEmpty() && (namespace.isEmpty() || scannedNamespaces.contains(""));
        boolean couldBeInstalled = installedInto.stream().anyMatch(i -> i.isEmpty() || i.equals(namespace));
        return scanned && !couldBeInstalled && !operated(name, namespace) ? Resolution.DANGLING : Resolution.OUTSIDE;
    }

    /** Operators name the Services that they make after the resource for which they make them. */
    private boolean operated(String name, String namespace) {
        return operated.stream().anyMatch(m -> World.near(m.namespace(), namespace)
                && (name.equals(m.name()) || name.startsWith(m.name() + "-")));
    }

    private Resolution subset(Reference reference) {
        boolean defined = provided(Reference.Kind.SUBSET)
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
