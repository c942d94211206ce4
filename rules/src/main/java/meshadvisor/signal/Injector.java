package meshadvisor.signal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import meshadvisor.model.ClusterSnapshot;
import meshadvisor.model.Evidence;
import meshadvisor.model.Live;
import meshadvisor.model.Live.Scope;
import meshadvisor.model.Text;
import meshadvisor.model.Webhook;
import meshadvisor.model.Webhook.Client;

/**
 * A webhook by which a mesh puts proxies into pods.
 *
 * @param sighting that it proves a control plane, here or outside
 */
record Injector(Webhook webhook, Sighting sighting) {

    /** Those that somebody may answer: outside the cluster, or by a Service that is there or could not be seen. */
    static List<Injector> of(ClusterSnapshot snapshot, Sightings sightings) {
        List<Injector> all = new ArrayList<>();
        for (Webhook webhook : snapshot.live().webhooks()) {
            if (webhook.type() == Webhook.Type.MUTATING && webhook.asks().pods() && answered(snapshot, webhook.client())) {
                sightings.webhook(webhook.name()).ifPresent(o -> all.add(new Injector(webhook, new Sighting(o.mesh(), o.mark().variant(),
                        o.mark().is(), webhook.meta().key(), Sighting.Setting.NONE, Text.NONE,
                        new Evidence(webhook.meta().key() + " lets " + asked(webhook.client()) + " put proxies into pods",
                                webhook.meta().place())))));
            }
        }
        return all;
    }

    private static String asked(Client client) {
        return client.url().isEmpty() ? "Service " + client.namespace() + "/" + client.service() : "a control plane outside the cluster";
    }

    /** In manifests alone a webhook is a definition like any other, and its control plane is seen there or not. */
    private static boolean answered(ClusterSnapshot snapshot, Client client) {
        if (!client.url().isEmpty()) {
            return true;
        }
        Live live = snapshot.live();
        boolean read = live.server().scope() == Scope.ALL || live.server().namespaces().contains(client.namespace())
                || snapshot.running().services().stream().anyMatch(s -> s.meta().namespace().equals(client.namespace()));
        return live.seen() && (!read || snapshot.running().services().stream()
                .anyMatch(s -> s.meta().namespace().equals(client.namespace()) && s.meta().name().equals(client.service())));
    }

    /** Whether it is asked about pods with these labels in a namespace with those. */
    boolean asksAbout(Map<String, String> namespace, Map<String, String> pod) {
        return webhook.asks().namespaces().matches(namespace) && webhook.asks().objects().matches(pod);
    }
}
