package meshadvisor.signal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import meshadvisor.model.Apart;
import meshadvisor.model.Evidence;
import meshadvisor.model.Live;
import meshadvisor.model.Live.Scope;
import meshadvisor.model.ObjectKey;
import meshadvisor.model.RunningPod;
import meshadvisor.model.Webhook;
import meshadvisor.model.Workload;
import meshadvisor.signal.Membership.State;

/** Running pods of a workload into which a proxy should have been injected, and that have none. */
record Absence(World world, Workload workload) {

    private static final String GROUP = "admissionregistration";
    private static final String PLURAL = "mutatingwebhookconfigurations";

    /** Why, as far as it can be told. */
    enum Why {
        NONE,
        /** No webhook of the mesh is asked about these pods: the revision is not served, or a selector leaves them out. */
        NOBODY_INJECTS,
        /** A webhook is asked, nobody answers it, and it lets pods pass then. */
        INJECTOR_DOWN,
        /** The pods are older than the mark, or the injector was not there when they were made. */
        OLDER_THAN_THE_MARK,
        /** Who injects, and into what, was not read. */
        NOT_KNOWN
    }

    Reading reading() {
        List<RunningPod> absent = absent();
        if (absent.isEmpty()) {
            return Reading.choice(Why.NONE, List.of());
        }
        List<Evidence> evidence = absent.stream().limit(3)
                .map(p -> new Evidence("pod " + p.key().name() + " has no proxy", p.place())).toList();
        return Reading.choice(why(), evidence);
    }

    /** How many pods, in words. */
    String share() {
        return new RunningProxy.Share(absent().size(), world.fleet().of(workload.meta().key()).size()).words();
    }

    /**
     * Static pods do not pass the webhook in a way that could change them; pods that end will not be there tomorrow; what nodes cannot carry is a
     * matter of its own.
     */
    private List<RunningPod> absent() {
        List<RunningPod> pods = world.fleet().of(workload.meta().key());
        if (pods.isEmpty() || wanted().state() != State.INJECTED) {
            return List.of();
        }
        Set<String> unfit = NodeKinds.unfit(world);
        String mesh = wanted().mesh();
        return pods.stream().filter(p -> !p.owner().controller().kind().equals("Node") && !p.placement().hostNetwork() && !p.ending())
                .filter(p -> !unfit.contains(p.placement().node()) && !world.marked().sightings().optedOut(p, mesh))
                .filter(p -> !hasProxy(p)).toList();
    }

    private boolean hasProxy(RunningPod pod) {
        List<RunningProxy> proxies = world.fleet().proxies().getOrDefault(workload.meta().key(), List.of());
        return pod.containers().stream().anyMatch(c -> proxies.stream()
                .anyMatch(p -> p.container().name().equals(c.name()) && p.container().image().value().equals(c.image())))
                || world.marked().sightings().injected(pod);
    }

    private Membership wanted() {
        return world.marked().memberships().wanted(workload);
    }

    private Why why() {
        Optional<Map<String, String>> namespace = world.marked().memberships().labelsOfNamespace(workload.meta().namespace());
        String mesh = wanted().mesh();
        List<Webhook> all = world.snapshot().live().webhooks().stream().filter(w -> injects(w, mesh)).toList();
        if (namespace.isEmpty() || all.isEmpty() && !webhooksRead()) {
            return Why.NOT_KNOWN;
        }
        List<RunningPod> absent = absent();
        List<Webhook> asked = all.stream().filter(w -> absent.stream()
                .anyMatch(p -> w.asks().namespaces().matches(namespace.get()) && w.asks().objects().matches(p.labels()))).toList();
        if (asked.isEmpty()) {
            return unreadWebhooks() ? Why.NOT_KNOWN : Why.NOBODY_INJECTS;
        }
        return asked.stream().allMatch(this::down) ? Why.INJECTOR_DOWN : Why.OLDER_THAN_THE_MARK;
    }

    /** Whether there would be a webhook here if the cluster had one. */
    private boolean webhooksRead() {
        Live live = world.snapshot().live();
        boolean some = live.webhooks().stream().anyMatch(w -> w.type() == Webhook.Type.MUTATING);
        return !Clusters.several(world) && (live.server().scope() == Scope.ALL || some) && !unreadWebhooks();
    }

    private boolean unreadWebhooks() {
        return world.snapshot().inputs().gaps().stream()
                .anyMatch(g -> g.id().contains(GROUP) || g.id().contains(PLURAL) || g.what().contains(PLURAL));
    }

    private boolean injects(Webhook webhook, String mesh) {
        return webhook.type() == Webhook.Type.MUTATING && webhook.asks().pods()
                && Apart.together(webhook.client().namespace(), workload.meta().namespace())
                && world.marked().sightings().webhook(webhook.name()).filter(o -> o.mesh().equals(mesh)).isPresent();
    }

    private boolean down(Webhook webhook) {
        String namespace = webhook.client().namespace();
        List<Integer> ready = world.snapshot().live().endpoints().stream()
                .filter(e -> e.slice().namespace().equals(namespace) && e.service().equals(webhook.client().service())).map(e -> e.ready())
                .toList();
        boolean read = world.snapshot().live().endpoints().stream().map(e -> e.slice()).map(ObjectKey::namespace)
                .anyMatch(namespace::equals);
        return webhook.failurePolicy().equals("Ignore") && webhook.client().url().isEmpty() && read
                && ready.stream().allMatch(r -> r == 0);
    }
}
