package meshadvisor.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import meshadvisor.manifest.ClusterNames;
import meshadvisor.manifest.ObjectFilter;
import meshadvisor.model.CustomKind;
import meshadvisor.tree.JsonObject;
import meshadvisor.tree.JsonReader;
import meshadvisor.tree.Pruning;
import org.junit.jupiter.api.Test;

/** What is known of custom kinds of which only the metadata was asked for. */
class CustomKindsTest {

    private static final Discovery DISCOVERY = new Discovery("v1.35.4",
            List.of(new Resource("gateway.networking.k8s.io", "v1", "httproutes", "HTTPRoute", true)),
            Map.of("httproutes.gateway.networking.k8s.io", List.of("v1", "v1beta1")), List.of());

    private static CustomKind kind(String name) throws Exception {
        String text = """
                {"metadata": {"name": "%s", "annotations": {"gateway.networking.k8s.io/bundle-version": "v1.2.1"}},
                 "apiVersion": "apiextensions.k8s.io/v1", "kind": "CustomResourceDefinition"}""".formatted(name);
        JsonObject object = JsonReader.object(new ByteArrayInputStream(text.getBytes(UTF_8)), Pruning.NOTHING);
        MappingTaker taker = new MappingTaker(ObjectFilter.ALL, ClusterNames.NONE);
        taker.take(CustomKinds.described(object, DISCOVERY));
        Collected collected = new Collected("c", "v1.35.4", "2026-11-27T12:00:00Z", List.of(), List.of(), List.of());
        return ClusterSnapshots.of(collected, List.of(taker), "2026-11-27").live().customKinds().getFirst();
    }

    @Test
    void group_kind_and_served_versions_come_from_name_and_discovery() throws Exception {
        CustomKind kind = kind("httproutes.gateway.networking.k8s.io");

        assertThat(kind.group()).isEqualTo("gateway.networking.k8s.io");
        assertThat(kind.kind()).isEqualTo("HTTPRoute");
        assertThat(kind.versions()).containsExactly("v1", "v1beta1");
        assertThat(kind.bundle()).isEqualTo("v1.2.1");
    }

    @Test
    void of_a_kind_that_nobody_reads_the_group_is_known() throws Exception {
        assertThat(kind("clusterversions.config.openshift.io").group()).isEqualTo("config.openshift.io");
        assertThat(kind("clusterversions.config.openshift.io").versions()).isEmpty();
    }
}
