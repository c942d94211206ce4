package meshadvisor.signal;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import meshadvisor.catalog.Catalogue;
import meshadvisor.catalog.Mark.ResourceMark;
import meshadvisor.model.ByName;
import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Meta;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference;
import meshadvisor.model.Service;
import meshadvisor.model.Workload;

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

    /** What provisions are looked up by: the first label of the host, else the name of the object. */
    private record Name(Reference.Kind kind, String text) {}

    private final ByName<Service> services = new ByName<>();
    private final ByName<Workload> workloads = new ByName<>();
    private final ByName<Meta> operated = new ByName<>();
    private final Map<Name, List<Provision>> provisions;
    private final List<Provision> wildcards;
    private final Map<Reference.Kind, Set<String>> provided = new EnumMap<>(Reference.Kind.class);
    private final Set<String> scannedNamespaces = new HashSet<>();
    private final Set<String> workloadNamespaces = new HashSet<>();
    private final Set<String> installedInto = new HashSet<>();

    /** Groups of tools whose resources stand beside Services of the same name and make none. */
    private static final Set<String> TOOLS = Set.of("argoproj.io", "flagger.app", "helm.toolkit.fluxcd.io", "kustomize.toolkit.fluxcd.io",
            "source.toolkit.fluxcd.io", "cert-manager.io", "external-secrets.io", "bitnami.com", "keda.sh", "monitoring.coreos.com",
            "traefik.io", "traefik.containo.us", "projectcontour.io");

    /** Indexes what defines something. */
    References(ClusterSnapshot snapshot, Catalogue catalogue) {
        Set<String> meshes = catalogue.marks().stream().flatMap(m -> m.marks().stream())
                .flatMap(m -> m instanceof ResourceMark(var group, var kinds, var except, var is, var variant) ? Stream.of(group)
                        : Stream.of())
                .collect(Collectors.toSet());
        snapshot.definitions().stream().filter(m -> !m.name().isEmpty() && ofAnOperator(m.key().group(), meshes))
                .forEach(m -> operated.add(m.name(), m.namespace(), m));
        snapshot.running().services().forEach(s -> {
            services.add(s.meta().name(), s.meta().namespace(), s);
            scannedNamespaces.add(s.meta().namespace());
        });
        snapshot.running().workloads().forEach(w -> {
            workloads.add(w.meta().name(), w.meta().namespace(), w);
            workloadNamespaces.add(w.meta().namespace());
        });
        List<Provision> all = snapshot.traffic().provisions();
        provisions = Directory.by(all, References::name);
        wildcards = all.stream().filter(p -> p.kind() == Reference.Kind.HOST && p.name().startsWith("*.")).toList();
        all.forEach(p -> provided.computeIfAbsent(p.kind(), k -> new HashSet<>()).add(p.from().namespace()));
        snapshot.installed().installs().forEach(i -> installedInto.add(i.namespace()));
    }

    /** Groups without a dot and those of k8s.io are Kubernetes' own. */
    private static boolean ofAnOperator(String group, Set<String> meshes) {
        return group.contains(".") && !group.endsWith(".k8s.io") && !meshes.contains(group) && !TOOLS.contains(group);
    }

    private static Name name(Provision provision) {
        return switch (provision.kind()) {
            case HOST, SUBSET -> new Name(provision.kind(), Hosts.firstLabel(provision.name()));
            case SERVICE -> new Name(provision.kind(), provision.name());
            case GATEWAY, PARENT, WAYPOINT, WORKLOAD -> new Name(provision.kind(), provision.from().name());
        };
    }

    private Stream<Provision> provided(Reference.Kind kind, String name) {
        return provisions.getOrDefault(new Name(kind, name), List.of()).stream();
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
        boolean entry = provided(Reference.Kind.HOST, Hosts.firstLabel(reference.name())).anyMatch(p -> p.name().equals(reference.name()))
                || wildcards.stream().anyMatch(p -> reference.name().endsWith(p.name().substring(1)));
        if (entry) {
            return Resolution.DEFINED;
        }
        return Hosts.parts(reference.name())
                .map(p -> p.namespace().isEmpty() ? service(p.name(), reference) : service(p.name(), p.namespace(), Named.BY_THE_REFERENCE))
                .orElse(Resolution.OUTSIDE);
    }

    /** Who says in which namespace something is looked for. */
    private enum Named {
        BY_THE_REFERENCE, BY_ITS_OBJECT
    }

    private Resolution service(String name, Reference reference) {
        return service(name, where(reference), reference.namespace().isEmpty() ? Named.BY_ITS_OBJECT : Named.BY_THE_REFERENCE);
    }

    private Resolution service(String name, String namespace, Named named) {
        boolean defined = !services.near(name, namespace).isEmpty()
                || provided(Reference.Kind.SERVICE, name).anyMatch(p -> World.near(p.from().namespace(), namespace));
        if (defined) {
            return Resolution.DEFINED;
        }
        // a name of two parts, such as example.org, need not be of a Service at all
        boolean scanned = scannedNamespaces.contains(namespace)
                || named == Named.BY_ITS_OBJECT && !scannedNamespaces.isEmpty() && (namespace.isEmpty() || scannedNamespaces.contains(""));
        return scanned && !couldBeInstalled(namespace) && !operated(name, namespace) ? Resolution.DANGLING : Resolution.OUTSIDE;
    }

    /** Operators name the Services that they make after the resource for which they make them. */
    private boolean operated(String name, String namespace) {
        for (int end = name.length(); end > 0; end = name.lastIndexOf('-', end - 1)) {
            if (!operated.near(name.substring(0, end), namespace).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private boolean couldBeInstalled(String namespace) {
        return installedInto.contains("") || installedInto.contains(namespace);
    }

    private Resolution subset(Reference reference) {
        boolean defined = provided(Reference.Kind.SUBSET, Hosts.firstLabel(reference.name()))
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
        List<Provision> named = provided(reference.kind(), reference.name())
                .filter(p -> World.near(p.from().namespace(), where(reference))).toList();
        if (!named.isEmpty()) {
            boolean detail = reference.detail().isEmpty() || named.stream().anyMatch(p -> p.details().contains(reference.detail()));
            return detail ? Resolution.DEFINED : Resolution.DANGLING;
        }
        String namespace = where(reference);
        boolean scanned = scannedNamespaces.contains(namespace) || provided.getOrDefault(reference.kind(), Set.of()).contains(namespace);
        boolean elsewhere = !reference.namespace().isEmpty() && !scanned || couldBeInstalled(namespace);
        return scanned && !elsewhere ? Resolution.DANGLING : Resolution.OUTSIDE;
    }

    private Resolution workload(Reference reference) {
        boolean defined = workloads.near(reference.name(), where(reference)).stream()
                .anyMatch(w -> reference.detail().isEmpty() || w.kind().equals(reference.detail()));
        boolean scanned = workloadNamespaces.contains(where(reference));
        return defined ? Resolution.DEFINED : scanned ? Resolution.DANGLING : Resolution.OUTSIDE;
    }
}
