package meshadvisor.dialect.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Item;
import meshadvisor.dialect.ResourceLists;
import meshadvisor.dialect.Seen;
import meshadvisor.dialect.running.Ownership;
import meshadvisor.dialect.running.RunningPods;
import meshadvisor.model.Container;
import meshadvisor.model.Container.EnvVar;
import meshadvisor.model.Container.Role;
import meshadvisor.model.Delivery;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Pod;
import meshadvisor.model.Provision;
import meshadvisor.model.Reference;
import meshadvisor.model.RunningPod;
import meshadvisor.model.RunningPod.Owner;
import meshadvisor.model.Text;
import meshadvisor.model.Workload;
import meshadvisor.tree.Node;

/** Reads pods, pod templates and containers. */
public final class Pods {

    private Pods() {}

    /** What runs pods. What a controller of the scan made is no workload of its own; in which order they are read does not matter. */
    static void workload(Item item, Node template, Facts facts) {
        facts.live.runners.add(item.meta().key());
        ObjectKey owner = Ownership.controller(item);
        if (!owner.equals(Owner.NONE)) {
            facts.live.owned.add(new Seen.Owned(item.meta(), owner));
        }
        if (owner.equals(Owner.NONE) || !facts.live.runners.contains(owner)) {
            add(item, template, facts);
        }
    }

    /** A pod of its own is a workload; one that runs is also told as it is, and stands for its siblings if nothing else does. */
    static void pod(Item item, Facts facts) {
        if (!RunningPods.isRunning(item)) {
            workload(item, item.root(), facts);
            return;
        }
        RunningPod pod = RunningPods.read(item, facts.live);
        facts.live.pods.add(pod);
        ObjectKey owner = pod.owner().controller();
        if (pod.finished()) {
            return;
        }
        if (owner.equals(Owner.NONE) || owner.kind().equals("Node")) {
            add(item, item.root(), facts);
        } else if (!facts.live.runners.contains(owner)) {
            Facts alone = new Facts();
            add(item, item.root(), alone);
            facts.live.template(owner, new Seen.Template(alone, Ownership.version(item)));
        }
    }

    private static void add(Item item, Node template, Facts facts) {
        Pod pod = pod(item, template);
        facts.workloads.add(new Workload(item.meta(), replicas(item), pod));
        servedBy(item, pod).ifPresent(made -> {
            facts.deliveries.add(new Delivery(item.meta(), made.tool(), item.kind(), item.meta().name(), Delivery.Steering.NONE));
            facts.provisions.add(new Provision(item.meta(), Reference.Kind.SERVICE, made.service(), List.of(), Map.of()));
        });
        facts.envFrom.addAll(envFrom(item, template.get("spec")));
    }

    /** A Service that a tool makes. */
    private record Made(String tool, String service) {}

    /** Who makes the Service of a workload that needs none of its own. */
    private static Optional<Made> servedBy(Item item, Pod pod) {
        if (item.meta().key().group().equals("serving.knative.dev")) {
            return Optional.of(new Made("knative", item.meta().name()));
        }
        boolean dapr = pod.annotation("dapr.io/enabled").value().equals("true") && pod.annotation("dapr.io/app-port").given();
        String app = pod.annotation("dapr.io/app-id").value();
        return dapr ? Optional.of(new Made("dapr", (app.isEmpty() ? item.meta().name() : app) + "-dapr")) : Optional.empty();
    }

    private static int replicas(Item item) {
        if (item.kind().equals("DaemonSet")) {
            return 0;
        }
        return Item.number(item.spec().get("replicas")).orElse(1);
    }

    private static Pod pod(Item item, Node template) {
        Node metadata = template.get("metadata");
        Node spec = template.get("spec");
        List<Container> containers = new ArrayList<>();
        Text user = user(item, spec);
        there(spec.get("initContainers")).forEach(c -> containers.add(container(item, c, c.get("restartPolicy").text().equals("Always")
                ? Role.NATIVE_SIDECAR : Role.INIT, user)));
        there(spec.get("containers")).forEach(c -> containers.add(container(item, c, Role.REGULAR, user)));
        Text hostNetwork = item.text(spec.get("hostNetwork"));
        return new Pod(item.texts(metadata.get("labels")), item.texts(metadata.get("annotations")),
                hostNetwork.value().equals("true") ? hostNetwork : Text.NONE, containers, spec.get("serviceAccountName").text(),
                item.place(template));
    }

    /** The elements that are there; a patch may name others only to take them away. */
    private static Stream<Node> there(Node containers) {
        return containers.items().stream().filter(c -> !c.get("$patch").text().equals("delete"));
    }

    private static Text user(Item item, Node securable) {
        return item.text(securable.at("securityContext", "runAsUser"));
    }

    /**
     * One element of {@code containers} or {@code initContainers}.
     *
     * @param ofPod the user as whom containers of the pod run that state none
     */
    public static Container container(Item item, Node node, Role role, Text ofPod) {
        Text own = user(item, node);
        List<Integer> ports = new ArrayList<>();
        node.get("ports").items().forEach(p -> Item.number(p.get("containerPort")).ifPresent(ports::add));
        List<EnvVar> env = new ArrayList<>();
        node.get("env").items().forEach(v -> env.add(new EnvVar(v.get("name").text(), value(item, v))));
        List<Text> words = new ArrayList<>(item.list(node.get("command")));
        words.addAll(item.list(node.get("args")));
        return new Container(node.get("name").text(), item.text(node.get("image")), role, ports, env, words,
                item.text(node.at("resources", "limits", "memory")), own.given() ? own : ofPod,
                ResourceLists.requests(node.get("resources")), item.place(node));
    }

    /** The value, or the field that it is taken from. What comes from a Secret is not read. */
    private static Text value(Item item, Node variable) {
        Node field = variable.at("valueFrom", "fieldRef", "fieldPath");
        return field.present() ? new Text("field " + field.text(), item.place(field)) : item.text(variable.get("value"));
    }

    private static List<Facts.EnvFrom> envFrom(Item item, Node podSpec) {
        List<Facts.EnvFrom> found = new ArrayList<>();
        for (Node container : podSpec.get("containers").items()) {
            for (Node source : container.get("envFrom").items()) {
                Text name = item.text(source.at("configMapRef", "name"));
                if (name.given()) {
                    found.add(new Facts.EnvFrom(item.meta(), container.get("name").text(), name, "", ""));
                }
            }
            for (Node variable : container.get("env").items()) {
                Node reference = variable.at("valueFrom", "configMapKeyRef");
                Text name = item.text(reference.get("name"));
                if (name.given() && reference.get("key").present()) {
                    found.add(new Facts.EnvFrom(item.meta(), container.get("name").text(), name, reference.get("key").text(),
                            variable.get("name").text()));
                }
            }
        }
        return found;
    }
}
