package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Facts.ConfigMap;
import meshadvisor.dialect.Facts.EnvFrom;
import meshadvisor.manifest.Addresses.Address;
import meshadvisor.manifest.ServiceNames.Named;
import meshadvisor.model.Container;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Reference.Kind;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Finds calls in variables, arguments and ConfigMaps: addresses of scanned Services. What is hard-coded is not seen, so this is a lower bound. */
final class Calls {

    private final Facts facts;
    private final ServiceNames services;
    private final Map<ObjectKey, Set<ObjectKey>> known = new HashMap<>();

    private Calls(Facts facts) {
        this.facts = facts;
        this.services = new ServiceNames(Stream.concat(facts.services.stream(), made(facts)).toList());
    }

    /** Services that a delivery tool makes in the cluster, unless somebody wrote one of that name. */
    private static Stream<Service> made(Facts facts) {
        Set<ObjectKey> written = facts.services.stream().map(s -> s.meta().key()).collect(Collectors.toSet());
        return facts.provisions.stream().filter(p -> p.kind() == Kind.SERVICE)
                .map(p -> new Meta(new ObjectKey("", "Service", p.from().namespace(), p.name()), "v1", p.from().place(), Map.of(), Map.of(),
                        p.from().digest()))
                .filter(meta -> !written.contains(meta.key())).map(meta -> new Service(meta, Map.of(), "ClusterIP", false, List.of()));
    }

    static void find(Facts facts) {
        Calls calls = new Calls(facts);
        facts.workloads.forEach(calls::ofWorkload);
        calls.ofConfigMaps();
        PolicyCalls.find(facts, calls.services, calls::add);
        RouteCalls.find(facts, calls.services, calls::add);
    }

    private void ofWorkload(Workload workload) {
        for (Container container : workload.pod().containers()) {
            container.env().forEach(e -> search(workload, e.name(), e.value()));
            String before = "";
            for (Text word : container.words()) {
                search(workload, before, word);
                before = word.value().startsWith("-") ? word.value() : "";
            }
        }
    }

    private void ofConfigMaps() {
        Map<String, List<ConfigMap>> byName = new HashMap<>();
        facts.configMaps.forEach(c -> byName.computeIfAbsent(c.meta().name(), k -> new ArrayList<>()).add(c));
        IdentityHashMap<Meta, Workload> workloads = new IdentityHashMap<>();
        facts.workloads.forEach(w -> workloads.put(w.meta(), w));
        for (EnvFrom source : facts.envFrom) {
            Workload workload = workloads.get(source.workload());
            for (ConfigMap map : byName.getOrDefault(source.configMap().value(), List.of())) {
                if (workload != null && ServiceNames.near(map.meta().namespace(), workload.meta().namespace())) {
                    search(workload, source, map);
                }
            }
        }
    }

    private void search(Workload workload, EnvFrom source, ConfigMap map) {
        if (source.key().isEmpty()) {
            map.data().forEach((name, value) -> search(workload, name, value));
        } else {
            search(workload, source.variable(), map.data().getOrDefault(source.key(), Text.NONE));
        }
    }

    private void search(Workload from, String name, Text text) {
        for (Address address : text.given() ? Addresses.in(name, text.value()) : List.<Address>of()) {
            for (Named named : services.of(address.host(), from.meta().namespace())) {
                if (isCall(from, address, named)) {
                    String where = name.isEmpty() || name.startsWith("-") ? " in an argument" : " in " + name;
                    add(named.service(), new Edge(from.meta().key(), named.host(), address.port(),
                            new Evidence(from.meta().name() + " names " + named.host() + where, text.place())));
                }
            }
        }
    }

    /** A service that names itself calls nobody, and {@code redis:7} with a Service redis is an image if 7 is not its port. */
    private static boolean isCall(Workload from, Address address, Named named) {
        boolean port = address.clear() || named.service().ports().stream().anyMatch(p -> p.number() == address.port());
        return port && !ServiceNames.isBefore(named.service(), from);
    }

    /** Each pair once, where it is seen first. */
    private void add(Service to, Edge edge) {
        if (known.computeIfAbsent(edge.from(), k -> new HashSet<>()).add(to.meta().key())) {
            facts.edges.add(edge);
        }
    }
}
