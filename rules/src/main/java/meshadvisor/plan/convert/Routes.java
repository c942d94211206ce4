package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import meshadvisor.model.Conduct;
import meshadvisor.model.Feature;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.plan.convert.Remark.Fate;
import meshadvisor.plan.convert.RouteDraft.Part;

/** Writes the HTTPRoutes of one object: before each Service that it is about, and at each gateway at which it acts. */
final class Routes {

    private static final String API = "gateway.networking.k8s.io/v1";

    private final Draft draft;
    private final Cluster cluster;
    private final Map<Backends.Part, Backends.Name> subsets;
    private final Conduct conduct;
    private final String own;

    Routes(Draft draft, Cluster cluster, Map<Backends.Part, Backends.Name> subsets, Conduct conduct) {
        this.draft = draft;
        this.cluster = cluster;
        this.subsets = subsets;
        this.conduct = conduct;
        this.own = cluster.namespace(conduct.meta());
    }

    void write() {
        conduct.besides().forEach(draft::tell);
        if (conduct.rules().isEmpty()) {
            return;
        }
        if (conduct.hosts().isEmpty()) {
            draft.block("hosts", conduct.meta().place(),
                    "It has no host of its own: it is part of another object that delegates to it. Write its rules into that one first.");
        }
        if (conduct.inside()) {
            inside();
        }
        if (!conduct.entrances().isEmpty()) {
            entrance();
        }
    }

    /** Services by the namespace into which their routes go. */
    private void inside() {
        Map<String, List<Service>> byPlace = new TreeMap<>();
        for (Text host : conduct.hosts()) {
            Optional<Service> service = cluster.service(host.value(), own);
            if (service.isPresent()) {
                byPlace.computeIfAbsent(place(service.get()), p -> new ArrayList<>()).add(service.get());
            } else if (conduct.entrances().isEmpty() || !host.value().contains(".")) {
                draft.tell(Fate.LOST, "hosts", host.place(), host.value().contains("*")
                        ? "An HTTPRoute stands before named Services, not before the pattern " + host.value()
                                + ": write one for each Service."
                        : "No Service " + host.value() + " was seen, and a Service must be there before which the route stands. "
                                + draft.pattern().skill(Feature.OUTSIDE).says());
            }
        }
        byPlace.forEach(this::before);
    }

    /** Where a route is heeded by all callers, unless it was for those of one namespace only and that can be said. */
    private String place(Service service) {
        String theirs = cluster.namespace(service.meta());
        List<String> seen = conduct.seenBy().stream().map(Text::value).toList();
        boolean some = !seen.isEmpty() && !seen.contains("*");
        boolean consumer = some && seen.equals(List.of(".")) && draft.pattern().consumers() && !theirs.equals(own);
        if (some && !consumer) {
            draft.tell(Fate.DIFFERS, "exportTo", conduct.seenBy().getFirst().place(), "It held for callers in " + String.join(", ", seen)
                    + " only; an HTTPRoute in the namespace of the Service holds for callers in all namespaces.");
        }
        return consumer ? own : theirs;
    }

    private void before(String namespace, List<Service> services) {
        conditions().filter(c -> c.port() > 0 && services.stream().noneMatch(s -> Cluster.ports(s).contains(c.port())))
                .forEach(c -> draft.tell(Fate.LOST, c.field(), c.place(),
                        "The Service has no HTTP port " + c.port() + "; no condition was made."));
        Map<List<Part>, List<Object>> parents = new LinkedHashMap<>();
        for (Service service : services) {
            for (int port : Cluster.ports(service)) {
                String in = cluster.namespace(service.meta());
                List<Object> rest = conduct.rest() ? List.of(Tree.of("name", service.meta().name(), "port", port)) : List.of();
                List<Part> parts = draft(namespace, port, rest).parts(c -> (c.port() == 0 || c.port() == port)
                        && (c.entrances().isEmpty() || c.entrances().contains("mesh")));
                Map<String, Object> parent = Tree.of("group", "", "kind", "Service", "name", service.meta().name());
                if (!in.equals(namespace)) {
                    parent.put("namespace", in);
                }
                parent.put("port", port);
                parents.computeIfAbsent(parts, p -> new ArrayList<>()).add(parent);
            }
        }
        parents.forEach((parts, all) -> parts.forEach(p -> route(namespace, "", p, Tree.of("parentRefs", all))));
    }

    private Stream<Conduct.Condition> conditions() {
        return conduct.rules().stream().flatMap(r -> r.conditions().stream());
    }

    private RouteDraft draft(String namespace, int port, List<Object> rest) {
        return new RouteDraft(draft, conduct, new Filters(draft, new Backends(draft, cluster, subsets, own, namespace, port)), rest);
    }

    private void route(String namespace, String suffix, Part part, Map<String, Object> spec) {
        if (part.rules().isEmpty()) {
            return;
        }
        String name = cluster.names().fresh("HTTPRoute", namespace, Names.firstLabel(conduct.meta().name()) + suffix);
        Map<String, Object> tree = Tree.object(API, "HTTPRoute", namespace, name);
        if (!part.annotations().isEmpty()) {
            tree.put("metadata", Tree.of("name", name, "namespace", namespace, "annotations", part.annotations()));
        }
        Map<String, Object> whole = new LinkedHashMap<>(spec);
        whole.put("rules", part.rules());
        tree.put("spec", whole);
        draft.write(tree);
    }

    private void entrance() {
        if (!draft.pattern().entrances()) {
            draft.tell(Fate.STAYS, "gateways", conduct.entrances().getFirst().place(),
                    "What acts at gateways stays with them as it is; do not put an HTTPRoute for the same host beside it.");
            return;
        }
        List<String> hostnames = conduct.hosts().stream().map(Text::value).filter(h -> hostname(h)).toList();
        conduct.hosts().stream().filter(h -> !hostname(h.value()) && !h.value().equals("*"))
                .forEach(h -> draft.block("hosts", h.place(),
                        "\"" + h.value() + "\" is no hostname that an HTTPRoute takes."));
        List<Object> parents = new ArrayList<>();
        for (Text entrance : conduct.entrances()) {
            parents.add(gateway(entrance));
        }
        Map<String, Object> spec = Tree.of("parentRefs", parents);
        if (!hostnames.isEmpty() && conduct.hosts().stream().noneMatch(h -> h.value().equals("*"))) {
            spec.put("hostnames", hostnames);
        }
        conditions().filter(c -> c.port() > 0 || !c.entrances().isEmpty() && conduct.entrances().size() > 1)
                .forEach(c -> draft.tell(Fate.DIFFERS, c.field(), c.place(),
                        "It was for one port or one gateway only; the route holds at all listeners of its gateways. Name a sectionName in parentRefs."));
        draft(own, 0, List.of()).parts(c -> c.entrances().isEmpty() || c.entrances().stream().anyMatch(e -> !e.equals("mesh")))
                .forEach(p -> route(own, conduct.inside() ? "-gateway" : "", p, spec));
    }

    private static boolean hostname(String host) {
        return Filters.HOST.matcher(host.startsWith("*.") ? host.substring(2) : host).matches();
    }

    private Object gateway(Text entrance) {
        int slash = entrance.value().indexOf('/');
        String in = slash < 0 ? own : entrance.value().substring(0, slash);
        String name = entrance.value().substring(slash + 1);
        if (!cluster.gateway(in, name)) {
            draft.tell(Fate.NEEDS, "gateways", entrance.place(), "A Gateway " + in + "/" + name
                    + " of gateway.networking.k8s.io was not seen: the one of that name that was meant is another kind. Make one with the same listeners first.");
        }
        Map<String, Object> tree = Tree.of("group", "gateway.networking.k8s.io", "kind", "Gateway", "name", name);
        if (!in.equals(own)) {
            tree.put("namespace", in);
        }
        return tree;
    }
}
