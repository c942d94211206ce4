package meshadvisor.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import meshadvisor.model.Bounds;
import meshadvisor.model.Bounds.Autoscaler;
import meshadvisor.model.Bounds.DisruptionBudget;
import meshadvisor.model.Bounds.Quota;
import meshadvisor.model.ClusterNode;
import meshadvisor.model.CustomKind;
import meshadvisor.model.Live;
import meshadvisor.model.Live.Server;
import meshadvisor.model.Meta;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.RunningPod;
import meshadvisor.model.ServiceEndpoints;
import meshadvisor.model.Usage;
import meshadvisor.model.Webhook;
import meshadvisor.model.Workload;

/** What was read of a running cluster so far, and who owns what of it. */
public final class Seen {

    /** An object that another one made and looks after. */
    public record Owned(Meta meta, ObjectKey owner) {}

    /** A pod of an owner that may turn out to be no workload of the scan; then it stands for all pods of that owner. */
    public record Template(Facts facts, String ownerVersion) {
        /** The workload of the pod. */
        public Workload pod() {
            return facts.workloads.getFirst();
        }
    }

    public final List<Server> servers = new ArrayList<>();
    public final List<ClusterNode> nodes = new ArrayList<>();
    public final List<RunningPod> pods = new ArrayList<>();
    public final List<Webhook> webhooks = new ArrayList<>();
    public final List<ServiceEndpoints> endpoints = new ArrayList<>();
    public final List<Quota> quotas = new ArrayList<>();
    public final List<DisruptionBudget> disruptionBudgets = new ArrayList<>();
    public final List<Autoscaler> autoscalers = new ArrayList<>();
    public final List<CustomKind> customKinds = new ArrayList<>();
    public final List<Usage.OfContainer> containerUsage = new ArrayList<>();
    public final List<Usage.OfNode> nodeUsage = new ArrayList<>();
    public final List<Owned> owned = new ArrayList<>();

    /** By owner, the one whose name comes first. */
    public final Map<ObjectKey, Template> templates = new HashMap<>();

    /** Keys of what runs pods, whoever owns it; what they own is no workload of its own. */
    public final Set<ObjectKey> runners = new HashSet<>();

    private final Shared shared = new Shared();

    /** The first value that was equal to this one. */
    public <T> T one(T value) {
        return shared.one(value);
    }

    /** Keeps the pod whose name comes first. */
    public void template(ObjectKey owner, Template template) {
        templates.merge(owner, template, Seen::first);
    }

    private static Template first(Template one, Template other) {
        return other.pod().meta().name().compareTo(one.pod().meta().name()) < 0 ? other : one;
    }

    List<List<?>> all() {
        return List.of(servers, nodes, pods, webhooks, endpoints, quotas, disruptionBudgets, autoscalers, customKinds, containerUsage,
                nodeUsage, owned);
    }

    void joinMaps(Seen other) {
        other.templates.forEach(this::template);
        runners.addAll(other.runners);
    }

    void clearMaps() {
        templates.clear();
        runners.clear();
    }

    /** Everything as one value. */
    public Live live() {
        return new Live(servers.isEmpty() ? Server.UNSEEN : servers.getFirst(), nodes, pods, webhooks, endpoints,
                new Bounds(quotas, disruptionBudgets, autoscalers), customKinds, new Usage(containerUsage, nodeUsage));
    }
}
