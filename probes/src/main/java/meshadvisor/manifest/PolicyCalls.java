package meshadvisor.manifest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import meshadvisor.dialect.Facts;
import meshadvisor.model.Edge;
import meshadvisor.model.Evidence;
import meshadvisor.model.IdentityPolicy;
import meshadvisor.model.Service;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;

/** Finds calls in policies: who says that one service account may call one service knows of the call. */
final class PolicyCalls {

    /** {@code cluster.local/ns/shop/sa/cart}, with {@code spiffe://} before it or not. */
    private static final Pattern IDENTITY = Pattern.compile("(?:spiffe://)?[^/*]+/ns/([^/*]*)/sa/([^/*]+)");

    private final Facts facts;
    private final ServiceNames services;
    private final BiConsumer<Service, Edge> calls;
    private final Map<String, List<Workload>> byAccount = new HashMap<>();
    private final Map<String, List<Workload>> byLabel = new HashMap<>();

    private PolicyCalls(Facts facts, ServiceNames services, BiConsumer<Service, Edge> calls) {
        this.facts = facts;
        this.services = services;
        this.calls = calls;
        for (Workload workload : facts.workloads) {
            String account = workload.pod().serviceAccount();
            if (!account.isEmpty() && !account.equals("default")) {
                byAccount.computeIfAbsent(account, k -> new ArrayList<>()).add(workload);
            }
            workload.pod().labels()
                    .forEach((name, value) -> byLabel.computeIfAbsent(name + "=" + value, k -> new ArrayList<>()).add(workload));
        }
    }

    static void find(Facts facts, ServiceNames services, BiConsumer<Service, Edge> calls) {
        if (!facts.identityPolicies.isEmpty()) {
            PolicyCalls policies = new PolicyCalls(facts, services, calls);
            policies.facts.identityPolicies.stream().filter(p -> p.action() == IdentityPolicy.Action.ALLOW).forEach(policies::read);
        }
    }

    private void read(IdentityPolicy policy) {
        List<Service> called = called(policy).distinct().toList();
        for (Text identity : called.isEmpty() ? List.<Text>of() : policy.rules().stream().flatMap(r -> r.identities().stream()).toList()) {
            for (Workload caller : callers(identity.value())) {
                called.stream().filter(service -> !ServiceNames.isBefore(service, caller))
                        .forEach(service -> calls.accept(service, edge(policy, identity, caller, service)));
            }
        }
    }

    private static Edge edge(IdentityPolicy policy, Text identity, Workload caller, Service service) {
        String host = service.meta().name() + (service.meta().namespace().isEmpty() ? "" : "." + service.meta().namespace());
        return new Edge(caller.meta().key(), host, 0,
                new Evidence(policy.meta().key() + " lets " + caller.meta().name() + " call " + service.meta().name(), identity.place()));
    }

    /** The Services that it names, and those before the workloads that it selects; a policy of a whole namespace tells of no single call. */
    private Stream<Service> called(IdentityPolicy policy) {
        String namespace = policy.meta().namespace();
        Stream<Service> named = policy.targets().stream().flatMap(target -> services.first(target, namespace).stream());
        Stream<Service> selected = policy.selector().entrySet().stream().limit(1)
                .flatMap(label -> byLabel.getOrDefault(label.getKey() + "=" + label.getValue(), List.of()).stream())
                .filter(w -> ServiceNames.near(w.meta().namespace(), namespace) && policy.selector().entrySet().stream()
                        .allMatch(e -> w.pod().label(e.getKey()).value().equals(e.getValue())))
                .flatMap(w -> services.before(w).stream());
        return Stream.concat(named, selected);
    }

    private List<Workload> callers(String identity) {
        Matcher parts = IDENTITY.matcher(identity);
        return parts.matches() ? byAccount.getOrDefault(parts.group(2), List.of()).stream()
                .filter(w -> ServiceNames.near(w.meta().namespace(), parts.group(1))).toList() : List.of();
    }
}
