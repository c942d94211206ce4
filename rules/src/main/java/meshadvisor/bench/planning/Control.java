package meshadvisor.bench.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import meshadvisor.bench.Manifest;
import meshadvisor.bench.Order;
import meshadvisor.bench.Proof;
import meshadvisor.bench.Step;

/** The namespace of what belongs to no variant: the janitor, probes of nodes, the place where generators meet, who asks from outside. */
record Control(Setting setting) {

    private static final String JANITOR = "janitor";
    /** Seconds after the deadline, in which an API server that is away may come back. */
    private static final int JANITORS_TIME = 3_600;

    /** The janitor, before anything that it might have to remove. */
    List<Step> janitor(List<String> namespaces) {
        String here = names().control();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step.Apply("the namespace of the run's own helpers", List.of(Enrolment.namespace(here, names().labels(), Map.of(),
                "restricted"))));
        if (setting.pods().program() == Order.Program.CONFIG_MAPS) {
            steps.add(new Step.Deliver(List.of(here), setting.program()));
        }
        steps.add(new Step.Apply("the janitor, which removes the run's namespaces after " + setting.deadlineSeconds()
                + " s even if nobody else does", List.of(serviceAccount(), role(namespaces), binding(), janitorJob(namespaces))));
        steps.add(new Step.AwaitReady(here, JANITOR, 1, "", 180));
        return steps;
    }

    /** Probes of the nodes that are used, and the place where generators meet if there are several. */
    List<Step> probes() {
        List<Manifest> objects = new ArrayList<>();
        List<Step> awaited = new ArrayList<>();
        for (String node : nodes()) {
            String name = "node-" + (nodes().indexOf(node) + 1);
            objects.add(probe(name, node));
            awaited.add(new Step.AwaitReady(names().control(), name, 1, "", 180));
        }
        if (setting.pods().generators() > 1) {
            objects.add(small("rendezvous", setting.placed().generators(),
                    List.of("rendezvous", "--listen", "0.0.0.0", "--port", "8080"), new Pod.Traits(Map.of(), 1, Pod.Stays.SERVING, "", ""))
                    .job(setting));
            objects.add(Servers.service(names().control(), "rendezvous", names().labels(), "http"));
            awaited.add(new Step.AwaitReady(names().control(), "rendezvous", 1, "", 180));
        }
        return Stream.concat(Stream.of(new Step.Apply("what watches the nodes", objects)), awaited.stream()).toList();
    }

    /** Asks the servers of a way in plaintext from a pod that is not enrolled, if the way's proofs want that refused. */
    Stream<Step> outside(Way way, String when, List<String> hosts) {
        if (way.variant().prove().stream().noneMatch(Proof.Refused.class::isInstance)) {
            return Stream.of();
        }
        Script script = new Script();
        for (String host : hosts) {
            script.refused("refused-" + host.substring(0, host.indexOf('.')), "http://" + host + ":8080/");
        }
        Manifest job = new Pod("outside-" + when + "-" + way.id(), names().control(), role("outside"), setting.placed().generators(),
                Pod.Size.small(setting.pods()), script.arguments(), Pod.Traits.USUAL, 180).job(setting);
        return Stream.of(new Step.Ask(way.id(), job, 180));
    }

    /** The nodes that pods stand on. */
    List<String> nodes() {
        return Stream.of(setting.placed().generators(), setting.placed().servers()).distinct().toList();
    }

    private Manifest probe(String name, String node) {
        Script script = new Script();
        script.watch(name, setting.deadlineSeconds());
        return small(name, node, script.arguments(), Pod.Traits.USUAL).job(setting);
    }

    private Pod small(String name, String node, List<String> arguments, Pod.Traits traits) {
        return new Pod(name, names().control(), role(name), node, Pod.Size.small(setting.pods()), arguments, traits,
                setting.deadlineSeconds());
    }

    private Manifest janitorJob(List<String> namespaces) {
        List<String> arguments = new ArrayList<>(List.of("janitor", "--at", "$deadline:" + setting.deadlineSeconds(), "--after",
                Integer.toString(setting.deadlineSeconds())));
        namespaces.forEach(namespace -> arguments.addAll(List.of("--namespace", namespace)));
        return new Pod(JANITOR, names().control(), role(JANITOR), setting.placed().generators(), Pod.Size.small(setting.pods()), arguments,
                new Pod.Traits(Map.of(), 1, Pod.Stays.FOR_GOOD, JANITOR, ""), setting.deadlineSeconds() + JANITORS_TIME).job(setting);
    }

    private Manifest serviceAccount() {
        return new Manifest(Tree.of("apiVersion", "v1", "kind", "ServiceAccount", "metadata",
                Tree.of("name", JANITOR, "namespace", names().control(), "labels", names().labels())));
    }

    private Manifest role(List<String> namespaces) {
        return new Manifest(Tree.of("apiVersion", "rbac.authorization.k8s.io/v1", "kind", "ClusterRole", "metadata", owned(), "rules",
                List.of(Tree.of("apiGroups", List.of(""), "resources", List.of("namespaces"), "resourceNames", namespaces, "verbs",
                        List.of("get", "delete")))));
    }

    private Manifest binding() {
        return new Manifest(Tree.of("apiVersion", "rbac.authorization.k8s.io/v1", "kind", "ClusterRoleBinding", "metadata", owned(),
                "roleRef", Tree.of("apiGroup", "rbac.authorization.k8s.io", "kind", "ClusterRole", "name", names().everywhere()),
                "subjects", List.of(Tree.of("kind", "ServiceAccount", "name", JANITOR, "namespace", names().control()))));
    }

    /** Goes when the namespace goes. */
    private Map<String, Object> owned() {
        return Tree.of("name", names().everywhere(), "labels", names().labels(), "ownerReferences",
                List.of(Tree.of("apiVersion", "v1", "kind", "Namespace", "name", names().control(), "uid", "$uid:" + names().control())));
    }

    private Map<String, String> role(String name) {
        return Tree.both(names().labels(), Map.of("app", name));
    }

    private Names names() {
        return setting.names();
    }
}
