package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import meshadvisor.model.Container;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubstitutionTest {

    private static final Scan FLUX = Scan.example("flux").read();

    @TempDir
    private Path folder;

    @Test
    void placeholders_are_replaced_in_every_field() {
        assertThat(FLUX.images()).contains("registry.example.org/cart:2.1", "on:2.1");
        assertThat(FLUX.snapshot().running().namespaces()).singleElement().satisfies(namespace -> {
            assertThat(namespace.label("istio-injection").value()).isEqualTo("enabled");
            assertThat(namespace.label("zone").value()).isEqualTo("inline");
        });
    }

    @Test
    void defaults_hold_where_nothing_is_defined() {
        assertThat(FLUX.images()).contains("other:4");
        assertThat(FLUX.snapshot().running().workloads()).filteredOn(w -> w.meta().name().equals("cart")).singleElement()
                .satisfies(w -> assertThat(w.replicas()).isEqualTo(3));
    }

    @Test
    void an_escaped_placeholder_is_text() {
        assertThat(FLUX.snapshot().running().workloads()).flatExtracting(w -> w.pod().containers()).flatExtracting(Container::env)
                .extracting(e -> e.value().value()).containsExactly("${tag}");
    }

    @Test
    void an_object_can_switch_it_off_for_itself() {
        assertThat(FLUX.images()).contains("off:${tag}", "on:2.1");
    }

    @Test
    void it_holds_for_the_folder_and_what_its_kustomization_takes_in_and_nowhere_else() {
        assertThat(FLUX.images()).contains("web:2.1", "staging:${tag}");
    }

    @Test
    void a_version_names_the_place_of_its_value_and_that_of_the_placeholder() {
        assertThat(FLUX.installs()).containsExactly("istiod 1.24.2 (clusters/prod/settings.yaml:14:3) via "
                + "[${version} is 1.24.2 in ConfigMap more-settings (clusters/prod/settings.yaml:14:3), "
                + "written as ${version} (apps/cart.yaml:25:36)]");
    }

    @Test
    void a_note_for_each_name_says_where_the_value_comes_from() {
        assertThat(FLUX.notes()).contains("apps/cart.yaml: ${tag} was replaced: Kustomization flux-system/apps substitutes tag"
                + " (clusters/prod/apps.yaml:8:7).");
    }

    @Test
    void images_that_stay_placeholders_are_one_gap_for_each_file() {
        assertThat(FLUX.gaps()).filteredOn(g -> g.contains("placeholders")).containsExactly(
                "what stands for the placeholders in apps-staging/web.yaml: nothing in the scan defines staging:${tag}, so it was read as it is"
                        + " > envsubst < apps-staging/web.yaml | meshadvisor assess -f -",
                "what stands for the placeholders in apps/off.yaml: nothing in the scan defines off:${tag}, so it was read as it is"
                        + " > envsubst < apps/off.yaml | meshadvisor assess -f -");
    }

    @Test
    void who_looks_at_one_namespace_sees_the_variables_of_the_others() {
        Scan scan = Scan.example("flux").filtered(ObjectFilter.of(Set.of("istio-system"), LabelSelector.ALL)).read();
        assertThat(scan.installs()).singleElement().asString().startsWith("istiod 1.24.2");
        assertThat(scan.objects()).contains("HelmRelease istio-system/istiod").doesNotContain("Deployment shop/cart");
    }

    @Test
    void a_version_that_nobody_defines_is_not_known() {
        Scan scan = Scan.in(folder).with("a.yaml", """
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: {name: istiod}
                spec: {chart: {spec: {chart: istiod, version: "${version}"}}}
                """).read();
        assertThat(scan.snapshot().installed().installs()).singleElement().satisfies(i -> {
            assertThat(i.version().given()).isFalse();
            assertThat(i.versions()).isEmpty();
        });
        assertThat(scan.gaps()).anyMatch(g -> g.contains("nothing in the scan defines ${version}"));
    }

    @Test
    void a_document_that_is_only_well_formed_after_it_is_read_then() {
        Scan scan = Scan.in(folder).with("flux.yaml", """
                apiVersion: kustomize.toolkit.fluxcd.io/v1
                kind: Kustomization
                metadata: {name: all}
                spec: {path: ./, postBuild: {substitute: {name: cart}}}
                """).with("app.yaml", "apiVersion: v1\nkind: Service\nmetadata: {name: ${name}}\n").read();
        assertThat(scan.objects()).contains("Service cart");
        assertThat(scan.problems()).isEmpty();
    }

    @Test
    void the_folder_of_the_repository_that_is_nearest_to_the_definition_is_meant() {
        String image = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {containers: [{name: a, image: \"%s:${tag}\"}]}\n";
        Scan scan = Scan.in(folder.resolve("apps")).with("apps/a.yaml", image.formatted("inner")).with("b.yaml", image.formatted("outer"))
                .with("clusters/c.yaml", """
                        apiVersion: kustomize.toolkit.fluxcd.io/v1
                        kind: Kustomization
                        metadata: {name: all}
                        spec: {path: ./apps, postBuild: {substitute: {tag: "1"}}}
                        """).read();
        assertThat(scan.images()).isEqualTo(List.of("inner:1", "outer:${tag}"));
    }
}
