package meshadvisor.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KustomizationTest {

    private static final List<String> EVERY_WAY = List.of(
            "Deployment cart [] inline @9",
            "Deployment cart [] merged @1",
            "Deployment cart [proxy] by-path @1",
            "Deployment shop/cart [by-operations] example.org/mesh @1",
            "Deployment web [] from-json @1",
            "Deployment web [] inline-merge @21",
            "Deployment web [] old-form @1");

    @TempDir
    private Path folder;

    @Test
    void patches_are_found_however_they_are_named() {
        Scan scan = Scan.example("kustomize/ways").read();
        assertThat(scan.patches()).isEqualTo(EVERY_WAY);
        assertThat(scan.problems()).isEmpty();
    }

    @Test
    void a_patch_is_no_object_and_counts_as_understood() {
        Scan scan = Scan.example("kustomize/ways").read();
        assertThat(scan.objects()).containsExactly("Deployment cart", "Deployment web");
        assertThat(scan.counted()).isEqualTo("7 of 7");
    }

    @Test
    void line_ends_of_windows_change_nothing() throws IOException {
        Path from = Scan.example("kustomize/ways").folder();
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Scan.in(folder).with(from.relativize(file).toString(), Files.readString(file).replace("\n", "\r\n"));
            }
        }
        assertThat(Scan.in(folder).read().patches()).isEqualTo(EVERY_WAY);
    }

    @Test
    void it_does_not_matter_how_the_folders_are_given() {
        Scan scan = Scan.example("kustomize/ways").paths("overlay/../base", "./overlay", "base/../elsewhere/operations.json").read();
        assertThat(scan.patches()).isEqualTo(EVERY_WAY);
    }

    @Test
    void an_absolute_path_is_followed() {
        Scan scan = Scan.in(folder).with("app/patch.yaml", "spec: {template: {metadata: {labels: {mesh: x}}}}\n")
                .with("kustomization.yaml",
                        "patches:\n- {path: %s/app/patch.yaml, target: {kind: Deployment, name: a}}\n".formatted(folder))
                .read();
        assertThat(scan.patches()).containsExactly("Deployment a [] mesh @1");
    }

    @Test
    void a_target_aims_at_every_workload_that_it_means() {
        Scan scan = Scan.example("kustomize/targets").read();
        assertThat(scan.patches()).filteredOn(p -> p.contains("by-label")).containsExactly(
                "Deployment cart [] by-label @1", "Deployment orders [] by-label @1");
        assertThat(scan.patches()).filteredOn(p -> p.contains("by-name")).containsExactly(
                "Deployment cart [] by-name @1", "Deployment web [] by-name @1");
    }

    @Test
    void a_component_changes_what_its_users_take_in_and_nothing_else() {
        Scan scan = Scan.example("kustomize/targets").read();
        assertThat(scan.patches()).filteredOn(p -> p.contains("inject")).containsExactly(
                "Deployment cart [] inject @1", "Deployment orders [] inject @1", "Deployment web [] inject @1");
    }

    @Test
    void a_name_that_is_a_costly_expression_is_left_as_it_is() {
        assertThat(Scan.example("kustomize/targets").read().patches()).contains("Deployment (a+)+ [] by-costly-name @1");
    }

    @Test
    void the_gap_says_what_would_change() {
        Scan scan = Scan.example("kustomize/changes").read();
        assertThat(scan.gaps()).containsExactly("what the kustomization prod makes: its files were read as they are; rendered, it would"
                + " set the namespace prod, put shop- before names, put -v2 after names, add labels and annotations, replace 2 images,"
                + " set the replicas of 1 workload, apply 2 patches, delete Deployment old, Service gone, make 1 ConfigMap and"
                + " take in, from outside of the scan, https://example.org/crds.yaml, ../../outside"
                + " > kubectl kustomize prod | meshadvisor assess -f -, or add --render");
        assertThat(scan.gapPlaces()).containsExactly("prod/kustomization.yaml:1:1");
    }

    @Test
    void what_a_patch_deletes_is_no_second_definition_of_it() {
        assertThat(Scan.example("kustomize/changes").read().objects()).containsExactly("Deployment cart", "Deployment old");
    }

    @Test
    void a_kustomization_that_changes_nothing_is_no_gap() {
        Scan scan = Scan.example("kustomize/plain").read();
        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.counted()).isEqualTo("1 of 1");
    }

    @Test
    void one_that_is_taken_in_alone_is_a_root_again() {
        assertThat(Scan.example("kustomize/changes").paths("base").read().gaps()).singleElement().asString()
                .contains("kustomization base makes", "put shop- before names and make 1 ConfigMap");
    }

    @Test
    void a_component_alone_is_no_root() {
        Scan scan = Scan.example("kustomize/targets").paths("mesh").read();
        assertThat(scan.gaps()).isEmpty();
        assertThat(scan.patches()).containsExactly("Deployment [] inject @1");
    }

    @Test
    void kustomizations_may_take_in_each_other_in_a_circle() {
        Scan scan =
                Scan.in(folder).with("a/kustomization.yaml", "resources: [../b]\n").with("b/kustomization.yaml", "resources: [../a, .]\n")
                        .with("kustomization.yaml", "resources: [a]\nnamespace: x\n").read();
        assertThat(scan.gaps()).singleElement().asString().contains("set the namespace x");
    }

    @Test
    void a_kustomization_that_is_piped_in_has_no_folder_to_render() {
        assertThat(Scan.in(folder).piping("kind: Kustomization\napiVersion: kustomize.config.k8s.io/v1beta1\nnamespace: x\n").read().gaps())
                .isEmpty();
    }

    @Test
    void files_with_settings_are_no_objects() {
        Scan scan = Scan.in(folder).with("kustomization.yaml", "transformers: [t.yaml]\n")
                .with("t.yaml", "apiVersion: builtin\nkind: PrefixTransformer\nmetadata: {name: x}\n").read();
        assertThat(scan.objects()).isEmpty();
        assertThat(scan.gaps()).singleElement().asString().contains("run 1 plug-in");
    }

    @Test
    void a_patch_that_is_no_yaml_is_the_users_mistake_once() {
        Scan scan = Scan.in(folder).with("kustomization.yaml", "patches: [{patch: 'a: [', target: {kind: X}}, {path: p.yaml}]\n")
                .with("p.yaml", "a: [\n").read();
        assertThat(scan.problems()).containsExactly("UNREADABLE p.yaml:2:1");
    }

    @Test
    void operations_that_nobody_names_are_still_evidence() {
        Scan scan =
                Scan.in(folder).with("inject.json", "[{\"op\":\"add\",\"path\":\"/spec/template/metadata/labels/mesh\",\"value\":\"x\"}]")
                        .read();
        assertThat(scan.patches()).containsExactly("[] mesh @1");
        assertThat(scan.counted()).isEqualTo("1 of 1");
    }

    @Test
    void names_in_commands_are_quoted() {
        Scan scan = Scan.in(folder).with("it's; rm -rf ~/kustomization.yaml", "namespace: x\n").read();
        assertThat(scan.gaps()).singleElement().asString()
                .contains("> kubectl kustomize 'it'\\''s; rm -rf ~' | meshadvisor");
    }
}
