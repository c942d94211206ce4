package meshadvisor.manifest;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import meshadvisor.dialect.Facts;
import meshadvisor.dialect.Facts.EnvFrom;
import meshadvisor.dialect.Seen;
import meshadvisor.model.Delivery;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.Provision;
import meshadvisor.model.RunningPod;
import meshadvisor.model.RunningPod.Owner;
import meshadvisor.model.Workload;

/**
 * Makes one workload of what belongs together in a running cluster: a Deployment, its ReplicaSets and their pods. It is asked when everything
 * is read, since a list of objects may come in any order.
 */
public final class Owners {

    private final Facts facts;
    private final Map<ObjectKey, ObjectKey> ownerOf = new HashMap<>();

    private Owners(Facts facts) {
        this.facts = facts;
        facts.live.owned.forEach(o -> ownerOf.put(o.meta().key(), o.owner()));
    }

    /** Takes away what a workload of the facts owns, makes workloads of pods whose owner is none of them, and tells every pod its workload. */
    public static void settle(Facts facts) {
        if (facts.live.owned.isEmpty() && facts.live.pods.isEmpty()) {
            return;
        }
        Owners owners = new Owners(facts);
        owners.drop();
        owners.stand();
        facts.live.pods.replaceAll(p -> p.of(owners.workload(p)));
    }

    private void drop() {
        Map<ObjectKey, Integer> replicas = new HashMap<>();
        facts.workloads.forEach(w -> replicas.put(w.meta().key(), w.replicas()));
        Set<Meta> owned = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Seen.Owned each : facts.live.owned) {
            boolean old = each.meta().key().kind().equals("ReplicaSet") && replicas.getOrDefault(each.meta().key(), 1) == 0;
            if (old || known(each.owner()).isPresent()) {
                owned.add(each.meta());
            }
        }
        facts.workloads.removeIf(w -> owned.contains(w.meta()));
        facts.definitions.removeIf(owned::contains);
        facts.deliveries.removeIf(d -> owned.contains(d.meta()));
        facts.provisions.removeIf(p -> owned.contains(p.from()));
        facts.envFrom.removeIf(e -> owned.contains(e.workload()));
    }

    /** One pod stands for all that an owner has which is no workload of the scan: an operator's own kind, or what was not read. */
    private void stand() {
        Map<ObjectKey, Integer> pods = new HashMap<>();
        facts.live.pods.stream().filter(p -> !p.finished()).forEach(p -> pods.merge(p.owner().controller(), 1, Integer::sum));
        facts.live.templates.entrySet().stream().filter(e -> known(e.getKey()).isEmpty()).sorted(Map.Entry.comparingByKey())
                .forEach(e -> stand(e.getKey(), e.getValue(), pods.getOrDefault(e.getKey(), 1)));
    }

    private void stand(ObjectKey owner, Seen.Template template, int pods) {
        Workload pod = template.pod();
        Meta meta = new Meta(owner, template.ownerVersion(), pod.meta().place(), Map.of(), Map.of(), pod.meta().digest());
        facts.workloads.add(new Workload(meta, pods, pod.pod()));
        Facts alone = template.facts();
        alone.deliveries.forEach(d -> facts.deliveries.add(new Delivery(meta, d.tool(), owner.kind(), owner.name(), d.steering())));
        alone.provisions.forEach(p -> facts.provisions.add(new Provision(meta, p.kind(), p.name(), p.details(), p.subsetLabels())));
        alone.envFrom.forEach(e -> facts.envFrom.add(new EnvFrom(meta, e.container(), e.configMap(), e.key(), e.variable())));
    }

    private ObjectKey workload(RunningPod pod) {
        ObjectKey controller = pod.owner().controller();
        if (controller.equals(Owner.NONE) || controller.kind().equals("Node")) {
            return pod.finished() ? Owner.NONE : pod.key();
        }
        return top(known(controller).orElse(controller));
    }

    /** The workload of the scan at the top of a chain of owners, which may be a circle where somebody wrote it by hand. */
    private ObjectKey top(ObjectKey from) {
        ObjectKey top = from;
        Set<ObjectKey> passed = new HashSet<>();
        for (Optional<ObjectKey> next = above(top); next.isPresent() && passed.add(top); next = above(top)) {
            top = next.get();
        }
        return top;
    }

    private Optional<ObjectKey> above(ObjectKey key) {
        ObjectKey owner = ownerOf.get(key);
        return owner == null ? Optional.empty() : known(owner);
    }

    /** The workload of the scan that an owner is, or that made an owner which was not read: its name is the workload's and something behind it. */
    private Optional<ObjectKey> known(ObjectKey owner) {
        if (facts.live.runners.contains(owner)) {
            return Optional.of(owner);
        }
        int dash = owner.name().lastIndexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        String name = owner.name().substring(0, dash);
        Stream<ObjectKey> makers = switch (owner.kind()) {
            case "ReplicaSet" -> Stream.of(key("apps", "Deployment", owner, name), key("argoproj.io", "Rollout", owner, name));
            case "Job" -> Stream.of(key("batch", "CronJob", owner, name));
            case "ReplicationController" -> Stream.of(key("apps.openshift.io", "DeploymentConfig", owner, name));
            default -> Stream.of();
        };
        return makers.filter(facts.live.runners::contains).findFirst();
    }

    private static ObjectKey key(String group, String kind, ObjectKey owner, String name) {
        return new ObjectKey(group, kind, owner.namespace(), name);
    }
}
