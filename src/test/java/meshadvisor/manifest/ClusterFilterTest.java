package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import meshadvisor.tree.BrokenJson;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Pruning;
import org.junit.jupiter.api.Test;

/** Labels choose pods of a running cluster, and with them what makes them and what leads to them. */
class ClusterFilterTest {

    private static final List<String> SHOP = List.of(
            object("apps/v1", "Deployment", "cart", "helm: cart", "template: {metadata: {labels: {app: cart}}}"),
            object("apps/v1", "ReplicaSet", "cart-7d9f", "app: cart", "template: {metadata: {labels: {app: cart}}}"),
            object("v1", "Pod", "cart-7d9f-x", "app: cart", "nodeName: n1"),
            object("batch/v1", "CronJob", "cart-bill", "helm: cart",
                    "jobTemplate: {spec: {template: {metadata: {labels: {app: cart, part: bill}}}}}"),
            object("v1", "Service", "cart", "helm: cart", "selector: {app: cart, part: front}"),
            object("apps/v1", "Deployment", "web", "app: web", "template: {metadata: {labels: {app: web}}}"),
            object("v1", "Service", "web", "app: web", "selector: {app: web}"),
            object("v1", "Service", "outside", "helm: cart", "ports: []"));

    /** In the flow style of YAML, of which JSON is made by putting quotes around the words. */
    private static String object(String api, String kind, String name, String labels, String spec) {
        return "{apiVersion: %s, kind: %s, metadata: {name: %s, namespace: shop, labels: {%s}}, spec: {%s}}".formatted(api, kind, name,
                labels, spec).replaceAll("[a-zA-Z0-9][a-zA-Z0-9/-]*", "\"$0\"");
    }

    private static List<String> kept(String selector) {
        return kept(ObjectFilter.of(Set.of(), LabelSelector.parse(selector).orElseThrow()));
    }

    private static List<String> kept(ObjectFilter filter) {
        ClusterObjects objects = new ClusterObjects(filter, ClusterNames.NONE);
        SHOP.forEach(text -> take(objects, text));
        List<String> kept = new ArrayList<>(objects.facts().definitions.stream().map(m -> m.key().kind() + " " + m.name()).toList());
        objects.facts().live.pods.forEach(p -> kept.add("Pod " + p.key().name()));
        return kept;
    }

    private static void take(ClusterObjects objects, String text) {
        try {
            objects.take(JsonReader.object(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Pruning.NOTHING));
        } catch (IOException | BrokenJson e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void pods_keep_the_workload_that_makes_them_and_the_services_that_lead_to_them() {
        assertThat(kept("app=cart"))
                .contains("Deployment cart", "ReplicaSet cart-7d9f", "CronJob cart-bill", "Service cart", "Pod cart-7d9f-x")
                .doesNotContain("Deployment web", "Service web", "Service outside");
    }

    @Test
    void a_service_must_ask_for_every_pair_and_is_not_meant_by_what_it_does_not_ask_for() {
        assertThat(kept("app=cart,part=bill")).contains("CronJob cart-bill").doesNotContain("Service cart", "Deployment cart");
        assertThat(kept("!helm,app!=web")).doesNotContain("Service cart", "Service web", "Service outside");
    }

    @Test
    void an_objects_own_labels_still_do() {
        assertThat(kept("helm=cart")).contains("Deployment cart", "Service cart", "Service outside").doesNotContain("Service web");
    }

    @Test
    void labels_of_pods_do_not_lead_out_of_the_namespaces_that_are_asked_for() {
        assertThat(kept(ObjectFilter.of(Set.of("front"), LabelSelector.parse("app=cart").orElseThrow()))).isEmpty();
    }
}
