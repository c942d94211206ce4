package meshadvisor.plan.convert;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import meshadvisor.model.Conduct;
import meshadvisor.model.Conduct.Share;
import meshadvisor.model.Effect;
import meshadvisor.model.Feature;
import meshadvisor.model.Place;
import meshadvisor.model.Route;
import meshadvisor.model.Service;
import meshadvisor.plan.book.ConversionPattern.How;
import meshadvisor.plan.convert.Remark.Fate;

/**
 * Backends of an HTTPRoute: Services, a Service of its own for each subset, and grants for what lies in another namespace.
 *
 * @param subsets what leads to subsets, of all objects
 * @param usedIn namespace in which hosts are spelt
 * @param namespace of the route
 * @param port at which requests come in; 0 where that is not known
 */
record Backends(Draft draft, Cluster cluster, Map<Part, Name> subsets, String usedIn, String namespace, int port) {

    private static final int MOST = 1_000_000;

    /** A subset of a Service, by what the Service is called. */
    record Part(String namespace, String service, String subset) {}

    /**
     * What leads to it.
     *
     * @param old whether such a Service was there
     */
    record Name(String name, boolean old) {}

    /** A destination while it is looked up. */
    private record Wanted(String host, String subset, int port, String field, Place place) {}

    /** All of a rule. */
    List<Object> of(Conduct conduct, List<Share> shares) {
        if (shares.isEmpty()) {
            return List.of();
        }
        List<Object> all = new ArrayList<>();
        boolean alone = shares.size() == 1;
        boolean none = shares.stream().allMatch(s -> s.weight() < 0);
        double sum = shares.stream().mapToDouble(s -> Math.max(0, s.weight())).sum();
        double scale = shares.stream().allMatch(s -> s.weight() == Math.rint(s.weight())) ? 1 : 1000;
        if (!alone && none) {
            draft.tell(Fate.DIFFERS, shares.getFirst().field(), shares.getFirst().place(),
                    "No weight is written; an HTTPRoute shares evenly then.");
        } else if (!alone && sum == 0) {
            draft.tell(Fate.DIFFERS, shares.getFirst().field(), shares.getFirst().place(),
                    "All weights are 0; an HTTPRoute answers 500 then.");
        } else if (!alone && conduct.order() == Route.Order.FIRST_MATCH && !conduct.rest() && sum != 100) {
            draft.tell(Fate.DIFFERS, shares.getFirst().field(), shares.getFirst().place(), "The weights add up to " + number(sum)
                    + ", not to 100; in an HTTPRoute they are shares of their sum.");
        }
        for (Share share : shares) {
            one(new Wanted(share.host().value(), share.subset(), share.port(), share.field(), share.place())).ifPresent(tree -> {
                if (!alone && !none) {
                    tree.put("weight", (int) Math.min(MOST, Math.round(Math.max(0, share.weight()) * scale)));
                }
                List<Object> filters = new Headers(draft).ofShare(share);
                if (!filters.isEmpty()) {
                    tree.put("filters", filters);
                }
                all.add(tree);
            });
        }
        return List.copyOf(all);
    }

    /** Where copies go; nothing, which is told, where that is not a Service that was seen: no request hangs on it. */
    Optional<Map<String, Object>> mirror(Effect mirror) {
        int written = mirror.first("port").matches("\\d{1,5}") ? Integer.parseInt(mirror.first("port")) : 0;
        Optional<Service> service = cluster.service(mirror.first("host"), usedIn);
        boolean seen = service.filter(s -> number(s, written) > 0 && (mirror.first("subset").isEmpty()
                || !Cluster.narrowed(s, cluster.subset(s, mirror.first("subset"))).isEmpty())).isPresent();
        if (!seen) {
            draft.tell(Fate.LOST, mirror.field(), mirror.place(), "No Service " + mirror.first("host")
                    + " with that port and subset was seen, so nothing is copied there.");
            return Optional.empty();
        }
        return one(new Wanted(mirror.first("host"), mirror.first("subset"), written, mirror.field(), mirror.place()));
    }

    private Optional<Map<String, Object>> one(Wanted wanted) {
        Optional<Service> service = cluster.service(wanted.host, usedIn);
        if (service.isEmpty()) {
            return outside(wanted);
        }
        int number = number(service.get(), wanted.port);
        if (number == 0) {
            draft.block(wanted.field, wanted.place,
                    "The Service " + wanted.host + " has several ports and none is named; an HTTPRoute has to name one.");
            return Optional.empty();
        }
        String in = cluster.namespace(service.get().meta());
        String name = wanted.subset.isEmpty() ? service.get().meta().name() : subset(wanted, service.get(), in);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", name);
        if (!in.equals(namespace)) {
            tree.put("namespace", in);
            grant(in, name);
        }
        tree.put("port", number);
        return Optional.of(tree);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }

    private int number(Service service, int written) {
        List<Integer> ports = service.ports().stream().map(Service.Port::number).filter(n -> n > 0).distinct().toList();
        return written > 0 ? written : ports.size() == 1 ? ports.getFirst() : ports.contains(port) ? port : 0;
    }

    private String subset(Wanted wanted, Service service, String in) {
        Map<String, String> labels = cluster.subset(service, wanted.subset);
        Map<String, String> selector = labels.isEmpty() ? Map.of() : Cluster.narrowed(service, labels);
        if (selector.isEmpty()) {
            draft.block(wanted.field, wanted.place, "The subset " + wanted.subset + " of " + wanted.host
                    + (labels.isEmpty() ? " is defined nowhere that was read, so no Service can be made of it."
                            : " has labels that contradict the Service, or the Service has no selector, so no Service can be made of it."));
            return "";
        }
        Name leads = subsets.computeIfAbsent(new Part(in, service.meta().name(), wanted.subset), part -> cluster.services(in).stream()
                .filter(s -> s.selector().equals(selector) && Cluster.ports(s).containsAll(Cluster.ports(service)))
                .map(s -> new Name(s.meta().name(), true)).findFirst()
                .orElseGet(() -> new Name(cluster.names().fresh("Service", in, part.service() + "-" + part.subset()), false)));
        if (!leads.old()) {
            draft.write(Cluster.service(service, in, leads.name(), selector));
            draft.tell(Fate.NEEDS, wanted.field, wanted.place, "A route leads to Services, not to subsets: the Service " + leads.name()
                    + " was made for the subset " + wanted.subset + ". Settings of that subset have to be made for it, too.");
        }
        return leads.name();
    }

    private Optional<Map<String, Object>> outside(Wanted wanted) {
        Effect effect = new Effect(Feature.OUTSIDE, wanted.field, Map.of("host", List.of(wanted.host)), wanted.place);
        if (draft.how(Feature.OUTSIDE) != How.FIELD || wanted.port == 0 || wanted.host.contains("*") || wanted.host.indexOf('.') < 0) {
            draft.block(wanted.field, wanted.place, "No Service " + wanted.host + " was seen. "
                    + (wanted.host.indexOf('.') < 0 ? "A route leads to Services." : draft.pattern().skill(Feature.OUTSIDE).says()));
            return Optional.empty();
        }
        draft.tell(effect);
        Map<String, Object> tree = new LinkedHashMap<>(draft.fields(effect));
        tree.put("port", wanted.port);
        return Optional.of(tree);
    }

    private void grant(String in, String service) {
        if (draft.pattern().grants()) {
            Map<String, Object> tree = Tree.object("gateway.networking.k8s.io/v1beta1", "ReferenceGrant", in,
                    Names.label("from-" + namespace + "-to-" + service, false));
            tree.put("spec",
                    Tree.of("from", List.of(Tree.of("group", "gateway.networking.k8s.io", "kind", "HTTPRoute", "namespace", namespace)),
                            "to",
                            List.of(Tree.of("group", "", "kind", "Service", "name", service))));
            draft.write(tree);
        }
    }
}
