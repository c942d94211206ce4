package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectFilterTest {

    @TempDir
    private Path folder;

    private Scan scan(ObjectFilter filter) {
        String pod =
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: %s, namespace: %s, labels: {app: %s}}\nspec: {template: {}}\n---\n";
        String patch =
                "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: %s}\nspec: {template: {metadata: {labels: {mesh: x}}}}\n---\n";
        return Scan.in(folder).with("objects.yaml", pod.formatted("cart", "shop", "cart") + pod.formatted("web", "front", "web")
                + "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n---\napiVersion: v1\nkind: Namespace\nmetadata: {name: front}\n---\n"
                + "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: role}\n")
                .with("kustomization.yaml", "resources: [objects.yaml]\npatches: [{path: patch.yaml}]\n")
                .with("patch.yaml", patch.formatted("cart") + patch.formatted("web") + patch.formatted("stranger")).filtered(filter).read();
    }

    @Test
    void everything_is_wanted_without_a_filter() {
        Scan scan = scan(ObjectFilter.ALL);
        assertThat(scan.objects()).hasSize(5);
        assertThat(scan.counted()).isEqualTo("8 of 8");
    }

    @Test
    void a_namespace_has_its_objects_and_those_of_none() {
        Scan scan = scan(ObjectFilter.of(Set.of("shop"), LabelSelector.ALL));
        assertThat(scan.objects()).containsExactly("Deployment shop/cart", "Namespace shop", "ClusterRole role");
        assertThat(scan.counted()).isEqualTo("6 of 6");
    }

    @Test
    void patches_of_unwanted_objects_are_unwanted() {
        assertThat(scan(ObjectFilter.of(Set.of("shop"), LabelSelector.ALL)).patches())
                .containsExactly("Deployment cart [] mesh @1", "Deployment stranger [] mesh @11");
    }

    @Test
    void labels_select_objects_and_leave_namespaces() {
        Scan scan = scan(ObjectFilter.of(Set.of(), Map.of("app", "web")));
        assertThat(scan.objects()).containsExactly("Deployment front/web", "Namespace shop", "Namespace front");
        assertThat(scan.patches()).containsExactly("Deployment stranger [] mesh @11", "Deployment web [] mesh @6");
    }

    @Test
    void namespaces_that_nothing_names_are_told() {
        ObjectFilter filter = ObjectFilter.of(Set.of("shop", "typo", "another"), LabelSelector.ALL);
        scan(filter);
        assertThat(Manifests.absent(filter)).containsExactly("another", "typo");
    }
}
